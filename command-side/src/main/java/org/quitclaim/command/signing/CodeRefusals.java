package org.quitclaim.command.signing;

import org.quitclaim.command.dispatch.InputRejection;
import org.springframework.http.HttpStatus;

/** Why answers are not taken in with a code, or without one. */
final class CodeRefusals {
    static final InputRejection NEEDED = new InputRejection(
            "consent.code-needed",
            "This yes needs a code that is mailed to the contact point on record: ask for one, and send the answers again"
                    + " with it.",
            HttpStatus.CONFLICT);
    static final InputRejection CANNOT_BE_MAILED = new InputRejection(
            "link.code-cannot-be-mailed",
            "No code is mailed for these answers: they need none, or no mail can be sent to the contact point on record."
                    + " Send the answers without one.",
            HttpStatus.CONFLICT);
    static final InputRejection OTHER_CHOICES = new InputRejection(
            "link.code-other-choices",
            "The code was asked for other answers than these, and signs nothing else. Ask for a new one.",
            HttpStatus.CONFLICT);
    static final InputRejection OVERTAKEN = new InputRejection(
            "link.code-overtaken",
            "Since this code was asked for something was taken back, answered with no or corrected. Look at the answers"
                    + " once more, and ask for a new code.",
            HttpStatus.CONFLICT);
    static final InputRejection INCOMPLETE =
            new InputRejection("link.code-incomplete", "A code has 8 digits. This was not counted as a try.");

    private CodeRefusals() {}

    /** @param left how many tries are left */
    static InputRejection wrong(int left) {
        return new InputRejection(
                "link.code-wrong",
                "This is not the code that was mailed. Tries that are left with it:",
                HttpStatus.CONFLICT,
                Integer.toString(left));
    }
}
