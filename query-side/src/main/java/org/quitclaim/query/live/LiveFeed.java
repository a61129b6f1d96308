package org.quitclaim.query.live;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.quitclaim.access.problem.RejectedException;
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
 * Watchers are sent home before the server begins to wait for open requests, so that an open page does not hold up its end.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class LiveFeed implements Changes, ApplicationListener<ContextClosedEvent>, AutoCloseable {
    static final int MOST_WATCHERS = 200;
    private static final int NAMED = 100;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(30);

    /** Who watches, and of what they may hear. */
    private final Map<SseEmitter, Predicate<Change>> watchers = new ConcurrentHashMap<>();

    private final ExecutorService sending = Executors.newSingleThreadExecutor(named("live-feed"));
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(named("live-heartbeat"));

    LiveFeed() {
        heart.scheduleAtFixedRate(
                () -> send(SseEmitter.event().comment("still here"), any -> true),
                HEARTBEAT_SECONDS,
                HEARTBEAT_SECONDS,
                TimeUnit.SECONDS);
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().name(name).daemon(true).factory();
    }

    /** What a browser is told. */
    record Told(String kind, String id, long position) {}

    /** @param hears of which changes this one may be told; asked on the thread that sends */
    SseEmitter watch(Predicate<Change> hears) {
        if (watchers.size() >= MOST_WATCHERS) {
            throw new RejectedException(QueryRejection.TOO_MANY_WATCHERS);
        }
        SseEmitter watcher = new SseEmitter(LONGEST_MILLIS);
        watcher.onCompletion(() -> watchers.remove(watcher));
        watcher.onTimeout(watcher::complete);
        watcher.onError(gone -> watchers.remove(watcher));
        watchers.put(watcher, hears);
        send(SseEmitter.event().comment("connected"), any -> true);
        return watcher;
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
            changes.forEach(
                    change -> tell(new Told(change.kind(), change.id(), position), hears -> hears.test(change)));
        }
    }

    private void tell(Told told, Predicate<Predicate<Change>> to) {
        send(SseEmitter.event().name("changed").data(told), to);
    }

    private void send(SseEmitter.SseEventBuilder event, Predicate<Predicate<Change>> to) {
        var parts = event.build();
        sending.execute(() -> watchers.forEach((watcher, hears) -> {
            try {
                if (to.test(hears)) {
                    watcher.send(parts);
                }
            } catch (IOException | IllegalStateException gone) {
                watchers.remove(watcher);
            }
        }));
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent end) {
        watchers.keySet().forEach(SseEmitter::complete);
    }

    @Override
    public void close() {
        heart.shutdownNow();
        sending.shutdownNow();
    }
}
