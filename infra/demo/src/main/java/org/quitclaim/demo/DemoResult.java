package org.quitclaim.demo;

import java.util.List;

/**
 * How the story went: every check either passed or failed; one that was not reached has failed.
 *
 * @param whereToLook lines for whoever wants to look around afterwards
 */
public record DemoResult(int passed, int failed, List<String> whereToLook) {
    public DemoResult {
        whereToLook = List.copyOf(whereToLook);
    }

    public boolean successful() {
        return failed == 0;
    }

    /** The last line of the demo, which scripts rely on. */
    public String line() {
        return "demo: " + passed + " checks passed, " + failed + " failed";
    }
}
