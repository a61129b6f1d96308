package org.quitclaim.domain.consent;

import java.util.List;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.vault.RecordId;

/**
 * How consent was expressed, and where the sealed evidence of it lies.
 *
 * <p><b>Source:</b> eIDAS Art. 25 for the level; EDPB 05/2020 for the confirmation of explicit consent.
 *
 * @param representatives who signed, when {@code by} is REPRESENTATIVE; else empty
 * @param evidence what was shown and signed, sealed under the person's EVIDENCE key
 */
public record Signature(
        SignedBy by,
        List<RepresentativeId> representatives,
        Level level,
        Method method,
        Confirmation confirmation,
        RecordId evidence) {
    /** Whose hand it was. */
    public enum SignedBy {
        PERSON,
        REPRESENTATIVE
    }

    /** Simple, advanced or qualified electronic signature; paper counts as simple. */
    public enum Level {
        SIMPLE,
        ADVANCED,
        QUALIFIED
    }

    /** By which way it reached us. */
    public enum Method {
        /** By a link mailed to a contact point that a second employee confirmed. */
        LINK,
        /** By a link mailed to a contact point for which one employee alone vouched: it may be anybody's, staff's too. */
        LINK_VOUCHED,
        /** By a link on a letter that an employee printed, and could read. */
        LINK_PRINTED,
        PAPER,
        CLERK_ASSISTED;

        /** Whether it came by a link, on a page where nobody types but whoever holds it. */
        public boolean byLink() {
            return this == LINK || this == LINK_VOUCHED || this == LINK_PRINTED;
        }

        /** Whether it shows by itself who answered: else it rests on the word of whoever typed, printed or wrote it down. */
        public boolean showsWho() {
            return this == LINK;
        }
    }

    /** Whether the statement was confirmed; one ticked box is not explicit. */
    public enum Confirmation {
        SINGLE_STEP,
        TWO_STEPS,
        /** By a code that was mailed to the contact point on record, for exactly these answers. */
        CODE,
        SIGNED;

        boolean explicit() {
            return this != SINGLE_STEP;
        }
    }

    public Signature {
        representatives = Ordered.ids(representatives);
        if ((by == SignedBy.REPRESENTATIVE) == representatives.isEmpty()) {
            throw new IllegalArgumentException("representatives are named exactly when they sign");
        }
    }
}
