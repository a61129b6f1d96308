package org.quitclaim.command.consent;

import java.util.List;
import java.util.function.Function;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.Draft;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.work.ForEach;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.consent.ConsentCommand.CarryOutNoted;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.governance.GovernanceCommand.CloseNotedNo;
import org.quitclaim.domain.governance.GovernanceCommand.NoteNo;
import org.quitclaim.domain.governance.GovernanceEvent.NoNoted;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.history.NotedNo;
import org.quitclaim.domain.history.OpenNo;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.eventstore.StreamDamaged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nos of people whose own history cannot be read: noted in the installation's stream, and carried out in theirs at the first
 * start or tick at which it can be read again, once, on the word of whoever said them and with their day.
 *
 * <p><b>Guarantees:</b> on return the note is on disk, and until it is carried out whatever shows the person is not
 * cleared. What is published of her is ordered offline at once: publications have histories of their own. What fails
 * is tried again. Source: GDPR Art. 7(3).
 */
public final class NotedNos implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(NotedNos.class);
    private static final String SAID =
            "Somebody whose history cannot be read said no to something. It is noted; restore her history.";

    private final Commands commands;
    private final SealedCommands sealedCommands;
    private final Streams streams;
    private final Installation installation;
    private final NotedTakedowns takedowns;
    private final UpToDate upToDate;

    public NotedNos(
            Commands commands,
            SealedCommands sealedCommands,
            Streams streams,
            Installation installation,
            WorkIndex index,
            UpToDate upToDate) {
        this.commands = commands;
        this.sealedCommands = sealedCommands;
        this.streams = streams;
        this.installation = installation;
        this.takedowns = new NotedTakedowns(commands, streams, index);
        this.upToDate = upToDate;
    }

    /** What a person said no to and is not carried out yet. */
    public List<OpenNo> of(PersonId person) {
        return open().stream().filter(one -> one.no().person().equals(person)).toList();
    }

    void note(NotedNo no, Origin origin) {
        if (no instanceof NotedNo.Withdrawal one
                && !one.recognition()
                && one.channels().isEmpty()
                && one.grants().isEmpty()) {
            throw new RejectedException(ConsentRejection.NOTHING_NAMED);
        }
        commands.offer(new NoteNo(installation.id(), no), origin);
        noted(no);
    }

    /** As {@link #note(NotedNo, Origin)}, of a command whose words are sealed first. */
    void note(StreamDamaged why, Origin origin, Function<Draft, ConsentCommand> command) {
        sealedCommands.send(
                origin,
                draft -> new NoteNo(
                        installation.id(), Noting.of(command.apply(draft)).orElseThrow(() -> why)));
        LOG.error(SAID);
    }

    private void noted(NotedNo no) {
        LOG.error(SAID);
        try {
            takedowns.order(no);
        } catch (RuntimeException e) {
            // the note stands, and the next tick tries again
            LOG.warn(
                    "What is published of her could not be ordered offline yet ({}).",
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public void run() {
        List<OpenNo> open = open();
        if (!open.isEmpty()) {
            upToDate.await();
            ForEach.guarded(open, this::carryOut);
        }
    }

    private List<OpenNo> open() {
        return streams.governance(installation.id()) instanceof Founded founded
                ? founded.doubts().noted()
                : List.of();
    }

    private void carryOut(OpenNo open) {
        NotedNo no = open.no();
        takedowns.order(no);
        if (readable(no.person())) {
            Origin origin = onTheWordOfWhoeverSaidIt(no);
            // refused if her history says as much already
            commands.offer(
                    new CarryOutNoted(no.person(), Noting.command(no, installation.bothParents()), open.since()),
                    origin);
            commands.offer(new CloseNotedNo(installation.id(), no), Origin.system("noted-nos"));
        }
    }

    private Origin onTheWordOfWhoeverSaidIt(NotedNo no) {
        return streams.attributed(installation.id())
                .filter(said ->
                        said.event() instanceof NoNoted noted && noted.no().equals(no))
                .reduce((earlier, later) -> later)
                .map(said -> said.origin().because("history.no-noted"))
                .orElseGet(() -> Origin.system("noted-nos"));
    }

    private boolean readable(PersonId person) {
        try {
            return streams.consent(person) instanceof Known;
        } catch (StreamDamaged e) {
            return false;
        }
    }
}
