package org.quitclaim.access.edge;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.Shortage;

/**
 * How much of what costs a processor much is done at once, so that whoever asks for it over and over keeps nobody else from
 * their work.
 *
 * <p><b>Guarantees:</b> of each {@link Kind} so many at once, first come, first served; {@value #WAITING} more wait,
 * none longer than {@link #PATIENCE}. Kinds do not wait for one another. Nothing by which somebody says no has a kind: a
 * withdrawal waits for nobody.
 *
 * <p><b>Errors:</b> {@code server.busy-with-such} for whoever is not let in; nothing was done then.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class CostlyWork {
    static final int WAITING = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int HALF = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** What costs much. */
    public enum Kind {
        /** A photo in which others are covered for the person who asks by her link. */
        OWN_PHOTO(HALF),
        /** Everything about a person, by her link. Lasts as long as she reads, so more are under way than are worked on. */
        OWN_EXPORT(4),
        /** The same for staff, whom no crowd of links keeps waiting. */
        STAFF_EXPORT(4),
        /** Checking a certificate for anybody. */
        CERTIFICATE_CHECK(HALF);

        private final int atOnce;

        Kind(int atOnce) {
            this.atOnce = atOnce;
        }

        public int atOnce() {
            return atOnce;
        }
    }

    /** Something to make. */
    @FunctionalInterface
    public interface Making<T, E extends Exception> {
        T make() throws E;
    }

    /** Something to do. */
    @FunctionalInterface
    public interface Doing<E extends Exception> {
        void go() throws E;
    }

    private record Row(Semaphore places, Semaphore turns) {}

    private final Map<Kind, Row> rows = new EnumMap<>(Kind.class);
    private final Duration patience;

    public CostlyWork() {
        this(PATIENCE);
    }

    CostlyWork(Duration patience) {
        this.patience = patience;
        for (Kind kind : Kind.values()) {
            rows.put(kind, new Row(new Semaphore(kind.atOnce() + WAITING), new Semaphore(kind.atOnce(), true)));
        }
    }

    /** To be called once all of the request is there, so that nobody takes a turn who is still sending. */
    public <T, E extends Exception> T get(Kind kind, Making<T, E> work) throws E {
        Row row = row(kind);
        if (!row.places().tryAcquire()) {
            throw new RejectedException(Shortage.TURNS);
        }
        try {
            if (!turn(row)) {
                throw new RejectedException(Shortage.TURNS);
            }
            return released(row, work);
        } finally {
            row.places().release();
        }
    }

    /** Like {@link #get}, of what leaves nothing behind but an answer. */
    public <E extends Exception> void run(Kind kind, Doing<E> work) throws E {
        get(kind, () -> {
            work.go();
            return kind;
        });
    }

    /** Within something that was let in and can no longer be refused: waits for its turn as long as it takes. */
    public <T, E extends Exception> T part(Kind kind, Making<T, E> work) throws E {
        Row row = row(kind);
        Place.waits();
        row.turns().acquireUninterruptibly();
        Place.goesOn();
        return released(row, work);
    }

    private static <T, E extends Exception> T released(Row row, Making<T, E> work) throws E {
        try {
            return work.make();
        } finally {
            row.turns().release();
        }
    }

    private Row row(Kind kind) {
        return Objects.requireNonNull(rows.get(kind), "every kind has its row");
    }

    private boolean turn(Row row) {
        Place.waits();
        try {
            return row.turns().tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            Place.goesOn();
        }
    }
}
