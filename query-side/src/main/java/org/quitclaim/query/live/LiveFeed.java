package org.quitclaim.query.live;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.query.projection.Change;
import org.quitclaim.query.projection.Changes;
import org.quitclaim.query.web.QueryRejection;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends browsers the ids of what changed, after it can be read.
 *
 * <p><b>Guarantees:</b> neither a projection nor a reader ever waits for another's browser: each {@link Watcher} is sent to
 * on a thread of its own, and whoever cannot be reached or does not read is dropped and connects again. After {@value
 * News#NAMED} changes at once only a single {@code many} is sent.
 * Nothing is sent to whoever may no longer have it: a removed account, a revoked token, an ended session. Such a feed ends
 * within {@value #CHECK_SECONDS} s.
 * Watchers are sent home before the server begins to wait for open requests, so that an open page does not hold up its end.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class LiveFeed implements Changes, ApplicationListener<ContextClosedEvent>, AutoCloseable {
    static final int MOST_WATCHERS = 200;
    /** Of one account: more than anybody has pages open. */
    static final int MOST_OF_ONE = 20;

    private static final long HEARTBEAT_SECONDS = 15;
    private static final long CHECK_SECONDS = 1;
    private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(30);

    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-heartbeat").daemon(true).factory());

    private final Supplier<SseEmitter> connections;

    LiveFeed() {
        this(() -> new SseEmitter(LONGEST_MILLIS));
    }

    /** @param connections what each watcher is sent through */
    LiveFeed(Supplier<SseEmitter> connections) {
        this.connections = connections;
        heart.scheduleAtFixedRate(
                () -> tell(new News.StillHere("still here")), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        heart.scheduleWithFixedDelay(this::endTheUnwelcome, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    }

    SseEmitter watch(ActorId account, BooleanSupplier admitted, Predicate<Change> hears) {
        long ofThisOne =
                watchers.stream().filter(watcher -> watcher.isOf(account)).count();
        if (watchers.size() >= MOST_WATCHERS || ofThisOne >= MOST_OF_ONE) {
            throw new RejectedException(QueryRejection.TOO_MANY_WATCHERS);
        }
        SseEmitter emitter = connections.get();
        Watcher watcher = new Watcher(account, admitted, hears, emitter);
        emitter.onCompletion(watcher::end);
        emitter.onTimeout(watcher::end);
        emitter.onError(gone -> watcher.end());
        watchers.add(watcher);
        watcher.tell(new News.StillHere("connected"));
        watcher.start(() -> watchers.remove(watcher));
        return emitter;
    }

    /** Also while nothing changes, so that an open connection says nothing about whoever may no longer have it. */
    private void endTheUnwelcome() {
        watchers.stream().filter(watcher -> !watcher.isAdmitted()).forEach(Watcher::end);
    }

    @Override
    public void written(List<Change> changes, long position) {
        if (!changes.isEmpty()) {
            tell(new News.Written(List.copyOf(changes), position));
        }
    }

    private void tell(News news) {
        watchers.forEach(watcher -> watcher.tell(news));
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent end) {
        watchers.forEach(Watcher::end);
    }

    @Override
    public void close() {
        heart.shutdownNow();
        watchers.forEach(Watcher::end);
    }
}
