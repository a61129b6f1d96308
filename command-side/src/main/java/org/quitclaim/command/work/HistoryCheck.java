package org.quitclaim.command.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.access.account.StaffRecords;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.governance.GovernanceState;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.governance.GovernanceState.Unfounded;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.history.Doubts;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.eventstore.ClockCheck;
import org.quitclaim.eventstore.HistoryFindings;
import org.quitclaim.eventstore.HistoryRefusal;
import org.quitclaim.eventstore.RefusedStart;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Refuses to work on a data folder and a history that do not belong together, as when a setting points at another event
 * store: what no event names is removed, and that would be every record there is.
 *
 * <p>Before anything that reads events is started: what it had read of another history it would keep.
 *
 * <p><b>Errors:</b> {@link RefusedStart} with {@code start.other-history} or {@code start.history-shorter}.
 */
public final class HistoryCheck implements SmartInitializingSingleton {
    /** A running server notices once a minute, by what it had seen then; an event may have been recorded since. */
    private static final Duration SAME_TIME = Duration.ofMinutes(2);

    private final Installation installation;
    private final Streams streams;
    private final StreamHead head;
    private final WorkIndex index;
    private final Vault vault;
    private final StaffRecords staff;
    private final EventStore store;
    private final HistoryFindings found;
    private final ClockCheck clock;
    private final boolean wholeStreamsOnly;
    private Optional<Doubt> clockBehind = Optional.empty();
    private List<Doubt> tail = List.of();

    public HistoryCheck(
            Installation installation,
            Streams streams,
            StreamHead head,
            WorkIndex index,
            Vault vault,
            StaffRecords staff,
            EventStore store,
            HistoryFindings found,
            ClockCheck clock,
            boolean wholeStreamsOnly) {
        this.installation = installation;
        this.streams = streams;
        this.head = head;
        this.index = index;
        this.vault = vault;
        this.staff = staff;
        this.store = store;
        this.found = found;
        this.clock = clock;
        this.wholeStreamsOnly = wholeStreamsOnly;
    }

    @Override
    public void afterSingletonsInstantiated() {
        long events = head.position();
        index.claim(installation.id(), new EventAt(store, events));
        GovernanceState governance = streams.governance(installation.id());
        Optional<Instant> told =
                governance instanceof Founded founded ? founded.doubts().toldOfClock() : Optional.empty();
        clockBehind = clock.behind(at ->
                        told.filter(until -> !at.isAfter(until.plus(SAME_TIME))).isPresent())
                .map(behind -> new Doubt.ClockBehind(behind.clock(), behind.lastEvent()));
        HistoryFindings left = governance instanceof Founded founded ? unsettled(found, founded.doubts()) : found;
        if (!wholeStreamsOnly && !lost(left).isEmpty()) {
            throw HistoryRefusal.of(left);
        }
        if (index.position() > events && wholeStreamsOnly && governance instanceof Founded) {
            tail = found.end().isPresent() ? List.of() : List.of(new Doubt.EndMissing(events + 1, index.position()));
            index.restart("it knew of events that the history does not hold");
        }
        if (index.position() > events) {
            throw new RefusedStart(
                    HistoryRefusal.SHORTER,
                    "The event store holds " + events + " events, but " + index.position()
                            + " were there already. Point"
                            + " quitclaim.event-store and axon.axonserver.servers at the store with the whole history,"
                            + " or restore both, the store and the data folder, from backups, or serve what is left"
                            + " (./quitclaim up --whole-streams-only). Nothing was changed.");
        }
        if (governance instanceof Unfounded && (events > 0 || vaultIsInUse())) {
            throw new RefusedStart(
                    "start.other-history",
                    "The event store holds another installation's history, or none where this data folder is in use."
                            + " Point quitclaim.event-store and axon.axonserver.servers at"
                            + " the store that this folder belongs to; a new installation needs both empty. Nothing was"
                            + " changed.");
        }
    }

    /** What nobody can know of, the last events included that only the lists of work had heard of. */
    public List<Doubt> lost() {
        return Stream.concat(lost(found).stream(), tail.stream()).toList();
    }

    /** By how much a clock was behind of which somebody said that it is right. */
    public Optional<Doubt> clockBehind() {
        return clockBehind;
    }

    /** What nobody can know of. */
    public static List<Doubt> lost(HistoryFindings found) {
        return Stream.of(
                        found.end().stream().map(gap -> new Doubt.EndMissing(gap.first(), gap.last())),
                        found.unexplained().stream().map(gap -> new Doubt.PositionsMissing(gap.first(), gap.last())),
                        found.altered().stream()
                                .map(one -> new Doubt.EventsAltered(one.first(), one.last(), one.content())))
                .<Doubt>flatMap(each -> each)
                .toList();
    }

    /**
     * Without what an officer accepted, and that alone: a fault that is larger, or another, was not accepted with it. What
     * was kept of an event apart says for ever that it was altered; once that is a doubt, the doubt forbids.
     */
    public static HistoryFindings unsettled(HistoryFindings found, Doubts doubts) {
        return found.without(
                gap -> doubts.accepted(new Doubt.PositionsMissing(gap.first(), gap.last())),
                one -> isDoubted(new Doubt.EventsAltered(one.first(), one.last(), one.content()), doubts));
    }

    private static boolean isDoubted(Doubt altered, Doubts doubts) {
        return doubts.accepted(altered)
                || doubts.open().stream().anyMatch(open -> open.doubt().equals(altered));
    }

    /** Accounts come before the first event. */
    private boolean vaultIsInUse() {
        try {
            Set<RecordId> ofStaff = Set.copyOf(staff.listed());
            AtomicBoolean others = new AtomicBoolean();
            vault.removeOrphans(
                    record -> {
                        others.compareAndSet(false, !ofStaff.contains(record));
                        return true;
                    },
                    key -> true,
                    Duration.ZERO);
            return others.get();
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
