package org.quitclaim.eventstore;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/**
 * Says openly that no transaction spans a unit of work: the append is the commit, and nothing may follow that could
 * undo it. A type of its own, so that start-up can tell it from the one that Axon falls back to without a word.
 */
final class AppendIsTheCommit implements TransactionManager {
    private static final Transaction NOTHING_TO_DO = new Transaction() {
        @Override
        public void commit() {}

        @Override
        public void rollback() {}
    };

    @Override
    public Transaction startTransaction() {
        return NOTHING_TO_DO;
    }
}
