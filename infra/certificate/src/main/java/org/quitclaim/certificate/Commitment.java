package org.quitclaim.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Ties a certificate to a person without saying to whom: it opens with the code that only her letter shows.
 *
 * <p><b>Guarantees:</b> the code has 128 bits that nobody can guess, so that the digest can be published and no list of
 * people or ids finds its person.
 *
 * <p><b>Shape:</b> lower-case hex of SHA-256 over the ASCII text {@code quitclaim-commitment/1}, line feed, reference,
 * line feed, the code as 26 characters {@code a-z2-7}.
 */
public final class Commitment {
    private static final Pattern CODE = Pattern.compile("[a-z2-7]{26}");
    private static final int GROUP = 5;

    private Commitment() {}

    /** @throws MalformedCode if this cannot be a code */
    public static String of(String reference, String code) throws MalformedCode {
        String said = "quitclaim-commitment/1\n" + reference + '\n' + normalised(code);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The code as it is printed: in groups of five, to be read aloud and typed. */
    public static String printed(String code) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < code.length(); i += GROUP) {
            text.append(i == 0 ? "" : "-").append(code, i, Math.min(i + GROUP, code.length()));
        }
        return text.toString();
    }

    /** What people type: any case, with blanks or dashes, and digits that look like the letters meant. */
    private static String normalised(String typed) throws MalformedCode {
        String code = typed.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('8', 'b');
        if (!CODE.matcher(code).matches()) {
            throw new MalformedCode();
        }
        return code;
    }

    /** That something is no code of a letter. */
    public static final class MalformedCode extends Exception {
        MalformedCode() {
            super("a code of a letter has 26 letters and digits from 2 to 7");
        }
    }
}
