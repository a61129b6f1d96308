package org.quitclaim.command.vault;

import java.util.function.Function;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Recorded;
import org.quitclaim.domain.DomainCommand;

/**
 * Gives commands whose words are sealed first.
 *
 * <p><b>Guarantees:</b> the records and their key are durable before the event that names them; when the command is
 * refused, they are removed; when it is not known whether the event was stored, they stay.
 */
public final class SealedCommands {
    private final Commands commands;
    private final Sealing sealing;

    public SealedCommands(Commands commands, Sealing sealing) {
        this.commands = commands;
        this.sealing = sealing;
    }

    /** @param command seals into the draft and names what it sealed */
    public Recorded send(Origin origin, Function<Draft, ? extends DomainCommand> command) {
        try (Draft draft = sealing.draft()) {
            DomainCommand sealed = command.apply(draft);
            return draft.named(() -> commands.send(sealed, origin));
        }
    }
}
