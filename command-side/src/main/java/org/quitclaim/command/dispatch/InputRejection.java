package org.quitclaim.command.dispatch;

import org.quitclaim.access.problem.EdgeRejection;
import org.springframework.http.HttpStatus;

/**
 * What was sent cannot be acted on; changes nothing.
 *
 * @param addendum words of the interface, the same in every language, such as a field's name
 */
public record InputRejection(String code, String advice, HttpStatus status, String addendum) implements EdgeRejection {
    public InputRejection(String code, String advice, HttpStatus status) {
        this(code, advice, status, "");
    }

    static final InputRejection TOO_MUCH = new InputRejection(
            "request.too-much", "This is more than one entry of the history can hold; send it in several parts.");

    /** What the sender can mend by sending something else. */
    public InputRejection(String code, String advice) {
        this(code, advice, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** With the fields, one of which is needed. */
    public static InputRejection missing(String fields) {
        return new InputRejection(
                "request.missing-field",
                "Something that is needed is missing:",
                HttpStatus.UNPROCESSABLE_CONTENT,
                fields);
    }

    static InputRejection saysNothing(String field) {
        return new InputRejection(
                "request.says-nothing",
                "A text has no letter and no digit, so that nobody could read it out. The field:",
                HttpStatus.UNPROCESSABLE_CONTENT,
                field);
    }

    static InputRejection tooLong(String field, int most) {
        return new InputRejection(
                "request.too-long",
                "A text is too long. The field, and how many letters it may have:",
                HttpStatus.UNPROCESSABLE_CONTENT,
                field + ", " + most);
    }

    static InputRejection invalid(String why) {
        return new InputRejection(
                "request.invalid", "A value cannot be used here:", HttpStatus.UNPROCESSABLE_CONTENT, why);
    }
}
