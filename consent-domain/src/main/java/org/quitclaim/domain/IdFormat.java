package org.quitclaim.domain;

import java.util.regex.Pattern;

/** The one textual form of every {@link OpaqueId}. */
public final class IdFormat {
    /** 26 base32 characters: 128 bits, the last character carrying three of them. */
    private static final Pattern BODY = Pattern.compile("[a-z2-7]{26}");

    private IdFormat() {}

    /**
     * Accepts {@code value} only if it is {@code prefix} followed by a well-formed body.
     *
     * @throws MalformedId otherwise; the text of the exception does not repeat the value
     */
    public static void require(String prefix, String value) {
        if (!value.startsWith(prefix)
                || !BODY.matcher(value.substring(prefix.length())).matches()) {
            throw new MalformedId(prefix);
        }
    }
}
