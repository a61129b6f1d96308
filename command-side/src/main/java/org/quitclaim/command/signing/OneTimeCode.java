package org.quitclaim.command.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.quitclaim.vault.Vault;

/**
 * Eight random digits.
 *
 * <p><b>Guarantees:</b> what is kept to know them again is an HMAC under the installation key over them and what they sign:
 * whoever reads it cannot try all of them without that key.
 */
record OneTimeCode(String digits) {
    static final int DIGITS = 8;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BOUND = 100_000_000;

    static OneTimeCode mint() {
        return new OneTimeCode(String.format("%0" + DIGITS + "d", RANDOM.nextInt(BOUND)));
    }

    /** As somebody types or pastes it, with whatever stands between the digits; empty for what has not eight of them. */
    static Optional<OneTimeCode> typed(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints()
                .filter(sign -> !Character.isWhitespace(sign) && !Character.isSpaceChar(sign) && sign != '-')
                .limit(DIGITS + 1L)
                .forEach(sign -> digits.append(Character.isDigit(sign) ? Character.digit(sign, 10) : -1));
        return digits.length() == DIGITS && digits.indexOf("-") < 0
                ? Optional.of(new OneTimeCode(digits.toString()))
                : Optional.empty();
    }

    String knownBy(Vault vault, String signs) {
        byte[] text = (signs + ':' + digits).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(vault.secrets().mac("one-time-code", text));
    }

    /** Takes as long whatever was typed. */
    boolean is(String knownBy, Vault vault, String signs) {
        return MessageDigest.isEqual(
                knownBy.getBytes(StandardCharsets.US_ASCII),
                knownBy(vault, signs).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "OneTimeCode[hidden]";
    }
}
