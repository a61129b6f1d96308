package org.quitclaim.command.publication;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.consent.Denial;
import org.quitclaim.domain.consent.Permission;
import org.quitclaim.domain.consent.Question;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.ReleaseRefusals;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.Use;
import org.quitclaim.eventstore.StreamDamaged;

/**
 * Everything that speaks against a use: what of the photo does, and everybody visible who does not allow it.
 *
 * <p><b>Guarantees:</b> looks and asks nothing, so it leaves no event and authorises nobody; what it does not find is no
 * yes.
 */
final class Against {
    private final Streams streams;
    private final Supplier<Subjects> subjects;
    private final Clock clock;

    Against(Streams streams, Supplier<Subjects> subjects, Clock clock) {
        this.streams = streams;
        this.subjects = subjects;
        this.clock = clock;
    }

    List<Reason> find(PublicationId publication, Use use) {
        try {
            return streams.photo(use.photo()) instanceof Registered photo
                    ? Stream.concat(
                                    ReleaseRefusals.against(photo, use.rendition(), publication).stream()
                                            .map(refusal -> Reason.of(refusal.code())),
                                    people(photo, use))
                            .toList()
                    : List.of();
        } catch (StreamDamaged e) {
            return List.of(Reason.of(HistoryTrust.STREAM_DAMAGED));
        }
    }

    private Stream<Reason> people(Registered photo, Use use) {
        Question question = use.question(photo.collection(), subjects.get());
        return Optional.ofNullable(photo.renditions().get(use.rendition())).stream()
                .flatMap(rendition -> photo.visibleOn(rendition).stream())
                .flatMap(face -> face.standing() instanceof FaceStanding.Sighted sighted
                        ? Stream.of(sighted.person())
                        : Stream.empty())
                .distinct()
                .flatMap(person -> no(person, question).stream());
    }

    private Optional<Reason> no(PersonId person, Question question) {
        try {
            Permission permission = streams.consent(person) instanceof ConsentState.Known known
                    ? known.outlook().permission(question, clock.instant())
                    : new Permission.Denied(Denial.UNKNOWN_PERSON);
            return permission instanceof Permission.Denied denied
                    ? Optional.of(Reason.of(denied.reason().code(), person, denied.on()))
                    : Optional.empty();
        } catch (StreamDamaged e) {
            return Optional.of(Reason.of(HistoryTrust.STREAM_DAMAGED, person));
        }
    }
}
