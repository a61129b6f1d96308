package org.quitclaim.bench;

import java.time.Duration;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.quitclaim.query.projection.RebuildReadModels;

/** Events per second while all read models are made anew; baseline: reading the same events without a sink. */
final class RebuildRow implements Row {
    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public void measure(Setting setting, Report report) throws Exception {
        try (Installation installation = Installation.open(setting.state().folder(report))) {
            long events = installation.events();
            report.line("state", "%s, %,d events", setting.state().size(), events);
            report.line("mix", "4 per person, 8 per photo of 5 faces, 8 per publication of every fifth photo");
            for (int round = 1; round <= 2; round++) {
                double reading = read(installation);
                long start = System.nanoTime();
                Duration used = Durations.processor();
                installation.bean(RebuildReadModels.class).run(progress -> {});
                double rebuilt = events * 1e9 / (System.nanoTime() - start);
                report.line("round " + round + ": rebuild (budget 10,000/s)", "%,.0f events/s", rebuilt);
                report.line(
                        "  processor time of all threads",
                        "%.0f µs per event",
                        Durations.processor().minus(used).toNanos() / 1e3 / events);
                report.line("  reading without a sink (budget 30,000/s)", "%,.0f events/s", reading);
                report.line("  ratio", "%.2f", rebuilt / reading);
            }
        }
    }

    private static double read(Installation installation) {
        long start = System.nanoTime();
        long read;
        try (Stream<? extends TrackedEventMessage<?>> events =
                installation.engine().readEvents(null, false)) {
            read = events.filter(event -> event.getPayload() != null).count();
        }
        return read * 1e9 / (System.nanoTime() - start);
    }
}
