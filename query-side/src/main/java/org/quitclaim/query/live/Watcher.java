package org.quitclaim.query.live;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.query.projection.Change;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Somebody who follows, with a queue and a thread of their own, so that whoever does not read holds up nobody else.
 *
 * <p><b>Guarantees:</b> {@link #tell} never waits. Who has {@value #QUEUED} pieces of news unread is dropped; the browser
 * connects again and loads what it shows anew.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class Watcher {
    static final int QUEUED = 64;
    private static final News END = new News.StillHere("end");

    private final ActorId account;
    private final BooleanSupplier admitted;
    private final Predicate<Change> hears;
    private final SseEmitter emitter;
    private final BlockingQueue<News> queue = new ArrayBlockingQueue<>(QUEUED);
    private volatile boolean over;

    /**
     * @param admitted whether whoever follows may still
     * @param hears of which changes this one is told; asked on the thread that sends
     */
    Watcher(ActorId account, BooleanSupplier admitted, Predicate<Change> hears, SseEmitter emitter) {
        this.account = account;
        this.admitted = admitted;
        this.hears = hears;
        this.emitter = emitter;
    }

    /** @param gone what is done once nothing more is sent */
    void start(Runnable gone) {
        Thread.ofVirtual().name("live-feed").start(() -> {
            try {
                send();
            } finally {
                over = true;
                gone.run();
                complete();
            }
        });
    }

    private void complete() {
        try {
            emitter.complete();
        } catch (IllegalStateException alreadyOver) {
            // whoever closes the page has ended the answer already, and it says so by throwing
            over = true;
        }
    }

    boolean isOf(ActorId other) {
        return account.equals(other);
    }

    boolean isAdmitted() {
        return admitted.getAsBoolean();
    }

    void tell(News news) {
        if (!queue.offer(news)) {
            end();
        }
    }

    /** Whatever was not sent yet is not sent any more. Does not wait for the connection, which may be stuck. */
    void end() {
        over = true;
        queue.clear();
        // wakes the thread; if others filled the queue meanwhile, they have
        queue.offer(END);
    }

    private void send() {
        try {
            while (!over) {
                send(queue.take());
            }
        } catch (IOException | IllegalStateException gone) {
            over = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(News news) throws IOException {
        for (SseEmitter.SseEventBuilder event : news.events(hears)) {
            if (over || !isAdmitted()) {
                over = true;
                return;
            }
            emitter.send(event.build());
        }
    }
}
