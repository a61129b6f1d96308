package org.quitclaim.command.ownpage;

/**
 * What was begun and not taken in: it is shown again, with what is missing.
 *
 * @param checked whether what is missing is to be marked
 */
record Attempt(Chosen choices, boolean checked, Correction correction) {
    static final Attempt NONE = new Attempt(Chosen.NONE, false, Correction.NONE);

    /** What somebody wrote of what is wrong. */
    record Correction(boolean details, String wrong, String right) {
        static final Correction NONE = new Correction(true, "", "");

        boolean lacks() {
            return wrong.isBlank() || right.isBlank();
        }

        @Override
        public String toString() {
            return "Correction[hidden]";
        }
    }
}
