package org.quitclaim.domain.organisation;

import org.quitclaim.domain.Rejection;

/** Why an order about the organisation is refused. */
public enum OrganisationRejection implements Rejection {
    NOT_INTRODUCED(
            Kind.CONFLICT, "organisation.not-introduced", "Nothing was said about the organisation yet. Say it first."),
    ALREADY_INTRODUCED(
            Kind.CONFLICT,
            "organisation.already-introduced",
            "Somebody described the organisation a moment ago. Look and try again."),
    TEXT_TURNS(
            Kind.CONFLICT,
            "organisation.text-turns",
            "A text has an invisible sign that turns the direction of writing, so it could read as something else."
                    + " Type it anew, without pasting."),
    ADDRESS_UNUSABLE(
            Kind.CONFLICT,
            "organisation.address-unusable",
            "Give the public address as https://name.example or https://name.example:8443, without path, user name or"
                    + " question mark; http is for localhost alone.");

    private final Kind kind;
    private final String code;
    private final String advice;

    OrganisationRejection(Kind kind, String code, String advice) {
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
