package org.quitclaim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were measured on. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    static void describe(Report report) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        report.begin("machine");
        report.line("processor", "%s, %d usable", processor(), runtime.availableProcessors());
        report.line("java", "%s, heap up to %d MiB", Runtime.version(), runtime.maxMemory() >> 20);
        report.line("system", "%s %s", System.getProperty("os.name"), System.getProperty("os.version"));
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return System.getProperty("os.arch", "unknown");
        }
        return Files.readAllLines(PROCESSORS).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
