package org.quitclaim.demo;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where the story is told: headings, what changed in plain words, and the checks.
 *
 * <p><b>Thread-safety</b>: used by one thread.
 */
final class Stage {
    private final PrintStream out;
    private final Ink ink;
    private final Map<Check, Boolean> results = new EnumMap<>(Check.class);
    private int chapter;

    Stage(PrintStream out, Ink ink) {
        this.out = out;
        this.ink = ink;
    }

    void heading(String title) {
        chapter++;
        out.printf("%n%s%n", ink.strong("%2d  %s".formatted(chapter, title)));
    }

    void say(String sentence) {
        sentence.lines().forEach(line -> out.println("    " + line));
    }

    /** A line that replaces itself on a terminal and is left out elsewhere. */
    void progress(String what, int done, int of) {
        if (ink.colours()) {
            String line = "    " + what + " " + done + " of " + of;
            out.print("\r" + ink.faint(line) + (done == of ? "\r" + " ".repeat(line.length()) + "\r" : ""));
            out.flush();
        }
    }

    /** Looks, and prints what was found; a look that throws has failed. */
    void check(Check check, Supplier<Finding> look) {
        Finding finding = finding(look);
        results.merge(check, finding.good(), Boolean::logicalAnd);
        String verdict = finding.good() ? ink.green("ok    ") : ink.red("FAILED");
        out.println("    " + ink.strong(check.name()) + " " + verdict + " " + check.claim());
        if (!finding.good()) {
            out.println("               " + ink.amber(finding.seen()));
        }
    }

    // Whatever breaks inside one check must not keep the rest of the story from being told.
    private static Finding finding(Supplier<Finding> look) {
        try {
            return look.get();
        } catch (RuntimeException e) {
            return new Finding(false, said(e));
        }
    }

    /** Says that a chapter broke off; the checks it did not reach are counted by {@link #result}. */
    void brokeOff(RuntimeException e) {
        out.println("    " + ink.red("broke off: ") + said(e));
    }

    private static String said(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Counts; a check that nobody reached is printed and has failed. */
    DemoResult result(List<String> whereToLook) {
        for (Check check : Check.values()) {
            if (!results.containsKey(check)) {
                check(check, () -> new Finding(false, "not reached"));
            }
        }
        int passed = (int) results.values().stream().filter(good -> good).count();
        return new DemoResult(passed, results.size() - passed, whereToLook);
    }
}
