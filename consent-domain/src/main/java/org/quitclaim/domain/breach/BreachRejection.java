package org.quitclaim.domain.breach;

import org.quitclaim.domain.Rejection;

/** Why an order to a breach's record is refused. */
public enum BreachRejection implements Rejection {
    UNKNOWN("breach.unknown", "There is no such breach on record."),
    ALREADY_REPORTED("breach.already-reported", "This breach is on record already."),
    CLOSED("breach.closed", "This breach is closed. Report a new one."),
    DISCOVERED_IN_THE_FUTURE("breach.discovered-in-the-future", "Say when it was discovered: now or earlier."),
    DISCOVERED_TOO_LONG_AGO(
            "breach.discovered-too-long-ago", "Say when it was discovered; this is more than 100 years ago."),
    SAME_PERSON("breach.same-person", "Somebody else has to confirm: whoever asked cannot agree with themselves."),
    SAME_WORD(
            "breach.same-word",
            "Both accounts stand on one person's word, so this is one person. One person's erasure needs"
                    + " nobody else. Let somebody on another word confirm; an organisation that has nobody yet gets"
                    + " an officer who stands on their own word from whoever runs the server"
                    + " (quitclaim.staff.first-officer)."),
    NOT_A_PERSON("breach.not-a-person", "Only a person may do this; a machine cannot answer for it."),
    CONFIRMATION_TOO_LATE("breach.confirmation-too-late", "Nobody confirmed in time. Ask for the revocation again."),
    STILL_AWAITED("breach.still-awaited", "The revocation is asked for already. Let somebody else confirm it."),
    ALREADY_CONFIRMED("breach.already-confirmed", "The revocation is confirmed already."),
    NOT_CONFIRMED("breach.not-confirmed", "The keys are revoked once a second person confirmed."),
    STILL_REVOKING("breach.still-revoking", "The keys are being revoked. Close the breach when that is done."),
    ALREADY_NOTIFIED("breach.already-notified", "The authority is told already."),
    ALREADY_INFORMED("breach.already-informed", "The persons are informed already."),
    DELAY_UNEXPLAINED("breach.delay-unexplained", "More than 72 hours have passed: give the reason for the delay."),
    NOT_DUE("breach.not-due", "It is too early for this alarm, or it has sounded."),
    REASON_MISSING(
            "breach.reason-missing",
            "Not everybody is told, or nobody confirmed the revocation: give the reason why it can be closed.");

    private final String code;
    private final String advice;

    BreachRejection(String code, String advice) {
        this.code = code;
        this.advice = advice;
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
