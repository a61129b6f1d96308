package org.quitclaim.command.consent;

import java.util.List;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.ForEach;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.governance.GovernanceCommand.CarryOutWithdrawal;
import org.quitclaim.domain.governance.GovernanceCommand.NoteWithdrawal;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.history.NotedWithdrawal;
import org.quitclaim.domain.publication.PublicationCommand.OrderTakedown;
import org.quitclaim.domain.publication.PublicationId;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.TakedownCause;
import org.quitclaim.eventstore.StreamDamaged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Withdrawals of people whose own history cannot be read: noted in the installation's stream, and carried out in theirs at
 * the first start at which it can be read again.
 *
 * <p><b>Guarantees:</b> on return the note is on disk, and until it is carried out whatever shows the person is not
 * cleared. What is published of her on those channels is ordered offline at once: publications have histories of their
 * own. A start that stops anywhere does the rest at the next. Source: GDPR Art. 7(3).
 */
public final class NotedWithdrawals implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(NotedWithdrawals.class);

    private final Commands commands;
    private final Streams streams;
    private final Installation installation;
    private final WorkIndex index;
    private final UpToDate upToDate;

    public NotedWithdrawals(
            Commands commands, Streams streams, Installation installation, WorkIndex index, UpToDate upToDate) {
        this.commands = commands;
        this.streams = streams;
        this.installation = installation;
        this.index = index;
        this.upToDate = upToDate;
    }

    void note(WithdrawConsent command, Origin origin) {
        if (!command.recognition() && command.channels().isEmpty()) {
            throw new RejectedException(ConsentRejection.NOTHING_NAMED);
        }
        NotedWithdrawal noted =
                new NotedWithdrawal(command.person(), command.recognition(), command.channels(), command.by());
        commands.offer(new NoteWithdrawal(installation.id(), noted), origin);
        LOG.error("Somebody whose history cannot be read withdrew consent. It is noted; restore her history.");
        takeDown(noted);
    }

    @Override
    public void run() {
        List<NotedWithdrawal> open = streams.governance(installation.id()) instanceof Founded founded
                ? founded.doubts().noted()
                : List.of();
        if (!open.isEmpty()) {
            upToDate.await();
            ForEach.guarded(open, this::carryOut);
        }
    }

    private void carryOut(NotedWithdrawal noted) {
        takeDown(noted);
        if (readable(noted)) {
            Origin origin = Origin.system("restore").because("restore.withdrawal-noted");
            // refused if she had withdrawn it already
            commands.offer(
                    new WithdrawConsent(noted.person(), noted.recognition(), noted.channels(), noted.by()), origin);
            commands.offer(new CarryOutWithdrawal(installation.id(), noted), origin);
        }
    }

    private boolean readable(NotedWithdrawal noted) {
        try {
            return streams.consent(noted.person()) instanceof Known;
        } catch (StreamDamaged e) {
            return false;
        }
    }

    private void takeDown(NotedWithdrawal noted) {
        List<PublicationId> shown = index.all(
                "select distinct publication.id from publication join sighting on sighting.photo = publication.photo"
                        + " where sighting.person = ?",
                row -> new PublicationId(row.getString(1)),
                noted.person().value());
        ForEach.guarded(shown, publication -> {
            if (streams.publication(publication)
                    .asked()
                    .filter(use -> noted.channels().contains(use.channel()))
                    .isPresent()) {
                commands.offer(
                        new OrderTakedown(
                                publication,
                                TakedownCause.WITHDRAWAL,
                                List.of(Reason.of(NotedWithdrawal.CODE, noted.person()))),
                        Origin.system("takedown-policy"));
            }
        });
    }
}
