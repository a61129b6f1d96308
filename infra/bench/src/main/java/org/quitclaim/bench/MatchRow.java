package org.quitclaim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.quitclaim.bench.InventedVectors.Asked;
import org.quitclaim.bench.InventedVectors.Found;
import tools.jackson.databind.JsonNode;

/**
 * One exact search through many invented vectors on one thread; baselines: a plain loop over rows and, where it is installed,
 * FAISS on the same vectors, in turn with ours so that all meet the same machine.
 */
final class MatchRow implements Row {
    private static final int DIMENSION = 128;
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 9;
    private static final int IN_A_ROUND = 10;
    private static final int PLAIN = 3;

    @Override
    public String name() {
        return "match";
    }

    @Override
    public void measure(Setting setting, Report report) throws IOException {
        int size = setting.gallery();
        report.line("state", "%,d vectors of %d floats off-heap, a person each, nobody's", size, DIMENSION);
        try (InventedVectors vectors = new InventedVectors(size, DIMENSION)) {
            vectors.search(new Asked(0, Math.max(1, size / WARM_UP), WARM_UP));
            Path file = Files.createDirectories(setting.work()).resolve("vectors.floats");
            vectors.writeTo(file);
            try (FaissReference faiss = FaissReference.start(setting, file, DIMENSION)) {
                inTurn(vectors, faiss, report, size);
            }
        }
    }

    private static void inTurn(InventedVectors vectors, FaissReference faiss, Report report, int size)
            throws IOException {
        List<Long> all = new ArrayList<>();
        List<Double> toPlain = new ArrayList<>();
        List<Double> toFaiss = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Asked asked = new Asked(round, Math.max(1, size / IN_A_ROUND), IN_A_ROUND);
            Found ours = vectors.search(asked);
            all.addAll(ours.nanos());
            double median = Durations.of(ours.nanos()).percentile(50);
            toPlain.add(vectors.plain(new Asked(round, 1, PLAIN)).percentile(50) / median);
            if (faiss.isReady()) {
                toFaiss.add(theirs(faiss.search(asked), ours) / median);
            }
        }
        report.line("search, processor time (budget 15 ms)", "%s", Durations.of(all));
        report.line("  plain loop (baseline), ratio", "%s", ratios(toPlain));
        report.line("  FAISS flat, ratio", "%s", faiss.isReady() ? ratios(toFaiss) : "skipped: " + faiss.greeting());
    }

    /** The median, after looking whether both found the same. */
    private static double theirs(JsonNode answer, Found ours) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < ours.seconds().size(); i++) {
            nanos.add((long) (answer.path("millis").path(i).asDouble() * 1e6));
            double second = Math.sqrt(answer.path("squares").path(i).path(1).asDouble());
            if (Math.abs(second - ours.seconds().get(i)) > 1e-4) {
                throw new IllegalStateException("FAISS found another second-nearest");
            }
        }
        return Durations.of(nanos).percentile(50);
    }

    private static String ratios(List<Double> ratios) {
        Collections.sort(ratios);
        return "%.1f to %.1f, middle %.1f (%d rounds in turn)"
                .formatted(ratios.getFirst(), ratios.getLast(), ratios.get(ratios.size() / 2), ratios.size());
    }
}
