package org.quitclaim.domain.consent;

import java.util.regex.Pattern;

/**
 * The campaign or subject a photo is used for; consent to a hip-surgery folder is none to an HIV page.
 *
 * <p><b>Shape:</b> a code of lower-case letters, digits and hyphens, at most 40; {@link #GENERAL} is a use without a
 * subject of its own.
 */
public record UseContext(String code) implements Comparable<UseContext> {
    /** What stands before the number of a context that an installation added. */
    private static final String OWN = "own-";

    /** Stands before the constant, whose construction needs it. */
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public static final UseContext GENERAL = new UseContext("general");

    public UseContext {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a context is a code of lower-case letters, digits and hyphens");
        }
    }

    /** One that this installation added: a number, so that nothing of what somebody typed is in it. */
    public static UseContext own(int number) {
        return new UseContext(OWN + number);
    }

    /** The number of one that this installation added; 0 of any other. */
    public int number() {
        return code.matches(OWN + "[1-9][0-9]{0,5}") ? Integer.parseInt(code.substring(OWN.length())) : 0;
    }

    @Override
    public int compareTo(UseContext other) {
        return code.compareTo(other.code);
    }
}
