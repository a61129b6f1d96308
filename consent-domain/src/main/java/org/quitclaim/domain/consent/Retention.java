package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.vault.KeyScope;

/**
 * What of a person is kept for a claim, what was ordered to go, and what is gone.
 *
 * @param holds until when each held element is kept
 * @param ordered the elements other than the faceprint whose erasure was ordered; each is ordered once
 * @param destroyed those of them whose destruction was recorded
 */
public record Retention(Map<KeyScope, Instant> holds, Set<KeyScope> ordered, Set<KeyScope> destroyed) {
    public static final Retention NONE = new Retention(Map.of(), Set.of(), Set.of());

    public Retention {
        holds = Collections.unmodifiableMap(new TreeMap<>(holds));
        ordered = Ordered.set(ordered);
        destroyed = Ordered.set(destroyed);
    }

    /** Whether this element is still to be destroyed. */
    boolean owes(KeyScope element) {
        return ordered.contains(element) && !destroyed.contains(element);
    }

    /** Whether anything is kept for a claim at that instant. */
    public boolean isHeld(Instant at) {
        return holds.values().stream().anyMatch(at::isBefore);
    }

    /** Whether a hold keeps this element at that instant. */
    public boolean holds(KeyScope element, Instant at) {
        Instant until = holds.get(element);
        return until != null && at.isBefore(until);
    }

    Retention held(KeyScope element, Instant until) {
        Map<KeyScope, Instant> more = new TreeMap<>(holds);
        more.put(element, until);
        return new Retention(more, ordered, destroyed);
    }

    Retention released(KeyScope element) {
        Map<KeyScope, Instant> less = new TreeMap<>(holds);
        less.remove(element);
        return new Retention(less, ordered, destroyed);
    }

    Retention ordered(KeyScope element) {
        return new Retention(holds, with(ordered, element), destroyed);
    }

    Retention destroyed(KeyScope element) {
        return new Retention(holds, ordered, with(destroyed, element));
    }

    private static Set<KeyScope> with(Set<KeyScope> some, KeyScope element) {
        Set<KeyScope> more = new TreeSet<>(some);
        more.add(element);
        return more;
    }
}
