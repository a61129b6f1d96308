package org.quitclaim.command.consent;

import java.util.function.Function;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Recorded;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.command.vault.Draft;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.eventstore.StreamDamaged;

/**
 * Carries out what takes consent back, and makes it felt in this process before the answer goes out.
 *
 * <p><b>Guarantees:</b> on return no permit of the person is accepted and the gallery does not name them. Everything else
 * (takedowns, shredding) is ordered by events and follows from the lists.
 */
public final class Revocations {
    private final Commands commands;
    private final SealedCommands sealedCommands;
    private final GalleryKeeper gallery;
    private final NotedWithdrawals noted;

    public Revocations(
            Commands commands, SealedCommands sealedCommands, GalleryKeeper gallery, NotedWithdrawals noted) {
        this.commands = commands;
        this.sealedCommands = sealedCommands;
        this.gallery = gallery;
        this.noted = noted;
    }

    public Recorded carryOut(ConsentCommand command, Origin origin) {
        Recorded recorded = commands.send(command, origin);
        gallery.judgeAnew(command.person());
        return recorded;
    }

    /** Recorded whatever is wrong with the person's own history. */
    public void withdraw(WithdrawConsent command, Origin origin) {
        try {
            commands.send(command, origin);
        } catch (StreamDamaged e) {
            noted.note(command, origin);
        }
        gallery.judgeAnew(command.person());
    }

    /** As {@link #carryOut(ConsentCommand, Origin)}, of a command whose words are sealed first. */
    void carryOut(PersonId person, Origin origin, Function<Draft, ConsentCommand> command) {
        sealedCommands.send(origin, command);
        gallery.judgeAnew(person);
    }

    /** Processing may go on; the person is matched again if the grant still lives. */
    public void lift(ConsentCommand.LiftRestriction command, Origin origin) {
        commands.send(command, origin);
        gallery.judgeAnew(command.person());
    }
}
