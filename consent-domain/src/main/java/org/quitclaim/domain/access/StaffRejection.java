package org.quitclaim.domain.access;

import org.quitclaim.domain.Rejection;

/** Why an order about an account or a token is refused. */
public enum StaffRejection implements Rejection {
    UNKNOWN_ACCOUNT(Kind.ABSENT, "access.unknown-account", "There is no such account."),
    ACCOUNT_EXISTS(Kind.CONFLICT, "access.account-exists", "This account was asked for already."),
    UNKNOWN_TOKEN(Kind.ABSENT, "access.unknown-token", "There is no such service token."),
    TOKEN_EXISTS(Kind.CONFLICT, "access.token-exists", "This service token was asked for already."),
    NOTHING_ASKED(
            Kind.CONFLICT, "access.nothing-asked", "Nobody asks for this, or not in time. Let somebody ask first."),
    ASKED_ALREADY(
            Kind.CONFLICT,
            "access.asked-already",
            "Something is asked about this account already; agree to it, or let it lapse."),
    SAME_PERSON(
            Kind.CONFLICT,
            "access.same-person",
            "Somebody else has to agree: whoever asked cannot agree with themselves."),
    OWN_ACCOUNT(Kind.CONFLICT, "access.own-account", "Nobody decides about their own account; let two others do it."),
    SAME_WORD(
            Kind.CONFLICT,
            "access.same-word",
            "This account stands on the word of the person who asks. Let somebody else agree, or let two officers do"
                    + " it."),
    NOBODY_CAN_AGREE(
            Kind.CONFLICT,
            "access.nobody-can-agree",
            "Nobody here could agree to this: every other account that may stands on your word. Let an officer ask for"
                    + " it, and another officer agree. Where there is no such officer, whoever runs the server names one"
                    + " on nobody's word (quitclaim.staff.first-officer). Nothing was asked."),
    ASKER_GONE(
            Kind.CONFLICT,
            "access.asker-gone",
            "Whoever asked for this may ask for nothing any more. Take the request back or let it lapse, and let"
                    + " somebody else ask."),
    NOTHING_CHANGES(Kind.CONFLICT, "access.nothing-changes", "The account has exactly these roles."),
    NOT_IN_DOUBT(Kind.CONFLICT, "access.not-in-doubt", "Nobody doubts that this token holds."),
    MAKE_ANEW(
            Kind.CONFLICT,
            "access.make-anew",
            "You may not make such a token alone, so you cannot say alone that it still holds. An administrator may,"
                    + " where one person is enough for it; else revoke it, and let two people make a new one."),
    NOT_OVER(Kind.CONFLICT, "access.not-over", "It is in use, or its time is not over.");

    private final Kind kind;
    private final String code;
    private final String advice;

    StaffRejection(Kind kind, String code, String advice) {
        this.kind = kind;
        this.code = code;
        this.advice = advice;
    }

    @Override
    public Kind kind() {
        return kind;
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
