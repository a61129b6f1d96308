package org.quitclaim.command.dispatch;

import org.quitclaim.domain.Rejection;

/** What was sent cannot be acted on; changes nothing. */
public record InputRejection(String code, String advice) implements Rejection {
    public static InputRejection missing(String field) {
        return new InputRejection("request.missing-field", "Give the field \"" + field + "\".");
    }

    static InputRejection invalid(String advice) {
        return new InputRejection("request.invalid", advice);
    }
}
