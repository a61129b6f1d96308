package org.quitclaim.standalone;

import org.quitclaim.eventstore.AppendObserver;
import org.quitclaim.vault.storage.StorageStep;

/** Every moment before and after a durable step of the vault or the event store. */
interface Steps extends StorageStep, AppendObserver {
    void pass(String moment);

    @Override
    default void before(String operation) {
        pass("before " + operation);
    }

    @Override
    default void after(String operation) {
        pass("after " + operation);
    }

    @Override
    default void beforeCommit(CommitGroup group) {
        pass("before append");
    }

    @Override
    default void afterCommit(CommitGroup group) {
        pass("after append");
    }
}
