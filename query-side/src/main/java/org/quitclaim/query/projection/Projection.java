package org.quitclaim.query.projection;

import java.util.List;

/**
 * Turns events into documents.
 *
 * <p><b>Guarantees:</b> applying a batch again, whole, in part or cut otherwise, changes nothing once it was applied. An
 * implementation holds no rule of the domain: it folds with the domain's own functions.
 *
 * <p><b>Thread-safety:</b> called by one thread at a time.
 */
public interface Projection {
    /** The processor's name, under which its token is kept. */
    String name();

    /** Whether the order of events of different streams matters, so that it can never be split. */
    boolean joinsStreams();

    boolean wants(Class<?> event);

    /** Writes what the batch changes, and says what that was. */
    List<Change> apply(List<Recorded> batch);

    /** The collections it writes, all of them, for dropping and dumping. */
    List<DocumentCollection<?>> documents();

    /**
     * Of what the documents mean: raise it when the same form is filled in another way, and those of before are made anew.
     * A changed form is seen without it.
     */
    default int revision() {
        return 1;
    }

    /** Forgets what it holds in memory: the documents may have changed under it. */
    default void forget() {
        documents().forEach(DocumentCollection::forget);
    }
}
