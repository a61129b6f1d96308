package org.quitclaim.eventstore;

/**
 * Sees each group of units of work before and after its commit: a seam for crash tests and for counting.
 *
 * <p><b>Guarantees:</b> called on the writer's thread, one call at a time. An exception thrown here stops the writer as
 * the death of the process would: thrown before the commit nothing of the group is stored, thrown after it everything
 * is, and in both cases nothing is acknowledged and every later append is refused.
 */
public interface AppendObserver {
    /** Looks on and does nothing. */
    AppendObserver NONE = new AppendObserver() {};

    default void beforeCommit(CommitGroup group) {}

    default void afterCommit(CommitGroup group) {}

    /**
     * What one commit holds.
     *
     * @param units units of work; snapshots count as units too
     * @param events events among them, 0 when there were only snapshots
     * @param head position of the last event once this group is committed
     */
    record CommitGroup(int units, int events, long head) {}
}
