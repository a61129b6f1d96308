package org.quitclaim.domain.erasure;

import org.quitclaim.domain.Rejection;

/** Why an order to an erasure case is refused. */
public enum ErasureRejection implements Rejection {
    ALREADY_OPEN(Kind.CONFLICT, "erasure.already-open", "This case is open already."),
    UNKNOWN_CASE(Kind.ABSENT, "erasure.unknown-case", "There is no such erasure case."),
    ALREADY_CLOSED(Kind.CONFLICT, "erasure.already-closed", "This case is closed."),
    STEP_ALREADY_DONE(Kind.CONFLICT, "erasure.step-already-done", "This step was recorded already."),
    STEP_NOT_NEEDED(Kind.CONFLICT, "erasure.step-not-needed", "This kind of erasure has no such step."),
    NOT_FINISHED(Kind.CONFLICT, "erasure.not-finished", "Not every step was taken yet."),
    ALREADY_EXTENDED(Kind.CONFLICT, "erasure.already-extended", "The due date can be extended once."),
    ALREADY_PARKED(Kind.CONFLICT, "erasure.already-parked", "This step waits for a person already."),
    NOTHING_PARKED(Kind.CONFLICT, "erasure.nothing-parked", "No step of this case waits for a person."),
    ALREADY_HELD(Kind.CONFLICT, "erasure.already-held", "This hold was noted already."),
    ALREADY_SOUNDED(Kind.CONFLICT, "erasure.already-sounded", "This alarm was sounded for this due date already."),
    EXTENSION_TOO_LONG(
            Kind.UNACCEPTABLE,
            "erasure.extension-too-long",
            "An extension moves the due date forward, by two months at most.");

    private final Kind kind;
    private final String code;
    private final String advice;

    ErasureRejection(Kind kind, String code, String advice) {
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
