package org.quitclaim.vault;

import java.util.regex.Pattern;

/**
 * What a sealed record is, as a stable code such as {@code person-name}; bound into the ciphertext, so a record cannot be
 * read as another kind. Stored for ever: never rename one.
 */
public record RecordKind(String code) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public RecordKind {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "a record kind is 1 to 40 characters a-z, 0-9, - and starts with a letter");
        }
    }

    /** Whether this is the code of a kind. */
    public static boolean isOne(String code) {
        return FORM.matcher(code).matches();
    }

    @Override
    public String toString() {
        return code;
    }
}
