package org.quitclaim.access.account;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.RejectedException;

/**
 * What somebody types to say who they are; often an e-mail address, so it is personal data.
 *
 * <p><b>Shape:</b> Unicode NFKC, lower case, 3 to 100 characters, no white space or control characters.
 *
 * <p><b>Guarantees:</b> {@link #toString} shows nothing.
 *
 * <p><b>Errors:</b> {@link RejectedException} with {@code access.unusable-login}.
 */
public record LoginName(String value) {
    private static final Pattern FORM = Pattern.compile("[^\\p{IsWhite_Space}\\p{IsControl}]{3,100}");

    public LoginName {
        value = Normalizer.normalize(value.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new RejectedException(AccessRejection.UNUSABLE_LOGIN);
        }
    }

    byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "LoginName[hidden]";
    }
}
