package org.quitclaim.domain.breach;

import org.quitclaim.domain.Rejection;

/** Why an order to a breach's record is refused. */
public enum BreachRejection implements Rejection {
    UNKNOWN(Kind.ABSENT, "breach.unknown", "There is no such breach on record."),
    ALREADY_REPORTED(Kind.CONFLICT, "breach.already-reported", "This breach is on record already."),
    CLOSED(Kind.CONFLICT, "breach.closed", "This breach is closed. Report a new one."),
    DISCOVERED_IN_THE_FUTURE(
            Kind.CONFLICT, "breach.discovered-in-the-future", "Say when it was discovered: now or earlier."),
    DISCOVERED_TOO_LONG_AGO(
            Kind.UNACCEPTABLE,
            "breach.discovered-too-long-ago",
            "Say when it was discovered; this is more than 100 years ago."),
    SAME_PERSON(
            Kind.CONFLICT,
            "breach.same-person",
            "Somebody else has to confirm: whoever asked cannot agree with themselves."),
    SAME_WORD(
            Kind.CONFLICT,
            "breach.same-word",
            "Both accounts stand on one person's word, so this is one person. One person's erasure needs"
                    + " nobody else. Let somebody on another word confirm; an organisation that has nobody yet gets"
                    + " an officer who stands on their own word from whoever runs the server"
                    + " (quitclaim.staff.first-officer)."),
    NOT_A_PERSON(Kind.CONFLICT, "breach.not-a-person", "Only a person may do this; a machine cannot answer for it."),
    CONFIRMATION_TOO_LATE(
            Kind.CONFLICT, "breach.confirmation-too-late", "Nobody confirmed in time. Ask for the revocation again."),
    STILL_AWAITED(
            Kind.CONFLICT,
            "breach.still-awaited",
            "The revocation is asked for already. Let somebody else confirm it."),
    ALREADY_CONFIRMED(Kind.CONFLICT, "breach.already-confirmed", "The revocation is confirmed already."),
    NOT_CONFIRMED(Kind.CONFLICT, "breach.not-confirmed", "The keys are revoked once a second person confirmed."),
    STILL_REVOKING(
            Kind.CONFLICT, "breach.still-revoking", "The keys are being revoked. Close the breach when that is done."),
    ALREADY_NOTIFIED(Kind.CONFLICT, "breach.already-notified", "The authority is told already."),
    ALREADY_INFORMED(Kind.CONFLICT, "breach.already-informed", "The persons are informed already."),
    DELAY_UNEXPLAINED(
            Kind.CONFLICT,
            "breach.delay-unexplained",
            "More than 72 hours have passed: give the reason for the delay."),
    NOT_DUE(Kind.CONFLICT, "breach.not-due", "It is too early for this alarm, or it has sounded."),
    REASON_MISSING(
            Kind.CONFLICT,
            "breach.reason-missing",
            "Not everybody is told, or nobody confirmed the revocation: give the reason why it can be closed.");

    private final Kind kind;
    private final String code;
    private final String advice;

    BreachRejection(Kind kind, String code, String advice) {
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
