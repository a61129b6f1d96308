package org.quitclaim.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Prints what was measured, a line per figure, with the load of the machine before each row. */
final class Report {
    private final PrintStream out;
    private String row = "";

    Report(PrintStream out) {
        this.out = out;
    }

    void begin(String name) {
        row = name;
        line(
                "load average",
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    void line(String what, String format, Object... values) {
        out.printf(Locale.ROOT, "%-10s %-44s %s%n", row, what, String.format(Locale.ROOT, format, values));
    }
}
