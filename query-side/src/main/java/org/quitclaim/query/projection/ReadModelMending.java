package org.quitclaim.query.projection;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.quitclaim.access.problem.RoomCheck;
import org.quitclaim.mongo.embedded.EmbeddedMongo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Makes the embedded read models anew once they broke and the machine has room again.
 *
 * <p><b>Guarantees:</b> nobody has to restart anything: what a full disk broke is opened anew and filled from the events,
 * and whatever fails meanwhile is tried again. Nothing is tried while room is short.
 */
final class ReadModelMending implements SmartInitializingSingleton, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelMending.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Optional<EmbeddedMongo> embedded;
    private final RoomCheck room;
    private final RebuildReadModels rebuild;
    private final Runnable claim;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("read-models-mended").daemon().factory());
    /** Begun and not finished. */
    private boolean begun;

    /**
     * @param embedded empty where the database is somebody else's to mend
     * @param claim writes into the empty database whose it is
     */
    ReadModelMending(Optional<EmbeddedMongo> embedded, RoomCheck room, RebuildReadModels rebuild, Runnable claim) {
        this.embedded = embedded;
        this.room = room;
        this.rebuild = rebuild;
        this.claim = claim;
    }

    @Override
    public void afterSingletonsInstantiated() {
        embedded.ifPresent(mongo -> watch.scheduleWithFixedDelay(
                () -> look(mongo), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void look(EmbeddedMongo mongo) {
        try {
            if ((begun || mongo.broken()) && room.shortage().isEmpty()) {
                mend(mongo);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "The read models could not be made anew yet ({}); it is tried again.",
                    e.getClass().getSimpleName());
        }
    }

    private void mend(EmbeddedMongo mongo) throws IOException, InterruptedException {
        begun = true;
        if (mongo.broken()) {
            mongo.anew();
        }
        claim.run();
        RebuildReadModels.Progress end = rebuild.run(progress -> {
            if (mongo.broken()) {
                throw new IllegalStateException("the read models broke again");
            }
        });
        begun = false;
        LOG.warn("There is room again: the read models were made anew from {} events.", end.total());
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
