package org.quitclaim.command.dispatch;

import org.quitclaim.access.problem.EdgeRejection;
import org.springframework.http.HttpStatus;

/** What was sent cannot be acted on; changes nothing. */
public record InputRejection(String code, String advice, HttpStatus status) implements EdgeRejection {
    /** What the sender can mend by sending something else. */
    public InputRejection(String code, String advice) {
        this(code, advice, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    public static InputRejection missing(String field) {
        return new InputRejection("request.missing-field", "Give the field \"" + field + "\".");
    }

    static InputRejection invalid(String advice) {
        return new InputRejection("request.invalid", advice);
    }
}
