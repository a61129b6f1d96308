package org.quitclaim.domain.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.consent.ConsentCommand.FollowUpRevocation;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentEvent.UseAuthorised;
import org.quitclaim.domain.consent.ConsentEvent.UseReleased;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.PhotoCommand.EndRelease;
import org.quitclaim.domain.photo.Photos;
import org.quitclaim.domain.publication.PublicationCommand.OrderTakedown;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.TakedownCause;

/** After a revocation: takes down what the person had authorised and no longer permits, then notes it as done. */
final class FollowUp implements Process {
    private final World world;
    private final Flaw flaw;
    private final PersonId person;
    private final Deque<Runnable> steps = new ArrayDeque<>();

    FollowUp(World world, Flaw flaw, PersonId person) {
        this.world = world;
        this.flaw = flaw;
        this.person = person;
        int upTo = world.known(person).revocations();
        Set<PublicationId> uses = new LinkedHashSet<>();
        for (ConsentEvent event : world.stream(person)) {
            if (event instanceof UseAuthorised use) {
                uses.add(use.publication());
            } else if (event instanceof UseReleased released) {
                uses.remove(released.publication());
            }
        }
        Runnable note = () -> world.person(new FollowUpRevocation(person, upTo));
        uses.forEach(use -> steps.add(() -> takeDown(use)));
        if (flaw == Flaw.FOLLOW_UP_NOTED_FIRST) {
            steps.addFirst(note);
        } else {
            steps.addLast(note);
        }
    }

    PersonId person() {
        return person;
    }

    @Override
    public boolean step() {
        steps.removeFirst().run();
        return steps.isEmpty();
    }

    private void takeDown(PublicationId publication) {
        boolean skipped = flaw == Flaw.FOLLOW_UP_LEAVES_REQUESTS
                && !world.state(publication).live();
        if (!skipped && !world.permits(person, publication)) {
            world.publication(new OrderTakedown(
                    publication, TakedownCause.WITHDRAWAL, List.of(Reason.of("consent.withdrawn", person))));
            steps.addFirst(() -> world.photo(new EndRelease(Photos.STAGE, publication)));
        }
    }
}
