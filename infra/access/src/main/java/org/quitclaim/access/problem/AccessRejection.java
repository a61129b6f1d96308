package org.quitclaim.access.problem;

import org.springframework.http.HttpStatus;

/** Why somebody is not let in, or an order about accounts is refused. */
public enum AccessRejection implements EdgeRejection {
    LOGIN_NEEDED(HttpStatus.UNAUTHORIZED, "access.login-needed", "Log in first, or send a valid service token."),
    WRONG_LOGIN(HttpStatus.UNAUTHORIZED, "access.wrong-login", "The name or the password is wrong."),
    IN_DOUBT(
            HttpStatus.UNAUTHORIZED,
            "access.in-doubt",
            "After a restore nobody can tell whether this still opens anything. An administrator or an officer gives"
                    + " the account a new one-time password, or confirms the token or makes it anew."),
    TOKEN_OVER(
            HttpStatus.UNAUTHORIZED,
            "access.token-over",
            "This service token has reached its end. An administrator or an officer makes a new one."),
    CLOSED_TO_TOKENS(
            HttpStatus.FORBIDDEN, "access.closed-to-tokens", "No service token opens this, whatever it holds."),
    NOT_ALLOWED(
            HttpStatus.FORBIDDEN,
            "access.not-allowed",
            "Your role does not include this; ask somebody whose role does."),
    FORGERY_CHECK(
            HttpStatus.FORBIDDEN,
            "access.forgery-check",
            "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN; loading the page again does this."),
    PASSWORD_CHANGE_NEEDED(
            HttpStatus.FORBIDDEN,
            "access.password-change-needed",
            "Replace the one-time password by one of your own first."),
    WEAK_PASSWORD(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "access.weak-password",
            "Choose a password of 12 to 200 characters that is not your login name."),
    MONOTONOUS_PASSWORD(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "access.monotonous-password",
            "Choose a password with at least 5 different characters."),
    SAME_PASSWORD(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "access.same-password",
            "This is the password that you have now, or were given. Choose another one of your own."),
    UNUSABLE_LOGIN(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "access.unusable-login",
            "A login name has 3 to 100 letters, digits and signs such as . - @, of one alphabet and without spaces."),
    LOGIN_TAKEN(HttpStatus.CONFLICT, "access.login-taken", "This login name is in use; choose another."),
    NO_ROLE(HttpStatus.UNPROCESSABLE_CONTENT, "access.no-role", "Name at least one role."),
    ROLES_CONFLICT(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "access.roles-conflict",
            "Whoever runs the system does not work with the photos: ADMIN stands alone, and SERVICE is for tokens"
                    + " only."),
    LAST_ADMIN(HttpStatus.CONFLICT, "access.last-admin", "This is the last administrator; make another one first.");

    private final HttpStatus status;
    private final String code;
    private final String advice;

    AccessRejection(HttpStatus status, String code, String advice) {
        this.status = status;
        this.code = code;
        this.advice = advice;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String advice() {
        return advice;
    }
}
