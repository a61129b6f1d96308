package org.quitclaim.command.work;

/** Hears how far the lists have come when they are made from a long history. */
@FunctionalInterface
public interface WorkProgress {
    /** @param done up to which position, @param total of the last event when it began */
    void at(long done, long total);
}
