package org.quitclaim.domain.erasure;

import org.quitclaim.domain.Rejection;

/** Why an order to an erasure case is refused. */
public enum ErasureRejection implements Rejection {
    ALREADY_OPEN("erasure.already-open", "This case is open already."),
    UNKNOWN_CASE("erasure.unknown-case", "There is no such erasure case."),
    ALREADY_CLOSED("erasure.already-closed", "This case is closed."),
    STEP_ALREADY_DONE("erasure.step-already-done", "This step was recorded already."),
    STEP_NOT_NEEDED("erasure.step-not-needed", "This kind of erasure has no such step."),
    NOT_FINISHED("erasure.not-finished", "Not every step was taken yet."),
    ALREADY_EXTENDED("erasure.already-extended", "The due date can be extended once."),
    ALREADY_PARKED("erasure.already-parked", "This step waits for a person already."),
    NOTHING_PARKED("erasure.nothing-parked", "No step of this case waits for a person."),
    ALREADY_HELD("erasure.already-held", "This hold was noted already."),
    ALREADY_SOUNDED("erasure.already-sounded", "This alarm was sounded for this due date already."),
    EXTENSION_TOO_LONG("erasure.extension-too-long", "An extension moves the due date forward, by two months at most.");

    private final String code;
    private final String advice;

    ErasureRejection(String code, String advice) {
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
