package org.quitclaim.eventstore;

import java.util.Set;

/**
 * The aggregate classes that are snapshotted, each with its {@link org.quitclaim.domain.Stored} word and revision. Raise
 * the revision when the form changes: an older snapshot is then passed over and the stream read from its beginning.
 */
public record SnapshotTypes(Set<Class<?>> types) {
    public static final SnapshotTypes NONE = new SnapshotTypes(Set.of());
}
