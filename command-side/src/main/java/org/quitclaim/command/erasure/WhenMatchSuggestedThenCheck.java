package org.quitclaim.command.erasure;

import java.time.Clock;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoCommand.RetractSuggestion;

/** Retracts a suggestion that a withdrawal overtook between the person's yes and the photo's record of it. */
final class WhenMatchSuggestedThenCheck implements Duty {
    private final Commands commands;
    private final Streams streams;
    private final WorkIndex index;
    private final Clock clock;

    public WhenMatchSuggestedThenCheck(Commands commands, Streams streams, WorkIndex index, Clock clock) {
        this.commands = commands;
        this.streams = streams;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public TodoKind kind() {
        return TodoKind.SUGGESTION;
    }

    @Override
    public void perform(Todo todo) {
        PersonId person = new PersonId(todo.subject());
        String[] where = todo.detail().split(":", 2);
        int generation = index.one(
                        "select generation from suggestion where person = ? and photo = ? and face = ?",
                        row -> row.getInt(1),
                        person.value(),
                        where[0],
                        where[1])
                .orElse(0);
        boolean stands = streams.consent(person) instanceof Known known
                && known.recognition().generation() == generation
                && known.outlook().recognition(clock.instant()).isPresent();
        if (!stands) {
            commands.offer(
                    new RetractSuggestion(new PhotoId(where[0]), new FaceId(where[1]), person),
                    Origin.system("suggestion-check"));
        }
        index.settle(
                "delete from todo where kind = ? and subject = ? and detail = ?",
                TodoKind.SUGGESTION.name(),
                todo.subject(),
                todo.detail());
    }
}
