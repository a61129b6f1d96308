package org.quitclaim.command.publication;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.command.copies.CopyWatch;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.ForEach;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.WorkerGroup;
import org.quitclaim.domain.consent.ConsentCommand.FollowUpRevocation;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Permission;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.PublicationCommand.OrderTakedown;
import org.quitclaim.domain.publication.Reason;

/**
 * Orders the takedown of every use that a revocation ended: those the person authorised before it and that are not
 * allowed any more now. Then it carries what was said to the copies of the photos.
 *
 * <p>The uses come from the person's stream, not from an index: what was authorised a moment before the revocation is in
 * the same stream, ahead of it.
 */
final class WhenConsentRevokedThenOrderTakedown implements Duty {
    private final Commands commands;
    private final Streams streams;
    private final CopyWatch copies;
    private final GalleryKeeper gallery;
    private final Clock clock;

    public WhenConsentRevokedThenOrderTakedown(
            Commands commands, Streams streams, CopyWatch copies, GalleryKeeper gallery, Clock clock) {
        this.commands = commands;
        this.streams = streams;
        this.copies = copies;
        this.gallery = gallery;
        this.clock = clock;
    }

    @Override
    public TodoKind kind() {
        return TodoKind.REVOCATION;
    }

    @Override
    public WorkerGroup workers() {
        return WorkerGroup.REVOKING;
    }

    @Override
    public void perform(Todo todo) {
        PersonId person = new PersonId(todo.subject());
        Origin origin = Origin.system("takedown-policy");
        if (!(streams.consent(person) instanceof Known known)) {
            return;
        }
        int upTo = Integer.parseInt(todo.detail());
        boolean ordered = ForEach.guarded(List.copyOf(liveUses(person).values()), use -> order(known, use, origin));
        boolean followed = copies.follow(person, origin);
        // last: keys that cannot be reached keep nothing online
        gallery.judgeAnew(person);
        if (ordered && followed) {
            commands.offer(new FollowUpRevocation(person, upTo), origin);
        }
    }

    private Map<PublicationId, ConsentEvent.UseAuthorised> liveUses(PersonId person) {
        Map<PublicationId, ConsentEvent.UseAuthorised> uses = new LinkedHashMap<>();
        streams.events(person).forEach(event -> {
            if (event instanceof ConsentEvent.UseAuthorised use) {
                uses.put(use.publication(), use);
            } else if (event instanceof ConsentEvent.UseReleased over) {
                uses.remove(over.publication());
            }
        });
        return uses;
    }

    private void order(Known known, ConsentEvent.UseAuthorised use, Origin origin) {
        Permission permission = known.outlook().ofGrants().permission(use.question(), clock.instant());
        if (permission instanceof Permission.Denied denied) {
            commands.offer(
                    new OrderTakedown(
                            use.publication(),
                            TakedownCauses.of(denied.reason()),
                            List.of(Reason.of(denied.reason().code(), known.id()))),
                    origin);
        }
    }
}
