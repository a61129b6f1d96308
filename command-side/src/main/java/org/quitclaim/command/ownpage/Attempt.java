package org.quitclaim.command.ownpage;

import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.Problem;

/**
 * What was begun and not taken in: it is shown again, with what is missing.
 *
 * @param checked whether what is missing is to be marked
 * @param refused what the server said; null when nothing was refused
 */
record Attempt(
        Choices choices,
        boolean checked,
        Correction correction,
        @Nullable Problem refused) {
    static final Attempt NONE = new Attempt(Choices.NONE, false, Correction.NONE, null);

    static Attempt of(Choices choices) {
        return new Attempt(choices, false, Correction.NONE, null);
    }

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
