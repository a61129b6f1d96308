package org.quitclaim.command.consent;

import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Recorded;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.domain.consent.ConsentCommand;

/**
 * Carries out what takes consent back, and makes it felt in this process before the answer goes out.
 *
 * <p><b>Guarantees:</b> on return no permit of the person is accepted and the gallery does not name them. Everything else
 * (takedowns, shredding) is ordered by events and follows from the lists.
 */
public final class Revocations {
    private final Commands commands;
    private final GalleryKeeper gallery;

    public Revocations(Commands commands, GalleryKeeper gallery) {
        this.commands = commands;
        this.gallery = gallery;
    }

    public Recorded carryOut(ConsentCommand command, Origin origin) {
        Recorded recorded = commands.send(command, origin);
        gallery.judgeAnew(command.person());
        return recorded;
    }

    /** Processing may go on; the person is matched again if the grant still lives. */
    public void lift(ConsentCommand.LiftRestriction command, Origin origin) {
        commands.send(command, origin);
        gallery.judgeAnew(command.person());
    }
}
