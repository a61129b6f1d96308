package org.quitclaim.command.restore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.Background;
import org.quitclaim.command.work.NoList;
import org.quitclaim.command.work.RecordedNo;
import org.quitclaim.command.work.StartOrder;
import org.quitclaim.command.work.Wait;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.vault.LedgerEntry;
import org.quitclaim.vault.NoLedger;
import org.quitclaim.vault.NoLedger.Reach;
import org.quitclaim.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the ledger at the backup target every no, as soon as the history has it.
 *
 * <p><b>Guarantees:</b> nobody waits for it: it has a thread of its own, so that a target out of reach, or one that hangs,
 * holds up no withdrawal. What is missing is told when the target is back, from the history alone: a ledger that was lost,
 * emptied or cut off is written again. Lines end when no backup that they serve is left, as far as the organisation said
 * how long it keeps them.
 */
public final class Telling extends Background {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final Duration ALARM_AFTER = Duration.ofMinutes(10);

    private final NoLedger ledger;
    private final NoList history;
    private final EventStore store;
    private final LedgerWords words;
    private final Streams streams;
    private final Installation installation;
    private final Clock clock;
    private final Duration tick;
    private @Nullable Reach last;
    private int compared;
    private volatile @Nullable Behind behind;

    /** Since when the ledger lacks nos, and by which code. */
    public record Behind(Instant since, String code) {}

    public Telling(
            NoLedger ledger,
            NoList history,
            EventStore store,
            Serializer events,
            Streams streams,
            Installation installation,
            Clock clock,
            Duration tick) {
        super("telling", StartOrder.TELLING);
        this.ledger = ledger;
        this.history = history;
        this.store = store;
        this.words = new LedgerWords(events);
        this.streams = streams;
        this.installation = installation;
        this.clock = clock;
        this.tick = tick;
    }

    /** Why the ledger lacks nos; empty while it has them all. */
    public Optional<Behind> behind() {
        return Optional.ofNullable(behind);
    }

    @Override
    protected void round() throws InterruptedException {
        look();
        wokenWithin(tick);
    }

    private void look() {
        try {
            compare();
            List<RecordedNo> page = history.untold();
            while (!page.isEmpty() && isRunning() && compared == history.timesForgotten()) {
                ledger.tell(entries(page));
                history.told(page);
                last = ledger.reach();
                page = history.untold();
            }
            behind = null;
        } catch (VaultException e) {
            complain(e.code(), e);
        } catch (RuntimeException e) {
            complain("vault.unexpected", e);
        }
    }

    /** Only where the ledger is not the one that was left: reading it takes as long as it is. */
    private void compare() throws VaultException {
        requireTarget();
        Reach now = ledger.reach();
        int forgotten = history.timesForgotten();
        if (last == null
                || forgotten != compared
                || !last.ledger().equals(now.ledger())
                || now.number() < last.number()) {
            history.compare(
                    ledger.told().stream().map(line -> line.entry().id()).collect(Collectors.toSet()),
                    now.endedBefore());
            compared = forgotten;
        }
        end(now);
        last = now;
    }

    /** Of a target that is not the one told last nothing is known: every no is missing there until it is looked at again. */
    private void requireTarget() throws VaultException {
        try {
            ledger.requireTarget();
        } catch (VaultException.BackupTargetAway e) {
            history.compare(Set.of(), Instant.EPOCH);
            last = null;
            throw e;
        }
    }

    private void end(Reach now) throws VaultException {
        if (streams.governance(installation.id()) instanceof Founded founded) {
            var days = founded.longestHorizonSince(now.endedBefore());
            if (days.isPresent()) {
                Instant before = clock.instant().minus(Duration.ofDays(days.getAsInt()));
                if (now.endedBefore().isBefore(before.minus(Duration.ofDays(1)))) {
                    ledger.end(before);
                }
            }
        }
    }

    private List<LedgerEntry> entries(List<RecordedNo> nos) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (RecordedNo no : nos) {
            DomainEventMessage<?> message =
                    store.readEvents(no.stream(), no.sequence()).next();
            entries.add(words.entry(no, (DomainEvent) message.getPayload()));
        }
        return entries;
    }

    private void complain(String code, Exception e) {
        if (!isRunning()) {
            // the stores are being closed, and the next start tells what is left
            return;
        }
        Behind before = behind;
        Behind now = new Behind(before == null ? clock.instant() : before.since(), code);
        behind = now;
        if (before == null || !before.code().equals(code)) {
            LOG.warn("What somebody said no to is not told at the backup target, and will be later ({}).", code);
        } else if (Wait.isOver(ALARM_AFTER, now.since(), clock.instant())) {
            LOG.error(
                    "{} nos have not been told at the backup target since {}: a restore would not know of them ({}:"
                            + " {}).",
                    history.countUntold(),
                    now.since(),
                    code,
                    e.getClass().getSimpleName());
        }
    }
}
