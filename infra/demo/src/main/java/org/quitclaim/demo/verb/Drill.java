package org.quitclaim.demo.verb;

import java.util.ArrayList;
import java.util.List;
import org.quitclaim.standalone.Console;

/** Says what a drill found, check by check. */
final class Drill {
    private final Console console;
    private final List<String> failed = new ArrayList<>();
    private int passed;

    Drill(Console console) {
        this.console = console;
    }

    void heading(String title) {
        console.say("");
        console.say(title);
    }

    void say(String sentence) {
        console.say("    " + sentence);
    }

    /** An id is never given to another claim. */
    void check(String id, boolean holds, String claim) {
        console.say("    " + id + (holds ? " ok     " : " FAILED ") + claim);
        if (holds) {
            passed++;
        } else {
            failed.add(id);
        }
    }

    /** What broke off counts as one that failed. */
    void brokeOff(String why) {
        console.say("    broke off: " + why);
        failed.add(why);
    }

    int end() {
        console.say("");
        console.say("restore-drill: " + passed + " checks passed, " + failed.size() + " failed");
        return failed.isEmpty() ? 0 : 1;
    }
}
