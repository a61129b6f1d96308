package org.quitclaim.domain.history;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.PhotoTreatment;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.consent.Through;
import org.quitclaim.domain.consent.WithdrawnBy;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.id.RepresentativeId;

/**
 * What somebody said no to, or demanded, while nothing of her own history could be read; it is carried out there as soon as
 * it can. Source: GDPR Art. 7(3), 17, 18.
 */
public sealed interface NotedNo {
    /** The reason given for whatever shows her until then. */
    String CODE = "history.no-noted";

    PersonId person();

    /** As screens call it. */
    enum Kind {
        WITHDRAWAL,
        REFUSAL,
        RESTRICTION,
        ERASURE,
        DISPUTE
    }

    default Kind kind() {
        return switch (this) {
            case Withdrawal one -> Kind.WITHDRAWAL;
            case Refusal one -> Kind.REFUSAL;
            case Restriction one -> Kind.RESTRICTION;
            case Erasure one -> Kind.ERASURE;
            case Dispute one -> Kind.DISPUTE;
        };
    }

    /** Consent is taken back; not more than was given, which nobody can look up yet. */
    record Withdrawal(PersonId person, boolean recognition, Set<Channel> channels, Set<GrantId> grants, WithdrawnBy by)
            implements NotedNo {
        public Withdrawal {
            channels = Collections.unmodifiableSet(new TreeSet<>(channels));
            grants = Collections.unmodifiableSet(new LinkedHashSet<>(grants));
        }
    }

    /** Every question of a quitclaim was answered with no. */
    record Refusal(
            PersonId person,
            QuitclaimId quitclaim,
            String language,
            List<Integer> asks,
            Signature signature,
            Through through)
            implements NotedNo {
        public Refusal {
            asks = List.copyOf(asks);
        }
    }

    /** Nothing may be done with her data for now. */
    record Restriction(PersonId person) implements NotedNo {}

    /** Everything about her goes. */
    record Erasure(PersonId person, PhotoTreatment photos, boolean evidence) implements NotedNo {}

    /** Whoever signed for her had no authority to, somebody says. */
    record Dispute(PersonId person, RepresentativeId representative) implements NotedNo {}
}
