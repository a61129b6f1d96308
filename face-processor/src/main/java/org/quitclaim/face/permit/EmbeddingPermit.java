package org.quitclaim.face.permit;

import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.recognition.RecognitionScope;

/**
 * The value without which no embedding can be computed.
 *
 * <p><b>Guarantees</b>: can be had from a {@link PermitIssuer} only, which checks the facts; counts for one photo, for
 * exactly the faces it names, once, for at most a minute, and not once it was voided.
 *
 * <p><b>Thread-safety</b>: safe; of two threads that redeem one permit, one succeeds.
 *
 * <p><b>Source</b>: Art. 9(2)(a) GDPR; EDPB Guidelines 3/2019: biometric vectors of bystanders are not to be computed.
 */
public abstract sealed class EmbeddingPermit {

    private final PermitTerms terms;
    /** Guarded by the issuer's lock. */
    private PermitState state = PermitState.OUTSTANDING;

    EmbeddingPermit(PermitTerms terms) {
        this.terms = terms;
    }

    public final PermitTerms terms() {
        return terms;
    }

    final PermitState state() {
        return state;
    }

    final void become(PermitState next) {
        state = next;
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + terms.id() + "]";
    }

    /** To make a person's faceprint from one face that a human designated. */
    public static final class Enrolment extends EmbeddingPermit {
        private final PersonId person;

        Enrolment(PermitTerms terms, PersonId person) {
            super(terms);
            this.person = person;
        }

        public PersonId person() {
            return person;
        }
    }

    /** To compare one face, of which a human says whose it is, with that person's faceprint and no other. */
    public static final class DesignatedFace extends EmbeddingPermit {
        private final PersonId person;

        DesignatedFace(PermitTerms terms, PersonId person) {
            super(terms);
            this.person = person;
        }

        public PersonId person() {
            return person;
        }
    }

    /** To seek faces, which a human marked as people who signed for recognition, within a scope. */
    public static final class AttestedFaces extends EmbeddingPermit {
        private final RecognitionScope scope;

        AttestedFaces(PermitTerms terms, RecognitionScope scope) {
            super(terms);
            this.scope = scope;
        }

        public RecognitionScope scope() {
            return scope;
        }
    }
}
