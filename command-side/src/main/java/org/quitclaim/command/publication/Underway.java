package org.quitclaim.command.publication;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.Use;

/**
 * What this process is deciding at this moment, once each: whoever asks the same meanwhile waits for the same verdict.
 *
 * <p><b>Errors:</b> {@link RejectedException} {@code request.key-reused} when something else is asked under the same id,
 * {@code publication.undecided} when the decision that was waited for does not come to a verdict.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class Underway {
    /** Longer than any gate takes that is not stuck. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Running(Use use, CompletableFuture<Verdict> verdict) {}

    private final Map<PublicationId, Running> running = new ConcurrentHashMap<>();

    boolean includes(PublicationId publication) {
        return running.containsKey(publication);
    }

    Verdict decide(PublicationId publication, Use use, Supplier<Verdict> gate) {
        Running mine = new Running(use, new CompletableFuture<>());
        Running before = running.putIfAbsent(publication, mine);
        return before == null ? run(publication, mine, gate) : await(before, use);
    }

    private Verdict run(PublicationId publication, Running mine, Supplier<Verdict> gate) {
        try {
            Verdict verdict = gate.get();
            mine.verdict().complete(verdict);
            return verdict;
        } catch (RejectedException refused) {
            mine.verdict().completeExceptionally(refused);
            throw refused;
        } finally {
            running.remove(publication, mine);
            mine.verdict().cancel(false);
        }
    }

    private static Verdict await(Running before, Use use) {
        if (!before.use().equals(use)) {
            throw RepeatRefused.otherUse();
        }
        try {
            return before.verdict().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RejectedException refused ? refused : RepeatRefused.undecided();
        } catch (TimeoutException | CancellationException e) {
            throw RepeatRefused.undecided();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RepeatRefused.undecided();
        }
    }
}
