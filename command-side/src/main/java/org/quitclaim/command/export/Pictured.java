package org.quitclaim.command.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.export.DataExport.Sighting;
import org.quitclaim.command.export.DataExport.Suggestion;
import org.quitclaim.command.rights.Portrayals;
import org.quitclaim.command.rights.Portrayals.Portrayal;
import org.quitclaim.command.rights.Reading;
import org.quitclaim.domain.consent.ConsentEvent.MatchAccepted;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.FaceId;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.PhotoEvent.MatchSuggested;
import org.quitclaim.domain.photo.PhotoEvent.PhotoRegistered;
import org.quitclaim.domain.photo.PhotoEvent.RecognitionRan;
import org.quitclaim.domain.photo.PhotoEvent.SightingConfirmed;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.RunId;

/** On which photos she is held to be, and which comparisons named her. */
final class Pictured {
    private final Streams streams;
    private final Portrayals portrayals;
    private final PersonId person;

    Pictured(Streams streams, Portrayals portrayals, PersonId person) {
        this.streams = streams;
        this.portrayals = portrayals;
        this.person = person;
    }

    static String file(PhotoId photo) {
        return "photos/" + photo.value() + ".jpg";
    }

    List<Sighting> sightings(Openings openings) {
        return portrayals.of(person).stream()
                .map(portrayal -> sighting(portrayal, openings))
                .toList();
    }

    private Sighting sighting(Portrayal portrayal, Openings openings) {
        Registered photo = portrayal.photo();
        FaceId face = portrayal.face().mark().face();
        streams.events(photo.id()).forEach(event -> {
            if (event instanceof PhotoRegistered e) {
                openings.about(e.image(), "photo");
                openings.about(e.preview(), "preview");
            }
        });
        photo.renditions().values().forEach(rendition -> openings.about(rendition.image(), "photo"));
        Optional<SightingConfirmed> confirmed = last(photo.id(), SightingConfirmed.class)
                .filter(e -> e.face().equals(face) && e.person().equals(person))
                .reduce((earlier, later) -> later);
        return new Sighting(
                photo.id(),
                face,
                portrayal.face().mark().box(),
                confirmed.map(SightingConfirmed::at).orElse(null),
                confirmed
                        .map(e -> e.by() == ConfirmedBy.POLICY ? "POLICY" : "HUMAN")
                        .orElse(null),
                photo.faces().size() > 1,
                file(photo.id()));
    }

    private <E> Stream<E> last(PhotoId photo, Class<E> kind) {
        return streams.events(photo).filter(kind::isInstance).map(kind::cast);
    }

    /** Her own stream says which comparisons named her; each photo's says how alike. */
    List<Suggestion> suggestions(Reading reading, Openings openings) {
        return streams.events(person)
                .filter(MatchAccepted.class::isInstance)
                .map(MatchAccepted.class::cast)
                .flatMap(match -> last(match.photo(), MatchSuggested.class)
                        .filter(e -> e.suggestion().person().equals(person)
                                && e.suggestion().run().equals(match.run())
                                && e.face().equals(match.face()))
                        .map(e -> suggestion(e, reading, openings)))
                .toList();
    }

    private Suggestion suggestion(MatchSuggested e, Reading reading, Openings openings) {
        openings.about(e.suggestion().score(), "match-score");
        @Nullable
        Double distance =
                reading.text(e.suggestion().score()).map(Double::valueOf).orElse(null);
        return new Suggestion(
                e.photo(),
                e.face(),
                e.at(),
                e.suggestion().band(),
                e.suggestion().close(),
                distance,
                model(e.photo(), e.suggestion().run()),
                outcome(e));
    }

    private String model(PhotoId photo, RunId run) {
        return last(photo, RecognitionRan.class)
                .filter(e -> e.run().run().equals(run))
                .map(e -> e.run().pack())
                .findFirst()
                .orElse("");
    }

    /** Who else it turned out to be is not said. */
    private String outcome(MatchSuggested e) {
        if (!portrayals.seen(e.photo(), e.face(), person).isEmpty()) {
            return "CONFIRMED";
        }
        boolean open = streams.photo(e.photo()) instanceof Registered photo
                && photo.faces().containsKey(e.face())
                && photo.faces().get(e.face()).standing() instanceof FaceStanding.Open;
        return open ? "OPEN" : "NOT_HER";
    }
}
