package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.quitclaim.domain.consent.Signature.SignedBy;
import org.quitclaim.domain.id.GrantId;

/**
 * A no to one question of a quitclaim.
 *
 * @param by whose no it was
 * @param at when it was said
 * @param later each later yes that reaches at least as far as what was refused
 */
public record Refusal(int ask, SignedBy by, Instant at, List<GrantId> later) {
    public Refusal {
        later = List.copyOf(later);
    }

    Refusal(int ask, SignedBy by, Instant at) {
        this(ask, by, at, List.of());
    }

    /** Whether a yes that counted took its place, however that ended. */
    public boolean superseded() {
        return !later.isEmpty();
    }

    Refusal supersededBy(GrantId yes) {
        List<GrantId> more = new ArrayList<>(later);
        more.add(yes);
        return new Refusal(ask, by, at, more);
    }

    /** A yes that never was one took no place. */
    Refusal without(Collection<GrantId> invalid) {
        return new Refusal(
                ask,
                by,
                at,
                later.stream().filter(yes -> !invalid.contains(yes)).toList());
    }
}
