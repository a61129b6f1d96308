package org.quitclaim.domain.consent;

import java.util.Collections;
import java.util.Set;
import java.util.function.Predicate;
import org.quitclaim.domain.Ordered;

/**
 * What exactly is asked or allowed.
 *
 * <p><b>Guarantees:</b> RECOGNITION names no channel, territory or context; PUBLICATION names at least one channel and
 * territory. Where no subject is named, {@link UseContext#GENERAL} is meant and nothing else.
 */
public record Terms(
        Purpose purpose,
        Set<Channel> channels,
        Set<Territory> territories,
        Contexts contexts,
        Coverage coverage,
        Term term) {
    public Terms {
        channels = Ordered.set(channels);
        territories = Ordered.set(territories);
        contexts = purpose == Purpose.PUBLICATION && contexts.isEmpty() ? Contexts.GENERAL : contexts;
        boolean consistent = switch (purpose) {
            case RECOGNITION -> channels.isEmpty() && territories.isEmpty() && contexts.isEmpty();
            case PUBLICATION -> !channels.isEmpty() && !territories.isEmpty();
        };
        if (!consistent) {
            throw new IllegalArgumentException("publication names channels and territories, recognition names neither");
        }
    }

    public static Terms recognition(Term term) {
        return new Terms(Purpose.RECOGNITION, Set.of(), Set.of(), Contexts.NONE, Coverage.EVERYTHING, term);
    }

    /** Whether every use that {@code other} allows, its term apart, is allowed by these too. */
    boolean reachAsFarAs(Terms other) {
        boolean everywhere = other.territories.stream()
                .allMatch(there -> territories.stream().anyMatch(here -> here.covers(there)));
        return purpose == other.purpose
                && channels.containsAll(other.channels)
                && everywhere
                && contexts.reachAsFarAs(other.contexts)
                && coverage.includesAll(other.coverage);
    }

    /** Whether there is a use that both are about, their days apart; where that cannot be known, there is. */
    boolean meet(Terms other) {
        return purpose == other.purpose
                && (purpose == Purpose.RECOGNITION
                        || (!Collections.disjoint(channels, other.channels)
                                && territories.stream()
                                        .anyMatch(here -> other.territories.stream()
                                                .anyMatch(there -> here.covers(there) || there.covers(here)))
                                && contexts.meet(other.contexts)
                                && coverage.meet(other.coverage)));
    }

    Terms withChannels(Set<Channel> left) {
        return new Terms(purpose, left, territories, contexts, coverage, term);
    }

    /**
     * Whether a yes to this has to be explicit, which one ticked box is not. Recognition is Art. 9 for everybody; a patient's
     * photo reveals health, and a sensitive subject reveals it, a faith or an orientation of whoever is shown with it.
     *
     * <p><b>Source:</b> GDPR Art. 9(2)(a); EDPB 05/2020; R4.
     *
     * @param sensitive which subjects count as sensitive today
     */
    public boolean needExplicit(Capacity capacity, Predicate<UseContext> sensitive) {
        return purpose == Purpose.RECOGNITION
                || capacity == Capacity.PATIENT
                || contexts.named().stream().anyMatch(sensitive);
    }
}
