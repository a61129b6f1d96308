package org.quitclaim.face.permit;

/** Why a permit was not issued or not accepted; {@link #code} is stable and names nobody. */
public enum PermitRefusal {
    /** No DPIA reference is recorded: all recognition is off. */
    DPIA_MISSING("permit.dpia-missing"),
    /** The DPIA was approved for another model pack, other limits or other settings: all recognition is off. */
    METHOD_NOT_APPROVED("permit.method-not-approved"),
    /** The collection allows detection only. */
    COLLECTION_DETECT_ONLY("permit.collection-detect-only"),
    /** The attestation names a wider scope than the collection allows. */
    SCOPE_TOO_WIDE("permit.scope-too-wide"),
    /** The person has no live recognition grant. */
    NO_LIVE_GRANT("permit.no-live-grant"),
    /** The person's processing is restricted (Art. 18 GDPR). */
    RESTRICTED("permit.restricted"),
    /** The person's grant counts once a second employee has seen the person. */
    GRANT_UNCONFIRMED("permit.grant-unconfirmed"),
    /** The history may lack the person's no, or that of everybody within the scope. */
    HISTORY_IN_DOUBT("permit.history-in-doubt"),
    /** Nobody within the scope has a live recognition grant. */
    NOBODY_IN_SCOPE("permit.nobody-in-scope"),
    /** No face was attested. */
    NOTHING_ATTESTED("permit.nothing-attested"),
    /** Something was withdrawn or changed while the facts were gathered: gather them again. */
    FACTS_OUTDATED("permit.facts-outdated"),
    /** Issued by another issuer. */
    UNKNOWN("permit.unknown"),
    /** The permit is for another photo. */
    OTHER_PHOTO("permit.other-photo"),
    /** Its minute is over. */
    EXPIRED("permit.expired"),
    /** It was used before. */
    USED("permit.used"),
    /** A withdrawal, a restriction or a change of the participants voided it. */
    VOIDED("permit.voided");

    private final String code;

    PermitRefusal(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
