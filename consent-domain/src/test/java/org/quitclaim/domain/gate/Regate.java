package org.quitclaim.domain.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.ConsentCommand.AuthoriseUse;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.PhotoCommand.AuthoriseRelease;
import org.quitclaim.domain.photo.PhotoCommand.EndRelease;
import org.quitclaim.domain.photo.PhotoCommand.FinishRegate;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.PhotoEvent.ReleaseAuthorised;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Photos;
import org.quitclaim.domain.publication.Authorisation;
import org.quitclaim.domain.publication.PublicationCommand.OrderTakedown;
import org.quitclaim.domain.publication.PublicationCommand.ReaffirmPublication;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.TakedownCause;

/** After a change of faces: asks the photo and everybody visible anew for each release, then notes the version. */
final class Regate implements Process {
    private final World world;
    private final Flaw flaw;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final List<Authorisation> yes = new ArrayList<>();

    Regate(World world, Flaw flaw) {
        this.world = world;
        this.flaw = flaw;
        Registered photo = world.registered();
        Runnable note = () -> world.photo(new FinishRegate(Photos.STAGE, photo.version()));
        photo.releases().keySet().forEach(release -> steps.add(() -> askPhoto(release)));
        if (flaw == Flaw.REGATE_NOTED_FIRST) {
            steps.addFirst(note);
        } else {
            steps.addLast(note);
        }
    }

    @Override
    public boolean step() {
        steps.removeFirst().run();
        return steps.isEmpty();
    }

    private void askPhoto(PublicationId publication) {
        yes.clear();
        if (flaw == Flaw.REGATE_SKIPS_THE_PHOTO) {
            return;
        }
        AuthoriseRelease ask = new AuthoriseRelease(
                Photos.STAGE, publication, world.use(publication).rendition());
        switch (world.photo(ask)) {
            case Decision.Rejected<PhotoEvent> no ->
                takeDown(publication, no.rejection().code());
            case Decision.Accepted<PhotoEvent> accepted -> {
                ReleaseAuthorised release =
                        (ReleaseAuthorised) accepted.events().getFirst();
                steps.addFirst(() -> reaffirm(publication, release.version()));
                release.visible().reversed().forEach(person -> steps.addFirst(() -> ask(publication, person)));
            }
        }
    }

    private void ask(PublicationId publication, PersonId person) {
        boolean allowed = flaw == Flaw.REGATE_ANSWERS_UNRECORDED
                ? world.permits(person, publication)
                : world.person(new AuthoriseUse(
                                person, publication, world.use(publication).rendition(), world.question(publication)))
                        instanceof Decision.Accepted;
        if (!allowed) {
            takeDown(publication, "consent.use-not-allowed");
        }
    }

    private void reaffirm(PublicationId publication, int version) {
        world.publication(new ReaffirmPublication(publication, version, yes, 1));
    }

    /** Whatever is left to ask about this publication finds it over. */
    private void takeDown(PublicationId publication, String code) {
        world.publication(new OrderTakedown(publication, TakedownCause.FACES_CHANGED, List.of(Reason.of(code))));
        steps.addFirst(() -> world.photo(new EndRelease(Photos.STAGE, publication)));
    }
}
