package org.quitclaim.domain.consent;

import java.util.regex.Pattern;

/**
 * The campaign or subject a photo is used for; consent to a hip-surgery folder is none to an HIV page.
 *
 * <p><b>Shape:</b> a code of lower-case letters, digits and hyphens, at most 40; {@link #GENERAL} is a use without a
 * subject of its own.
 */
public record UseContext(String code) implements Comparable<UseContext> {
    /** Stands before the constant, whose construction needs it. */
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public static final UseContext GENERAL = new UseContext("general");

    public UseContext {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a context is a code of lower-case letters, digits and hyphens");
        }
    }

    @Override
    public int compareTo(UseContext other) {
        return code.compareTo(other.code);
    }
}
