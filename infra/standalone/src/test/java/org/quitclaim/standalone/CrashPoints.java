package org.quitclaim.standalone;

import org.quitclaim.eventstore.AppendObserver;
import org.quitclaim.vault.storage.StorageStep;

/** Every moment before and after a durable step of the vault or the event store; at one of them the process "dies". */
final class CrashPoints implements StorageStep, AppendObserver {
    private static final int NEVER = Integer.MAX_VALUE;

    /** Not an exception: nothing may catch it and go on. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash(String moment) {
            super(moment, null, false, false);
        }
    }

    private int passed;
    private int crashAt = NEVER;
    private String crashedAt = "";

    /** From now on counts anew, and lets nothing pass from the {@code k}-th moment on, counted from zero. */
    synchronized void arm(int k) {
        passed = 0;
        crashAt = k;
    }

    synchronized int passed() {
        return passed;
    }

    /** The moment at which it died; empty while it lives. */
    synchronized String crashedAt() {
        return crashedAt;
    }

    private synchronized void pass(String moment) {
        if (passed >= crashAt) {
            crashedAt = crashedAt.isEmpty() ? moment : crashedAt;
            throw new Crash(moment);
        }
        passed++;
    }

    @Override
    public void before(String operation) {
        pass("before " + operation);
    }

    @Override
    public void after(String operation) {
        pass("after " + operation);
    }

    @Override
    public void beforeCommit(CommitGroup group) {
        pass("before append");
    }

    @Override
    public void afterCommit(CommitGroup group) {
        pass("after append");
    }
}
