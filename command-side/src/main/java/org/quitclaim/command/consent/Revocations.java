package org.quitclaim.command.consent;

import java.util.function.Function;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.command.vault.Draft;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.eventstore.StreamDamaged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what takes consent back, and makes it felt in this process before the answer goes out.
 *
 * <p><b>Guarantees:</b> on return no permit of the person is accepted and the gallery does not name them. Everything else
 * (takedowns, shredding) is ordered by events and follows from the lists. A no of somebody whose own history cannot be read
 * is noted and carried out later; a faceprint that cannot be closed now does not make a recorded no fail.
 */
public final class Revocations {
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    private final Commands commands;
    private final SealedCommands sealedCommands;
    private final GalleryKeeper gallery;
    private final NotedNos noted;

    public Revocations(Commands commands, SealedCommands sealedCommands, GalleryKeeper gallery, NotedNos noted) {
        this.commands = commands;
        this.sealedCommands = sealedCommands;
        this.gallery = gallery;
        this.noted = noted;
    }

    /** @throws StreamDamaged if the person's history cannot be read and a note cannot hold the command */
    public void carryOut(ConsentCommand command, Origin origin) {
        try {
            commands.send(command, origin);
        } catch (StreamDamaged e) {
            noted.note(Noting.of(command).orElseThrow(() -> e), origin);
        }
        judgeAnew(command.person());
    }

    /** As {@link #carryOut(ConsentCommand, Origin)}, of a command whose words are sealed first. */
    void carryOut(PersonId person, Origin origin, Function<Draft, ConsentCommand> command) {
        sealedCommands.send(origin, command);
        judgeAnew(person);
    }

    /** The no is recorded; the list of revocations has the rest tried again. */
    private void judgeAnew(PersonId person) {
        try {
            gallery.judgeAnew(person);
        } catch (VaultUnavailable e) {
            LOG.warn("A no is recorded; the keys of that person could not be reached yet, and will be tried again.");
        }
    }

    /** Processing may go on; the person is matched again if the grant still lives. */
    public void lift(ConsentCommand.LiftRestriction command, Origin origin) {
        commands.send(command, origin);
        gallery.judgeAnew(command.person());
    }
}
