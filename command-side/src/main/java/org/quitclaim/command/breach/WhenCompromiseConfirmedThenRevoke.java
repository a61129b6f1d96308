package org.quitclaim.command.breach;

import java.util.List;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.consent.Revocations;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.ForEach;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.breach.Affected;
import org.quitclaim.domain.breach.BreachCommand.RecordRevocation;
import org.quitclaim.domain.breach.BreachState.Open;
import org.quitclaim.domain.breach.BreachState.Revocation;
import org.quitclaim.domain.consent.ConsentCommand.RevokeCompromisedKey;
import org.quitclaim.domain.id.BreachId;
import org.quitclaim.domain.id.PersonId;

/**
 * Orders every affected faceprint to be erased once two people said so; the erasure itself is that of a withdrawal.
 *
 * <p><b>Guarantees:</b> bears repeating; whoever has no faceprint key is passed over. Source: R37, R72.
 */
final class WhenCompromiseConfirmedThenRevoke implements Duty {
    private final Commands commands;
    private final Revocations revocations;
    private final Streams streams;
    private final WorkIndex index;

    public WhenCompromiseConfirmedThenRevoke(
            Commands commands, Revocations revocations, Streams streams, WorkIndex index) {
        this.commands = commands;
        this.revocations = revocations;
        this.streams = streams;
        this.index = index;
    }

    @Override
    public TodoKind kind() {
        return TodoKind.COMPROMISE;
    }

    @Override
    public void perform(Todo todo) {
        BreachId id = new BreachId(todo.subject());
        if (!(streams.breach(id) instanceof Open open && open.revocation() instanceof Revocation.Confirmed)) {
            return;
        }
        Origin origin = Origin.system("compromise-policy").about(id);
        if (ForEach.guarded(affected(open.affected()), person -> revoke(person, origin))) {
            commands.offer(new RecordRevocation(id), origin);
        }
    }

    /** The list is of before the confirmation, at least: this order stands on it behind every key that was minted. */
    private List<PersonId> affected(Affected affected) {
        return switch (affected.extent()) {
            case NAMED -> affected.persons();
            case EVERYBODY -> index.all("select distinct person from minted", row -> new PersonId(row.getString(1)));
        };
    }

    private void revoke(PersonId person, Origin origin) {
        try {
            revocations.carryOut(new RevokeCompromisedKey(person), origin);
        } catch (RejectedException nothingToRevoke) {
            // no key, or on its way out already
        }
    }
}
