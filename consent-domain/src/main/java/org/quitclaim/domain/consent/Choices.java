package org.quitclaim.domain.consent;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.QuitclaimId;

/**
 * What a person was asked, and what became of each question; both in the order in which they came.
 *
 * @param confirmed which permissions somebody has confirmed who has seen the person
 */
record Choices(Map<QuitclaimId, Offer> offers, Map<GrantId, Grant> grants, Set<GrantId> confirmed) {
    public static final Choices NONE = new Choices(Map.of(), Map.of(), Set.of());

    public Choices {
        confirmed = Collections.unmodifiableSet(new LinkedHashSet<>(Ordered.ids(confirmed)));
        offers = Collections.unmodifiableMap(new LinkedHashMap<>(offers));
        grants = Collections.unmodifiableMap(new LinkedHashMap<>(grants));
    }

    Choices asked(Offer offer) {
        Map<QuitclaimId, Offer> more = new LinkedHashMap<>(offers);
        more.put(offer.id(), offer);
        return new Choices(more, grants, confirmed);
    }

    /** A yes that counts also ends the noes that it contradicts. */
    Choices granted(Grant grant, boolean counts) {
        Choices answered = offer(grant.quitclaim(), Offer::withAnswer);
        Map<GrantId, Grant> more = new LinkedHashMap<>(grants);
        more.put(grant.id(), grant);
        Choices with = new Choices(answered.offers, more, confirmed);
        return counts ? with.endingNoes(grant) : with;
    }

    Choices confirmed(Collection<GrantId> seen) {
        Set<GrantId> more = new HashSet<>(confirmed);
        more.addAll(seen);
        Choices next = new Choices(offers, grants, more);
        for (GrantId id : seen) {
            Grant grant = grants.get(id);
            next = grant == null ? next : next.endingNoes(grant);
        }
        return next;
    }

    private Choices endingNoes(Grant yes) {
        Map<QuitclaimId, Offer> next = new LinkedHashMap<>(offers);
        next.replaceAll((id, offer) -> offer.supersededBy(yes));
        return new Choices(next, grants, confirmed);
    }

    Choices refused(QuitclaimId id, Refusal refusal) {
        return offer(id, offer -> offer.withRefusal(refusal));
    }

    Choices expired(GrantId id) {
        return grant(id, grant -> grant.withStatus(ConsentStatus.EXPIRED));
    }

    Choices withdrawn(Collection<Withdrawn> parts) {
        Choices next = this;
        for (Withdrawn part : parts) {
            next = next.grant(part.grant(), grant -> grant.without(part.channels()));
        }
        return next;
    }

    /** Those of them that still allow something; a no that one of them had ended stands again. */
    Choices invalidated(Collection<GrantId> ended) {
        Map<QuitclaimId, Offer> asked = new LinkedHashMap<>(offers);
        asked.replaceAll((id, offer) -> offer.without(ended));
        Map<GrantId, Grant> next = new LinkedHashMap<>(grants);
        next.replaceAll((id, grant) -> ended.contains(id) && grant.status().authorises()
                ? grant.withStatus(ConsentStatus.INVALIDATED)
                : grant);
        return new Choices(asked, next, confirmed);
    }

    private Choices offer(QuitclaimId id, UnaryOperator<Offer> change) {
        Map<QuitclaimId, Offer> next = new LinkedHashMap<>(offers);
        next.computeIfPresent(id, (known, offer) -> change.apply(offer));
        return new Choices(next, grants, confirmed);
    }

    private Choices grant(GrantId id, UnaryOperator<Grant> change) {
        Map<GrantId, Grant> next = new LinkedHashMap<>(grants);
        next.computeIfPresent(id, (known, grant) -> change.apply(grant));
        return new Choices(offers, next, confirmed);
    }
}
