package org.quitclaim.domain.erasure;

/** What a search can find that should be gone. Stored by name: never rename one. */
public enum Remnant {
    /** Bytes of a wrapped key. */
    KEY,
    /** Bytes of a sealed record. */
    CIPHERTEXT,
    /** A name or an address in the clear. */
    NAME,
    /** A sealed record, by its id. */
    RECORD,
    /** A faceprint, a suggestion or a link to a face. */
    LINK
}
