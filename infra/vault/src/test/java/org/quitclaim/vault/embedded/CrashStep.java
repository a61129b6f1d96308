package org.quitclaim.vault.embedded;

import java.util.ArrayList;
import java.util.List;
import org.quitclaim.vault.storage.StorageStep;

/** Stops at the n-th moment before or after a durable operation, counted from zero, and at every later one. */
final class CrashStep implements StorageStep {
    static final int NEVER = Integer.MAX_VALUE;

    /** Not an exception: nothing may catch it and go on. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash(String moment) {
            super(moment, null, false, false);
        }
    }

    private final int crashAt;
    private final List<String> moments = new ArrayList<>();

    CrashStep(int crashAt) {
        this.crashAt = crashAt;
    }

    List<String> moments() {
        return List.copyOf(moments);
    }

    @Override
    public void before(String operation) {
        pass("before " + operation);
    }

    @Override
    public void after(String operation) {
        pass("after " + operation);
    }

    private void pass(String moment) {
        if (moments.size() >= crashAt) {
            throw new Crash(moment);
        }
        moments.add(moment);
    }
}
