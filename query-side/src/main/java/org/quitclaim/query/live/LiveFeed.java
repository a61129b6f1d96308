package org.quitclaim.query.live;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
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
 * <p><b>Guarantees:</b> a projection never waits for a browser: sending happens on a thread of its own, and whoever
 * cannot be reached is dropped and connects again. After {@value #NAMED} changes at once only a single {@code many} is
 * sent.
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

    private static final int NAMED = 100;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final long CHECK_SECONDS = 1;
    private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(30);

    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final ExecutorService sending = Executors.newSingleThreadExecutor(named("live-feed"));
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(named("live-heartbeat"));

    LiveFeed() {
        heart.scheduleAtFixedRate(
                () -> send(SseEmitter.event().comment("still here"), any -> true),
                HEARTBEAT_SECONDS,
                HEARTBEAT_SECONDS,
                TimeUnit.SECONDS);
        heart.scheduleWithFixedDelay(this::endTheUnwelcome, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * @param admitted whether whoever follows may still
     * @param hears of which changes this one is told; asked on the thread that sends
     */
    private record Watcher(ActorId account, BooleanSupplier admitted, Predicate<Change> hears, SseEmitter emitter) {}

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().name(name).daemon(true).factory();
    }

    /** What a browser is told. */
    record Told(String kind, String id, long position) {}

    SseEmitter watch(ActorId account, BooleanSupplier admitted, Predicate<Change> hears) {
        long ofThisOne = watchers.stream()
                .filter(watcher -> watcher.account().equals(account))
                .count();
        if (watchers.size() >= MOST_WATCHERS || ofThisOne >= MOST_OF_ONE) {
            throw new RejectedException(QueryRejection.TOO_MANY_WATCHERS);
        }
        SseEmitter emitter = new SseEmitter(LONGEST_MILLIS);
        Watcher watcher = new Watcher(account, admitted, hears, emitter);
        emitter.onCompletion(() -> watchers.remove(watcher));
        emitter.onTimeout(emitter::complete);
        emitter.onError(gone -> watchers.remove(watcher));
        watchers.add(watcher);
        send(SseEmitter.event().comment("connected"), any -> true);
        return emitter;
    }

    /** Also while nothing changes, so that an open connection says nothing about whoever may no longer have it. */
    private void endTheUnwelcome() {
        watchers.stream().filter(watcher -> !watcher.admitted().getAsBoolean()).forEach(this::end);
    }

    private void end(Watcher watcher) {
        watchers.remove(watcher);
        watcher.emitter().complete();
    }

    @Override
    public void written(List<Change> changes, long position) {
        if (changes.isEmpty() || watchers.isEmpty()) {
            return;
        }
        if (changes.size() > NAMED) {
            // says that something was written, and of nothing what it was
            tell(new Told("many", "", position), any -> true);
        } else {
            changes.forEach(change -> tell(
                    new Told(change.kind(), change.id(), position),
                    watcher -> watcher.hears().test(change)));
        }
    }

    private void tell(Told told, Predicate<Watcher> to) {
        send(SseEmitter.event().name("changed").data(told), to);
    }

    private void send(SseEmitter.SseEventBuilder event, Predicate<Watcher> to) {
        var parts = event.build();
        sending.execute(() -> watchers.forEach(watcher -> {
            if (!watcher.admitted().getAsBoolean()) {
                end(watcher);
                return;
            }
            try {
                if (to.test(watcher)) {
                    watcher.emitter().send(parts);
                }
            } catch (IOException | IllegalStateException gone) {
                watchers.remove(watcher);
            }
        }));
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent end) {
        watchers.forEach(watcher -> watcher.emitter().complete());
    }

    @Override
    public void close() {
        heart.shutdownNow();
        sending.shutdownNow();
    }
}
