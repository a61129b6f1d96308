package org.quitclaim.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quitclaim.eventstore.StoredEvent;
import org.quitclaim.eventstore.StoredEvents;
import org.quitclaim.transparency.EventLog;
import org.quitclaim.transparency.LogFault;
import org.quitclaim.transparency.LogFolder;
import org.quitclaim.transparency.LogMarks;
import org.quitclaim.transparency.LogReader;
import org.quitclaim.transparency.note.LogKey;
import org.quitclaim.vault.LogSigner;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.sqlite.VaultGlance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Enters every event into the transparency log, and has each head signed.
 *
 * <p><b>Guarantees:</b> an event is in a signed head within a second or two; a stop in order leaves none out. Nobody waits
 * for it. Where the log is lost, damaged, or knows of events that the history lacks, nothing is signed, and every start says
 * so: a log that is gone is never begun anew beside events.
 *
 * <p><b>Errors:</b> what may pass, a full disk perhaps, is tried again.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class LogFollower implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    static final Duration BEAT = Duration.ofMillis(500);
    /** Events under one head, while it is far behind. */
    private static final int MOST = 50_000;
    /** Before whoever records, and stopped after them. */
    private static final int FIRST = 0;

    private static final Duration LAST_ROUND = Duration.ofSeconds(30);

    private final @Nullable StoredEvents events;
    private final Vault vault;
    private final Path data;
    private final LogFolder folder;
    private final LogMarks marks;
    private final Clock clock;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("transparency-log").factory());
    private @Nullable EventLog log;
    private @Nullable String problem;
    private boolean forGood;
    private boolean resumed;
    private @Nullable Instant signedAt;
    private volatile boolean running;

    /** @param events none where they are on a server of their own: then there is no log */
    LogFollower(@Nullable StoredEvents events, Vault vault, Path data, Clock clock) {
        this.events = events;
        this.vault = vault;
        this.data = data;
        this.folder = LogFolder.in(data);
        this.marks = new LogMarks(folder);
        this.clock = clock;
    }

    /** Of the log of an installation. */
    static String name(String installation) {
        return "quitclaim/" + installation;
    }

    /** Why nothing is signed, in a sentence; nothing while everything is. */
    synchronized Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Of how many events the last head is that this process knows of. */
    synchronized long size() {
        return log == null ? 0 : log.size();
    }

    /** When this process had the last head signed; nothing where it has had none. */
    synchronized Optional<Instant> signedAt() {
        return Optional.ofNullable(signedAt);
    }

    @Override
    public void start() {
        if (events == null) {
            return;
        }
        running = true;
        round(events);
        rounds.scheduleWithFixedDelay(() -> round(events), BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        if (events == null) {
            return;
        }
        running = false;
        rounds.shutdown();
        try {
            if (rounds.awaitTermination(LAST_ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                end(events);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void end(StoredEvents events) {
        round(events);
        if (log != null && log.size() == events.head()) {
            try {
                marks.end(log.size());
            } catch (IOException e) {
                LOG.debug("That the server was stopped in order could not be noted.");
            }
        }
    }

    private synchronized void round(StoredEvents events) {
        if (forGood) {
            return;
        }
        try {
            if (!resumed) {
                // also where nothing can be signed: what is recorded from now on was not put behind an end
                marks.resume();
                resumed = true;
            }
            EventLog following = log == null ? open(events) : log;
            log = null;
            while (following.size() < events.head()) {
                enter(following, events);
            }
            log = following;
            problem = null;
        } catch (LogFault e) {
            forGood = true;
            say(e.getMessage()
                    + " Nothing is signed. Restore the newest backup; see the runbook on a damaged history.");
        } catch (IOException | SQLException | VaultException e) {
            say("The transparency log cannot be written (" + e.getClass().getSimpleName()
                    + "), and is tried again. Nothing is signed meanwhile.");
        } catch (RuntimeException e) {
            LOG.error("A round of the transparency log failed, and is tried again.", e);
        }
    }

    private void say(String what) {
        if (!what.equals(problem)) {
            problem = what;
            LOG.error("{} [log.unsigned]", what);
        }
    }

    private void enter(EventLog following, StoredEvents events) throws IOException, SQLException, VaultException {
        long from = following.size();
        long to = Math.min(events.head(), from + MOST);
        List<byte[]> contents = new ArrayList<>((int) (to - from));
        for (StoredEvent event : events.between(from, to)) {
            lost(contents, event.position() - 1 - from);
            contents.add(LoggedContent.of(event));
        }
        lost(contents, to - from);
        following.append(contents, vault.logSigner()::sign);
        signedAt = clock.instant();
    }

    /** A position without an event, whose loss was accepted before the log came by, has an entry that says nothing. */
    private static void lost(List<byte[]> contents, long until) {
        while (contents.size() < until) {
            contents.add(new byte[0]);
        }
    }

    private EventLog open(StoredEvents events) throws LogFault, IOException, VaultException {
        boolean begun = VaultGlance.holdsSecret(data, LogSigner.NAME);
        LogKey key =
                new LogKey(name(vault.installation().value()), vault.logSigner().publicKey());
        if (!folder.holdsHead()) {
            if (begun && events.head() > 0) {
                throw new LogFault("The transparency log beside the events is lost.");
            }
            EventLog.begin(folder, key, vault.logSigner()::sign);
        }
        EventLog opened = EventLog.open(folder, key);
        long head = events.head();
        if (head < opened.size() && marks.parted().isEmpty()) {
            marks.part(head);
        }
        if (marks.parted().isPresent() && !isOneAgain(key, marks.parted().getAsLong(), events)) {
            throw new LogFault("The transparency log knows of events from position "
                    + (marks.parted().getAsLong() + 1) + " on that the history does not hold.");
        }
        return opened;
    }

    /** Whether somebody brought the history back that the log knows. */
    private boolean isOneAgain(LogKey key, long from, StoredEvents events) throws LogFault, IOException {
        LogReader reader = LogReader.of(folder, key);
        if (events.head() < reader.size()) {
            return false;
        }
        try {
            for (StoredEvent event : events.between(from, reader.size())) {
                if (!reader.holds(event.position() - 1, LoggedContent.of(event))) {
                    return false;
                }
            }
        } catch (SQLException e) {
            return false;
        }
        marks.rejoin();
        return true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return FIRST;
    }
}
