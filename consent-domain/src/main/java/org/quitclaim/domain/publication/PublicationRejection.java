package org.quitclaim.domain.publication;

import org.quitclaim.domain.Rejection;

/** Why an order to a publication is refused. */
public enum PublicationRejection implements Rejection {
    ALREADY_REQUESTED("publication.already-requested", "This publication was asked for already."),
    UNKNOWN_PUBLICATION("publication.unknown", "Ask for the publication first."),
    OTHER_BASIS_NOT_ALLOWED(
            "publication.other-basis-not-allowed", "This installation only publishes with consent; ask for consent."),
    ALREADY_DECIDED("publication.already-decided", "This publication was decided; ask for a new one."),
    NO_REASON("publication.no-reason", "A publication is blocked for a reason."),
    NOT_LIVE("publication.not-live", "This publication is not cleared."),
    ALREADY_PUBLISHED("publication.already-published", "It was recorded already that this is online."),
    ALREADY_OVER("publication.already-over", "This publication was blocked or its takedown ordered already."),
    NO_TAKEDOWN("publication.no-takedown", "No takedown was ordered for this publication."),
    ALREADY_TAKEN_DOWN("publication.already-taken-down", "This was taken offline already.");

    private final String code;
    private final String advice;

    PublicationRejection(String code, String advice) {
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
