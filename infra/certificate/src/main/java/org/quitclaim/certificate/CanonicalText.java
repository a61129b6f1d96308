package org.quitclaim.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What somebody signs, in the one form in which anybody else writes it too.
 *
 * <p><b>Source:</b> RFC 8785.
 */
public record CanonicalText(String json) {
    public static CanonicalText of(Object value) {
        return new CanonicalText(CanonicalJson.of(value));
    }

    /** Of its UTF-8 bytes, in lower-case hexadecimal. */
    public String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
