package org.quitclaim.domain.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.consent.ConsentCommand.AuthoriseUse;
import org.quitclaim.domain.consent.ConsentCommand.ReleaseUse;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentEvent.UseAuthorised;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.PhotoCommand.AuthoriseRelease;
import org.quitclaim.domain.photo.PhotoCommand.EndRelease;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.PhotoEvent.ReleaseAuthorised;
import org.quitclaim.domain.photo.Photos;
import org.quitclaim.domain.publication.Authorisation;
import org.quitclaim.domain.publication.PublicationCommand.BlockPublication;
import org.quitclaim.domain.publication.PublicationCommand.ClearPublication;
import org.quitclaim.domain.publication.Reason;

/** Asks the photo, then everybody visible, then clears or blocks; releases what was authorised in vain. */
final class Gate implements Process {
    private final World world;
    private final Flaw flaw;
    private final PublicationId publication;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final List<Authorisation> yes = new ArrayList<>();
    private int photoVersion;

    Gate(World world, Flaw flaw, PublicationId publication) {
        this.world = world;
        this.flaw = flaw;
        this.publication = publication;
        steps.add(this::askPhoto);
    }

    PublicationId publication() {
        return publication;
    }

    @Override
    public boolean step() {
        steps.removeFirst().run();
        return steps.isEmpty();
    }

    private void askPhoto() {
        AuthoriseRelease ask = new AuthoriseRelease(
                Photos.STAGE, publication, world.use(publication).rendition());
        switch (world.photo(ask)) {
            case Decision.Rejected<PhotoEvent> no -> steps.add(() -> block(no.rejection()));
            case Decision.Accepted<PhotoEvent> accepted -> {
                ReleaseAuthorised release =
                        (ReleaseAuthorised) accepted.events().getFirst();
                photoVersion = release.version();
                release.visible().forEach(person -> steps.add(() -> ask(person)));
                steps.add(this::clear);
            }
        }
    }

    private void ask(PersonId person) {
        Optional<UseAuthorised> before = flaw == Flaw.OLD_ANSWER_IS_REUSED ? earlier(person) : Optional.empty();
        if (before.isPresent()) {
            yes.add(authorisation(before.get()));
            return;
        }
        AuthoriseUse ask =
                new AuthoriseUse(person, publication, world.use(publication).rendition(), world.question(publication));
        switch (world.person(ask)) {
            case Decision.Accepted<ConsentEvent> accepted ->
                yes.add(authorisation((UseAuthorised) accepted.events().getFirst()));
            case Decision.Rejected<ConsentEvent> no -> {
                steps.clear();
                steps.add(() -> block(no.rejection()));
            }
        }
    }

    private Optional<UseAuthorised> earlier(PersonId person) {
        return world.stream(person).stream()
                .filter(event ->
                        event instanceof UseAuthorised use && use.question().equals(world.question(publication)))
                .map(UseAuthorised.class::cast)
                .findFirst();
    }

    private static Authorisation authorisation(UseAuthorised use) {
        return new Authorisation(use.person(), use.grant(), use.notice(), use.noticeSha256(), use.until());
    }

    private void clear() {
        if (world.publication(new ClearPublication(publication, photoVersion, yes, 1)) instanceof Decision.Rejected) {
            release();
        }
    }

    private void block(Rejection rejection) {
        world.publication(new BlockPublication(publication, List.of(Reason.of(rejection.code()))));
        release();
    }

    private void release() {
        yes.forEach(one -> steps.add(() -> world.person(new ReleaseUse(one.person(), publication))));
        steps.add(() -> world.photo(new EndRelease(Photos.STAGE, publication)));
    }
}
