package org.quitclaim.domain.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.consent.ConsentDecisions;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Permission;
import org.quitclaim.domain.consent.Question;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.photo.PhotoCommand.AuthoriseRelease;
import org.quitclaim.domain.photo.PhotoDecisions;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.PhotoEvent.ReleaseAuthorised;
import org.quitclaim.domain.photo.PhotoState;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Photos;
import org.quitclaim.domain.publication.PublicationCommand;
import org.quitclaim.domain.publication.PublicationDecisions;
import org.quitclaim.domain.publication.PublicationEvent;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.domain.publication.PublicationState.Requested;
import org.quitclaim.domain.publication.Use;

/** The durable part: streams of one photo, of persons and of publications, and the clock. */
final class World {
    private final List<PhotoEvent> photo = new ArrayList<>();
    private final Map<PersonId, List<ConsentEvent>> persons = new LinkedHashMap<>();
    private final Map<PublicationId, List<PublicationEvent>> publications = new LinkedHashMap<>();
    private final Map<PublicationId, Use> uses = new LinkedHashMap<>();
    private final Consumer<DomainEvent> observer;
    private Instant now = Sample.NOW;

    World(Consumer<DomainEvent> observer) {
        this.observer = observer;
    }

    Instant now() {
        return now;
    }

    void passTo(Instant later) {
        now = later.isAfter(now) ? later : now;
    }

    /** One unit of work each: decide on the current state, append what was accepted. */
    Decision<PhotoEvent> photo(PhotoCommand command) {
        return append(photo, PhotoDecisions.decide(photoState(), command, now));
    }

    Decision<ConsentEvent> person(ConsentCommand command) {
        return append(stream(command.person()), ConsentDecisions.decide(state(command.person()), command, now));
    }

    Decision<PublicationEvent> publication(PublicationCommand command) {
        if (command instanceof PublicationCommand.RequestPublication request) {
            uses.put(request.publication(), request.use());
        }
        List<PublicationEvent> stream = publications.computeIfAbsent(command.publication(), id -> new ArrayList<>());
        return append(stream, PublicationDecisions.decide(state(command.publication()), command, now));
    }

    private <E extends DomainEvent> Decision<E> append(List<E> stream, Decision<E> decision) {
        if (decision instanceof Decision.Accepted<E> accepted) {
            stream.addAll(accepted.events());
            accepted.events().forEach(observer);
        }
        return decision;
    }

    PhotoState photoState() {
        PhotoState state = PhotoState.NONE;
        for (PhotoEvent event : photo) {
            state = PhotoDecisions.evolve(state, event);
        }
        return state;
    }

    Registered registered() {
        return (Registered) photoState();
    }

    ConsentState state(PersonId id) {
        ConsentState state = ConsentState.NONE;
        for (ConsentEvent event : stream(id)) {
            state = ConsentDecisions.evolve(state, event);
        }
        return state;
    }

    Known known(PersonId id) {
        return (Known) state(id);
    }

    PublicationState state(PublicationId id) {
        PublicationState state = PublicationState.NONE;
        for (PublicationEvent event : publications.getOrDefault(id, List.of())) {
            state = PublicationDecisions.evolve(state, event);
        }
        return state;
    }

    List<ConsentEvent> stream(PersonId id) {
        return persons.computeIfAbsent(id, person -> new ArrayList<>());
    }

    List<PersonId> persons() {
        return List.copyOf(persons.keySet());
    }

    List<PublicationId> publications() {
        return List.copyOf(publications.keySet());
    }

    Use use(PublicationId id) {
        return Sample.in(uses, id);
    }

    Question question(PublicationId id) {
        Use use = use(id);
        return use.question(Sample.collection("gala"), Subjects.DEFAULT);
    }

    boolean permits(PersonId person, PublicationId id) {
        return known(person).outlook().permission(question(id), now) instanceof Permission.Permitted;
    }

    /** What has to hold of every publication when nothing is left to do. */
    boolean safe(PublicationId id) {
        PublicationState state = state(id);
        return !(state instanceof Requested) && (!state.live() || authorised(id));
    }

    private boolean authorised(PublicationId id) {
        AuthoriseRelease ask = new AuthoriseRelease(Photos.STAGE, id, use(id).rendition());
        return PhotoDecisions.decide(photoState(), ask, now) instanceof Decision.Accepted<PhotoEvent> accepted
                && accepted.events().getFirst() instanceof ReleaseAuthorised release
                && release.visible().stream().allMatch(person -> permits(person, id));
    }

    @Override
    public String toString() {
        return "photo " + photo + "\npersons " + persons + "\npublications " + publications;
    }
}
