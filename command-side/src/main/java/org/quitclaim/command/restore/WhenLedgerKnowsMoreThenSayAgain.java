package org.quitclaim.command.restore;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.Leftovers;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.command.work.NoList;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.governance.GovernanceCommand.ConcludeRestore;
import org.quitclaim.domain.governance.GovernanceCommand.DoubtHistory;
import org.quitclaim.domain.governance.GovernanceState;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.governance.GovernanceState.RestoredUpTo;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.history.Doubt.NosMissing;
import org.quitclaim.domain.history.Doubt.TakedownsUnknown;
import org.quitclaim.domain.history.OpenDoubt;
import org.quitclaim.domain.id.LedgerId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.PublicationEvent.TakedownOrdered;
import org.quitclaim.domain.publication.PublicationState.Unrequested;
import org.quitclaim.vault.LedgerDoubt;
import org.quitclaim.vault.NoLedger;
import org.quitclaim.vault.NoLedger.Line;
import org.quitclaim.vault.NoLedger.Reach;
import org.quitclaim.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says again, before anybody is answered, every no that the ledger at the backup target tells and this history lacks.
 *
 * <p><b>Guarantees:</b> a no is known by the id of its event, so that one which the history has is never repeated, whatever
 * was said after it. Stopped anywhere, the next start goes on; when all is said the history notes up to which line, and
 * what an officer takes back afterwards stays taken back. Source: GDPR Art. 7(3); R64.
 */
public final class WhenLedgerKnowsMoreThenSayAgain implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WhenLedgerKnowsMoreThenSayAgain.class);

    private final NoLedger ledger;
    private final NoList history;
    private final LedgerWords words;
    private final SayAgain again;
    private final Commands commands;
    private final Streams streams;
    private final Installation installation;
    private final UpToDate upToDate;
    private final Leftovers leftovers;
    private final Clock clock;

    public WhenLedgerKnowsMoreThenSayAgain(
            NoLedger ledger,
            NoList history,
            Serializer events,
            Commands commands,
            Streams streams,
            Installation installation,
            UpToDate upToDate,
            Leftovers leftovers,
            Clock clock) {
        this.ledger = ledger;
        this.history = history;
        this.words = new LedgerWords(events);
        this.again = new SayAgain(commands, streams);
        this.commands = commands;
        this.streams = streams;
        this.installation = installation;
        this.upToDate = upToDate;
        this.leftovers = leftovers;
        this.clock = clock;
    }

    @Override
    public void run() {
        upToDate.await();
        try {
            recordDoubt();
            List<Line> told = ledger.told();
            if (!told.isEmpty()) {
                sayWhatIsMissing(told, ledger.reach());
            }
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    /** What the vault noted when it was opened, before anything was written to the ledger. */
    private void recordDoubt() throws VaultException {
        Optional<LedgerDoubt> doubt = ledger.doubt();
        if (doubt.isPresent()) {
            NosMissing missing =
                    new NosMissing(NosMissing.Cause.valueOf(doubt.get().name()), ledger.doubted());
            commands.offer(
                    new DoubtHistory(installation.id(), missing),
                    Origin.system("restore").because("restore.ledger-does-not-reach"));
            ledger.doubtRecorded();
        }
    }

    private void sayWhatIsMissing(List<Line> told, Reach reach) {
        LedgerId ledgerId = new LedgerId(reach.ledger());
        Set<String> known = history.ids();
        RestoredUpTo restored = restored();
        List<DomainEvent> missing = new ArrayList<>();
        for (Line line : told) {
            if (!restored.reaches(ledgerId, line.number())
                    && !known.contains(line.entry().id())) {
                missing.add(words.event(line.entry()));
            }
        }
        if (!missing.isEmpty()) {
            leftovers.historyIsOlder();
            recordUnknown(missing);
            int recorded = again.all(missing);
            commands.send(
                    new ConcludeRestore(
                            installation.id(), ledgerId, told.getLast().number()),
                    SayAgain.RESTORE);
            LOG.warn(
                    "This history is older than the ledger at the backup target: {} nos that were said since are said"
                            + " again, by {} events.",
                    missing.size(),
                    recorded);
        }
    }

    /**
     * A line names the publication and not what was published, so the takedown of one that is younger than this history
     * cannot be ordered again.
     */
    private void recordUnknown(List<DomainEvent> missing) {
        List<PublicationId> unknown = missing.stream()
                .flatMap(
                        no -> no instanceof TakedownOrdered ordered ? Stream.of(ordered.publication()) : Stream.empty())
                .filter(publication -> streams.publication(publication) instanceof Unrequested)
                .distinct()
                .toList();
        if (unknown.isEmpty() || isKnown(TakedownsUnknown.class)) {
            return;
        }
        commands.send(
                new DoubtHistory(installation.id(), new TakedownsUnknown(unknown.size(), clock.instant())),
                SayAgain.RESTORE);
        LOG.error(
                "{} takedowns were ordered of what was published after the day of this history, which knows nothing of"
                        + " it: look by hand whether it is offline. See \"Takedowns that a restore does not know\" in"
                        + " docs/runbooks/backup-and-restore.md. {}",
                unknown.size(),
                unknown.stream().map(PublicationId::value).toList());
    }

    private boolean isKnown(Class<? extends Doubt> kind) {
        return streams.governance(installation.id()) instanceof Founded founded
                && founded.doubts().open().stream().map(OpenDoubt::doubt).anyMatch(kind::isInstance);
    }

    private RestoredUpTo restored() {
        GovernanceState state = streams.governance(installation.id());
        return state instanceof Founded founded ? founded.restored() : RestoredUpTo.NOTHING;
    }
}
