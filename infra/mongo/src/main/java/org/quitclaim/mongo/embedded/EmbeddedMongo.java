package org.quitclaim.mongo.embedded;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import de.bwaldvogel.mongo.MongoBackend;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.UuidRepresentation;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MongoDB-protocol server inside this process, over one file that is a cache.
 *
 * <p><b>Guarantees:</b> it listens nowhere: no port and no file, so no other account of the machine and no other process
 * reaches it; the driver's connections ({@link #settings()}) are method calls. Whatever was not closed in order, or cannot be opened, is dropped: after a hard stop acknowledged writes of the last seconds may be missing,
 * and a projection's token may be newer than its documents. {@link #fresh()} then says that all is to be rebuilt; since
 * tokens lie in the same file, projections begin anew by themselves.
 *
 * <p><b>Errors:</b> {@link IOException} when the folder cannot be written.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMongo.class);
    private static final int CACHE_MEGABYTES = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** The driver needs a name; nobody looks it up. */
    private static final String NOWHERE = "in-process";
    /**
     * Not nothing: an empty file can be written on a full disk, on which the documents could not. It names the form of the
     * file, so that one of another form is dropped.
     */
    private static final String CLOSED = "closed in order, documents as BSON";

    private final Path file;
    private final FullScans scans;
    private final Path closedInOrder;
    private final boolean fresh;
    private volatile MVStore store;
    private volatile @Nullable MongoBackend serving;
    private volatile boolean ended;

    private EmbeddedMongo(Path file, MVStore store, FullScans scans, Path closedInOrder, boolean fresh) {
        this.file = file;
        this.store = store;
        this.scans = scans;
        this.closedInOrder = closedInOrder;
        this.fresh = fresh;
        serving = new IndexedBackend(store, scans);
    }

    public static EmbeddedMongo open(Path file, FullScans scans) throws IOException {
        Path closedInOrder = file.resolveSibling(file.getFileName() + ".closed");
        boolean trusted =
                Files.exists(closedInOrder) && Files.readString(closedInOrder).equals(CLOSED);
        Files.deleteIfExists(closedInOrder);
        if (!trusted && Files.deleteIfExists(file)) {
            LOG.warn(
                    "The read models were not closed in order, or by another version; they are rebuilt from the events");
        }
        boolean fresh = Files.notExists(file);
        try {
            return new EmbeddedMongo(file, store(file), scans, closedInOrder, fresh);
        } catch (MVStoreException e) {
            LOG.warn("The read models cannot be opened; they are rebuilt from the events: {}", e.getMessage());
            Files.deleteIfExists(file);
            return new EmbeddedMongo(file, store(file), scans, closedInOrder, true);
        }
    }

    private static MVStore store(Path file) {
        // a file that cannot be opened at all is reported here as well, and dropped
        AtomicBoolean opened = new AtomicBoolean();
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEGABYTES)
                .backgroundExceptionHandler((thread, failure) -> {
                    if (opened.get()) {
                        LOG.error(
                                "The read models can no longer be written ({}): pages fail meanwhile. Withdrawals,"
                                        + " refusals and erasures do not need them. Make room or mend the disk; they are"
                                        + " then made anew from the events.",
                                failure.getClass().getSimpleName());
                    }
                })
                .open();
        opened.set(true);
        return store;
    }

    /** Nothing is read or written any more, as after a write that found no room. */
    public boolean broken() {
        return !ended && (store.isClosed() || store.getPanicException() != null);
    }

    /** Opens an empty one for the same clients in place of one that is broken. Everything is to be rebuilt then. */
    public synchronized void anew() throws IOException {
        if (ended) {
            return;
        }
        try {
            stop();
        } catch (MVStoreException e) {
            LOG.debug("The broken read models were closed: {}", e.getClass().getSimpleName());
        }
        Files.deleteIfExists(file);
        store = store(file);
        serving = new IndexedBackend(store, scans);
    }

    /** For proving what becomes of a broken one. */
    MVStore store() {
        return store;
    }

    /** Also for proving what becomes of whoever asks meanwhile. */
    synchronized void stop() {
        MongoBackend stopped = serving;
        serving = null;
        if (stopped != null) {
            stopped.close();
        }
    }

    /** For a client of this server, which waits no half a minute for a server of this very process. */
    public MongoClientSettings settings() {
        return MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress(NOWHERE)))
                        .serverSelectionTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .inetAddressResolver(host -> List.of(InetAddress.getLoopbackAddress()))
                .applyToSslSettings(tls ->
                        tls.enabled(true).invalidHostNameAllowed(true).context(InProcessTransport.to(() -> serving)))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build();
    }

    /** Everything is to be rebuilt. */
    public boolean fresh() {
        return fresh;
    }

    public FullScans fullScans() {
        return scans;
    }

    /** A disk that takes nothing more is no reason not to end. */
    @Override
    public synchronized void close() {
        ended = true;
        try {
            stop();
            Files.writeString(closedInOrder, CLOSED);
        } catch (MVStoreException | IOException e) {
            LOG.warn(
                    "The read models could not be written at the end ({}); they are rebuilt from the events at the next"
                            + " start.",
                    e.getClass().getSimpleName());
        }
    }
}
