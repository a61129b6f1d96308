package org.quitclaim.standalone;

/** At one of the steps the stores fail, and from then on at every one. */
final class CrashPoints implements Steps {
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

    @Override
    public synchronized void pass(String moment) {
        if (passed >= crashAt) {
            crashedAt = crashedAt.isEmpty() ? moment : crashedAt;
            throw new Crash(moment);
        }
        passed++;
    }
}
