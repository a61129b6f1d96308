package org.quitclaim.domain.rights;

import org.quitclaim.domain.Rejection;

/** Why an order to a request is refused. */
public enum RightsRejection implements Rejection {
    ALREADY_RECEIVED(Kind.CONFLICT, "rights.already-received", "This request was received already."),
    UNKNOWN_REQUEST(Kind.ABSENT, "rights.unknown", "There is no such request."),
    OTHER_CONCERN(
            Kind.UNACCEPTABLE,
            "rights.other-concern",
            "An objection is about one publication, a correction about one face or everything, anything else about"
                    + " everything."),
    ALREADY_OVER(Kind.CONFLICT, "rights.already-over", "This request was answered or refused; make a new one."),
    ALREADY_EXTENDED(Kind.CONFLICT, "rights.already-extended", "A request is extended once."),
    EXTENSION_TOO_LATE(
            Kind.CONFLICT,
            "rights.extension-too-late",
            "An extension is told before the due date; answer the request."),
    OTHER_OUTCOME(Kind.UNACCEPTABLE, "rights.other-outcome", "A request for this right is not answered like that."),
    OTHER_REASON(Kind.UNACCEPTABLE, "rights.other-reason", "A request for this right is not refused for that reason."),
    ALREADY_SOUNDED(Kind.CONFLICT, "rights.already-sounded", "This alarm was sounded already.");

    private final Kind kind;
    private final String code;
    private final String advice;

    RightsRejection(Kind kind, String code, String advice) {
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
