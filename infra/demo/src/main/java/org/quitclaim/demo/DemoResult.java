package org.quitclaim.demo;

/** How the story went: every check either passed or failed; one that was not reached has failed. */
public record DemoResult(int passed, int failed) {
    public boolean successful() {
        return failed == 0;
    }

    /** The last line of the demo, which scripts rely on. */
    public String line() {
        return "demo: " + passed + " checks passed, " + failed + " failed";
    }
}
