package org.quitclaim.domain.rights;

import org.quitclaim.domain.Rejection;

/** Why an order to a request is refused. */
public enum RightsRejection implements Rejection {
    ALREADY_RECEIVED("rights.already-received", "This request was received already."),
    UNKNOWN_REQUEST("rights.unknown", "There is no such request."),
    OTHER_CONCERN(
            "rights.other-concern",
            "An objection is about one publication, a correction about one face or everything, anything else about"
                    + " everything."),
    ALREADY_OVER("rights.already-over", "This request was answered or refused; make a new one."),
    ALREADY_EXTENDED("rights.already-extended", "A request is extended once."),
    EXTENSION_TOO_LATE("rights.extension-too-late", "An extension is told before the due date; answer the request."),
    OTHER_OUTCOME("rights.other-outcome", "A request for this right is not answered like that."),
    OTHER_REASON("rights.other-reason", "A request for this right is not refused for that reason."),
    ALREADY_SOUNDED("rights.already-sounded", "This alarm was sounded already.");

    private final String code;
    private final String advice;

    RightsRejection(String code, String advice) {
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
