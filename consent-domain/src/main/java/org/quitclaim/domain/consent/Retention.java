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
 * What of a person is kept for a claim, and what was ordered to go.
 *
 * @param holds until when each held element is kept
 * @param ordered the elements other than the faceprint whose erasure was ordered; each is ordered once
 */
public record Retention(Map<KeyScope, Instant> holds, Set<KeyScope> ordered) {
    public static final Retention NONE = new Retention(Map.of(), Set.of());

    public Retention {
        holds = Collections.unmodifiableMap(new TreeMap<>(holds));
        ordered = Ordered.set(ordered);
    }

    /** Whether a hold keeps this element at that instant. */
    public boolean holds(KeyScope element, Instant at) {
        Instant until = holds.get(element);
        return until != null && at.isBefore(until);
    }

    Retention held(KeyScope element, Instant until) {
        Map<KeyScope, Instant> more = new TreeMap<>(holds);
        more.put(element, until);
        return new Retention(more, ordered);
    }

    Retention released(KeyScope element) {
        Map<KeyScope, Instant> less = new TreeMap<>(holds);
        less.remove(element);
        return new Retention(less, ordered);
    }

    Retention ordered(KeyScope element) {
        Set<KeyScope> more = new TreeSet<>(ordered);
        more.add(element);
        return new Retention(holds, more);
    }
}
