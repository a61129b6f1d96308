package org.quitclaim.domain.vocabulary;

import java.util.List;
import org.quitclaim.domain.vault.RecordId;

/**
 * A context that is, or once was, on the list.
 *
 * @param words what it is called, sealed; none for one that Quitclaim brings, or whose words were struck
 * @param struck whether its words were destroyed, which it does not come back from
 * @param unmarking at most one
 */
public record KnownContext(
        boolean sensitive, boolean retired, boolean struck, List<RecordId> words, List<Unmarking> unmarking) {
    public KnownContext {
        words = List.copyOf(words);
        unmarking = List.copyOf(unmarking);
    }

    static KnownContext listed(boolean sensitive, List<RecordId> words) {
        return new KnownContext(sensitive, false, false, words, List.of());
    }

    KnownContext retire() {
        return new KnownContext(sensitive, true, struck, words, unmarking);
    }

    KnownContext strike() {
        return new KnownContext(sensitive, true, true, List.of(), unmarking);
    }

    /** As sensitive as it was, at least. */
    KnownContext takeUp(boolean marked) {
        return new KnownContext(sensitive || marked, false, struck, words, unmarking);
    }

    KnownContext mark(boolean marked) {
        return new KnownContext(marked, retired, struck, words, List.of());
    }

    KnownContext ask(Unmarking asked) {
        return new KnownContext(sensitive, retired, struck, words, List.of(asked));
    }
}
