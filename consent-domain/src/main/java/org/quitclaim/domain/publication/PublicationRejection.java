package org.quitclaim.domain.publication;

import org.quitclaim.domain.Rejection;

/** Why an order to a publication is refused. */
public enum PublicationRejection implements Rejection {
    ALREADY_REQUESTED(Kind.CONFLICT, "publication.already-requested", "This publication was asked for already."),
    UNKNOWN_PUBLICATION(Kind.ABSENT, "publication.unknown", "Ask for the publication first."),
    OTHER_BASIS_NOT_ALLOWED(
            Kind.CONFLICT,
            "publication.other-basis-not-allowed",
            "This installation only publishes with consent; ask for consent."),
    ALREADY_DECIDED(Kind.CONFLICT, "publication.already-decided", "This publication was decided; ask for a new one."),
    NO_REASON(Kind.UNACCEPTABLE, "publication.no-reason", "A publication is blocked for a reason."),
    NOT_LIVE(Kind.CONFLICT, "publication.not-live", "This publication is not cleared."),
    ALREADY_PUBLISHED(Kind.CONFLICT, "publication.already-published", "It was recorded already that this is online."),
    ALREADY_OVER(
            Kind.CONFLICT, "publication.already-over", "This publication was blocked or its takedown ordered already."),
    NO_TAKEDOWN(Kind.CONFLICT, "publication.no-takedown", "No takedown was ordered for this publication."),
    ALREADY_TAKEN_DOWN(Kind.CONFLICT, "publication.already-taken-down", "This was taken offline already.");

    private final Kind kind;
    private final String code;
    private final String advice;

    PublicationRejection(Kind kind, String code, String advice) {
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
