package org.quitclaim.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the process's start to the line that it is ready, and its resident set; baseline: a JVM that does nothing. */
final class StartRow implements Row {
    private static final int ROUNDS = 5;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void measure(Setting setting, Report report) throws Exception {
        Path data = setting.work().resolve("start");
        report.line("state", "an installation without people, started once before; both models loaded");
        List<Long> nanos = new ArrayList<>();
        List<Long> bare = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            bare.add(bareJvm());
            try (ServerProcess server = ServerProcess.start(data)) {
                if (round > 0) {
                    nanos.add(server.nanosToReady());
                }
                if (round == ROUNDS) {
                    report.line("resident (budget 700 MB)", "%,d MB", server.kibibytes("VmRSS") * 1024 / 1_000_000);
                    report.line("  at its highest", "%,d MB", server.kibibytes("VmHWM") * 1024 / 1_000_000);
                }
            }
        }
        report.line("to ready, warm (budget 6 s)", "%s", Durations.of(nanos));
        report.line("  java -version (baseline)", "%s", Durations.of(bare));
        report.line(
                "  ratio",
                "%.1f",
                Durations.of(nanos).percentile(50) / Durations.of(bare).percentile(50));
    }

    private static long bareJvm() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        long start = System.nanoTime();
        new ProcessBuilder(java, "-XX:+UseSerialGC", "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return System.nanoTime() - start;
    }
}
