package org.quitclaim.command.publication;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Permission;
import org.quitclaim.domain.consent.Question;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.publication.Authorisation;
import org.quitclaim.domain.publication.PublicationState.Blocked;
import org.quitclaim.domain.publication.PublicationState.Cleared;
import org.quitclaim.domain.publication.PublicationState.Published;
import org.quitclaim.domain.publication.PublicationState.Requested;
import org.quitclaim.domain.publication.PublicationState.TakedownDue;
import org.quitclaim.domain.publication.PublicationState.TakenDown;
import org.quitclaim.domain.publication.PublicationState.Unrequested;
import org.quitclaim.domain.publication.Use;

/**
 * Whether what was cleared stands at this moment; asks nobody and records nothing.
 *
 * <p><b>Guarantees:</b> between a change of mind, or the end of a term, and the takedown that follows, it does not stand.
 * Nor does it while faces changed and are not judged yet, or
 * once its subject counts as sensitive and somebody had allowed it as one of many.
 */
final class LiveUses {
    private final Streams streams;
    private final Clock clock;
    private final HistoryTrust trust;
    private final Supplier<Subjects> subjects;

    public LiveUses(Streams streams, HistoryTrust trust, Supplier<Subjects> subjects, Clock clock) {
        this.streams = streams;
        this.trust = trust;
        this.subjects = subjects;
        this.clock = clock;
    }

    Optional<Use> use(PublicationId id) {
        return switch (streams.publication(id)) {
            case Cleared s -> standing(s.use(), s.photoVersion(), s.authorisations());
            case Published s -> standing(s.use(), s.photoVersion(), s.authorisations());
            case Unrequested s -> Optional.empty();
            case Requested s -> Optional.empty();
            case Blocked s -> Optional.empty();
            case TakedownDue s -> Optional.empty();
            case TakenDown s -> Optional.empty();
        };
    }

    /** A person, or a photo, whose stream is damaged counts as a no. */
    private Optional<Use> standing(Use use, int photoVersion, List<Authorisation> authorisations) {
        boolean damaged =
                trust.damaged(use.photo()) || authorisations.stream().anyMatch(one -> trust.damaged(one.person()));
        List<PersonId> visible =
                authorisations.stream().map(Authorisation::person).toList();
        boolean doubted =
                !trust.doubts().isEmpty() || !trust.doubtsAbout(visible).isEmpty();
        return damaged || doubted ? Optional.empty() : stands(use, photoVersion, authorisations);
    }

    private Optional<Use> stands(Use use, int photoVersion, List<Authorisation> authorisations) {
        return streams.photo(use.photo()) instanceof Registered photo
                        && photo.version() == photoVersion
                        && authorisations.stream()
                                .allMatch(
                                        one -> permits(one.person(), use.question(photo.collection(), subjects.get())))
                ? Optional.of(use)
                : Optional.empty();
    }

    private boolean permits(PersonId person, Question question) {
        return streams.consent(person) instanceof Known known
                && known.outlook().permission(question, clock.instant()) instanceof Permission.Permitted;
    }
}
