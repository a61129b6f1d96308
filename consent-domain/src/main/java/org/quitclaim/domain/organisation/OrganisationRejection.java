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
    CHANGED_MEANWHILE(
            Kind.CONFLICT,
            "organisation.changed-meanwhile",
            "Somebody described the organisation a moment ago. Look and try again."),
    TEXT_BROKEN(
            Kind.CONFLICT,
            "organisation.text-broken",
            "A text has a line break or another sign that is not seen; it stands within sentences of letters. Type it"
                    + " anew, on one line."),
    ADDRESS_NOT_ASKED(
            Kind.CONFLICT,
            "organisation.address-not-asked",
            "This change of the address does not wait for a second person, or not any more: it lapses after 24 hours."
                    + " GET /api/organisation shows what waits."),
    ADDRESS_SAME_PERSON(
            Kind.CONFLICT,
            "organisation.address-same-person",
            "All links lead to this address, so somebody else has to confirm it: whoever asked cannot agree with"
                    + " themselves."),
    ADDRESS_SAME_WORD(
            Kind.CONFLICT,
            "organisation.address-same-word",
            "Both accounts stand on one person's word, so this is one person. Let somebody on another word confirm; an"
                    + " organisation that has nobody yet gets an officer who stands on their own word from whoever runs"
                    + " the server (quitclaim.staff.first-officer)."),
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
