package org.quitclaim.certificate;

/** What a check of a certificate comes to. */
public sealed interface Verdict {
    /** Whose the key is, as far as the check can tell. */
    enum Key {
        /** Among the keys that the checker holds to be the installation's. */
        KNOWN,
        /** Only the certificate itself says whose key it is. */
        SELF_ASSERTED
    }

    /** Unchanged since it was signed. */
    record Sound(SignedCertificate signed, Key key, boolean opensWithCode) implements Verdict {}

    record Refused(Flaw flaw) implements Verdict {}
}
