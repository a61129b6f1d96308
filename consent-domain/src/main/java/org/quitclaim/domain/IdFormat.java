package org.quitclaim.domain;

/** The one textual form of every {@link OpaqueId}. */
public final class IdFormat {
    /** 26 base32 characters: 128 bits, the last character carrying three of them. */
    private static final int BODY_LENGTH = 26;

    private IdFormat() {}

    /**
     * Accepts {@code value} only if it is {@code prefix} followed by a well-formed body.
     *
     * @throws MalformedId otherwise; the text of the exception does not repeat the value
     */
    public static void require(String prefix, String value) {
        if (value.length() != prefix.length() + BODY_LENGTH || !value.startsWith(prefix)) {
            throw new MalformedId(prefix);
        }
        for (int i = prefix.length(); i < value.length(); i++) {
            if (!inAlphabet(value.charAt(i))) {
                throw new MalformedId(prefix);
            }
        }
    }

    private static boolean inAlphabet(char c) {
        return c >= 'a' && c <= 'z' || c >= '2' && c <= '7';
    }
}
