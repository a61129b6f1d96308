package org.quitclaim.access.account;

import java.nio.charset.StandardCharsets;
import org.quitclaim.vault.InstallationSecrets;

/**
 * A password that two people hand over, half each, so that neither can log in with what they know.
 *
 * <p><b>Guarantees:</b> made of HMACs over what was asked and kept nowhere. Each half has 59 bits, and logins are throttled.
 */
public record OneTimePassword(Password first, Password second) {

    /** @param asked names one request: another request is another password */
    public static OneTimePassword of(InstallationSecrets secrets, String asked) {
        return new OneTimePassword(half(secrets, asked, "first"), half(secrets, asked, "second"));
    }

    private static Password half(InstallationSecrets secrets, String asked, String which) {
        byte[] request = (which + '\u0000' + asked).getBytes(StandardCharsets.UTF_8);
        return Password.half(secrets.mac("one-time-password", request));
    }

    /** What is typed: one half after the other. */
    public Password whole() {
        return new Password(first.value() + second.value());
    }
}
