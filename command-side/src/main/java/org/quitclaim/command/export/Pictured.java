package org.quitclaim.command.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.export.DataExport.Sighting;
import org.quitclaim.command.export.DataExport.Suggestion;
import org.quitclaim.command.rights.Portrayals;
import org.quitclaim.command.rights.Portrayals.Portrayal;
import org.quitclaim.command.rights.Reading;
import org.quitclaim.domain.consent.ConsentEvent.MatchAccepted;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RunId;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.PhotoEvent.FileWordsKept;
import org.quitclaim.domain.photo.PhotoEvent.MatchSuggested;
import org.quitclaim.domain.photo.PhotoEvent.OriginalReplaced;
import org.quitclaim.domain.photo.PhotoEvent.PhotoRegistered;
import org.quitclaim.domain.photo.PhotoEvent.RecognitionRan;
import org.quitclaim.domain.photo.PhotoEvent.RenditionMade;
import org.quitclaim.domain.photo.PhotoEvent.SightingConfirmed;
import org.quitclaim.domain.photo.PhotoEvent.SightingDetached;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.vault.RecordId;

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

    List<Sighting> sightings(Reading reading, Openings openings) {
        return portrayals.of(person).stream()
                .map(portrayal -> sighting(portrayal, reading, openings))
                .toList();
    }

    /** What the files of the photos that show her said. */
    Stream<RecordId> fileWords() {
        return portrayals.of(person).stream()
                .map(portrayal -> portrayal.photo().id())
                .distinct()
                .flatMap(photo -> last(photo, FileWordsKept.class))
                .map(FileWordsKept::words);
    }

    /** The photos that were held to show her, for as long as they were. */
    void formerly(Openings openings) {
        portrayals.formerly(person).forEach(photo -> pictures(photo, openings, held(photo)));
    }

    private Predicate<Instant> held(PhotoId photo) {
        Map<FaceId, Instant> since = new HashMap<>();
        List<Predicate<Instant>> times = new ArrayList<>();
        streams.events(photo).forEach(event -> {
            if (event instanceof SightingConfirmed e && e.person().equals(person)) {
                since.put(e.face(), e.at());
            } else if (event instanceof SightingDetached e && e.person().equals(person)) {
                Instant from = since.getOrDefault(e.face(), e.at());
                times.add(at -> !at.isBefore(from) && !at.isAfter(e.at()));
            }
        });
        return at -> times.stream().anyMatch(time -> time.test(at));
    }

    private void pictures(PhotoId id, Openings openings, Predicate<Instant> hers) {
        streams.events(id).forEach(event -> {
            switch (event) {
                case PhotoRegistered e -> {
                    openings.about(e.image(), "photo", hers);
                    openings.about(e.preview(), "preview", hers);
                }
                case FileWordsKept e -> openings.about(e.words(), "file-words", hers);
                case RenditionMade e -> openings.about(e.image(), "photo", hers);
                case OriginalReplaced e -> {
                    openings.about(e.picture().image(), "photo", hers);
                    openings.about(e.picture().preview(), "preview", hers);
                    e.kept().forEach(kept -> openings.about(kept.image(), "photo", hers));
                }
                default -> {}
            }
        });
    }

    private Sighting sighting(Portrayal portrayal, Reading reading, Openings openings) {
        Registered photo = portrayal.photo();
        FaceId face = portrayal.face().mark().face();
        pictures(photo.id(), openings, at -> true);
        Optional<RecordId> score = last(photo.id(), MatchSuggested.class)
                .filter(e -> e.face().equals(face) && e.suggestion().person().equals(person))
                .map(e -> e.suggestion().score())
                .reduce((earlier, later) -> later);
        Optional<SightingConfirmed> confirmed = last(photo.id(), SightingConfirmed.class)
                .filter(e -> e.face().equals(face) && e.person().equals(person))
                .reduce((earlier, later) -> later);
        return new Sighting(
                photo.id(),
                face,
                portrayal.face().mark().box(),
                confirmed.map(SightingConfirmed::at).orElse(null),
                confirmed
                        .map(e -> switch (e.by()) {
                            case POLICY, POLICY_ALONE -> "POLICY";
                            // as on the photo that it is a copy of
                            case HAND, SUGGESTION, COPY -> "HUMAN";
                        })
                        .orElse(null),
                photo.faces().size() > 1,
                score.flatMap(reading::text).map(Double::valueOf).orElse(null),
                score.filter(reading::isSuspended).isPresent(),
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
                reading.isSuspended(e.suggestion().score()),
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
