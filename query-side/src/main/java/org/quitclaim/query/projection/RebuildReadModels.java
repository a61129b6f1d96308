package org.quitclaim.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.quitclaim.eventstore.StreamHead;

/**
 * Drops every read model and replays the events into new ones.
 *
 * <p><b>Guarantees:</b> when {@link #run} returns, everything up to the head of the store at its start is there again.
 * While it runs, queries see what is there by then, and those that ask for a position wait.
 *
 * <p><b>Thread-safety:</b> one run at a time; a second one waits.
 */
public final class RebuildReadModels {
    private static final Duration REPORT_EVERY = Duration.ofMillis(500);

    private final List<Projection> projections;
    private final SequentialTokens tokens;
    private final StoredForms forms;
    private final ReadPositions positions;
    private final StreamHead head;
    private final Configuration axon;

    RebuildReadModels(
            List<Projection> projections,
            SequentialTokens tokens,
            StoredForms forms,
            ReadPositions positions,
            StreamHead head,
            Configuration axon) {
        this.projections = List.copyOf(projections);
        this.tokens = tokens;
        this.forms = forms;
        this.positions = positions;
        this.head = head;
        this.axon = axon;
    }

    /**
     * How far it is.
     *
     * @param done events, @param total events, @param perSecond events since it began
     */
    public record Progress(long done, long total, long perSecond) {}

    /** Rebuilds, and says every half second and at the end how far it is. */
    public synchronized Progress run(Consumer<Progress> report) throws InterruptedException {
        stop();
        long total = head.position();
        clear();
        long begun = System.nanoTime();
        processors().forEach(EventProcessor::start);
        while (!positions.await(total, REPORT_EVERY)) {
            report.accept(progress(total, begun));
        }
        Progress finished = progress(total, begun);
        report.accept(finished);
        return finished;
    }

    private void clear() {
        tokens.clear();
        positions.restart();
        projections.forEach(Projection::forget);
        projections.forEach(projection -> projection.documents().forEach(DocumentCollection::clear));
        projections.forEach(forms::remember);
    }

    private void stop() {
        processors().stream().map(EventProcessor::shutdownAsync).toList().forEach(CompletableFuture::join);
    }

    private List<EventProcessor> processors() {
        return projections.stream()
                .map(projection -> axon.eventProcessingConfiguration()
                        .eventProcessor(projection.name())
                        .orElseThrow())
                .toList();
    }

    private Progress progress(long total, long begun) {
        long done = Math.min(positions.lowest(), total);
        long nanos = Math.max(1, System.nanoTime() - begun);
        return new Progress(done, total, Math.round(done * 1e9 / nanos));
    }

    /** Every document of every read model in a canonical form, by kind and id. */
    public Map<String, String> dump() {
        Map<String, String> all = new TreeMap<>();
        projections.forEach(projection -> projection.documents().forEach(documents -> all.putAll(documents.dump())));
        return all;
    }
}
