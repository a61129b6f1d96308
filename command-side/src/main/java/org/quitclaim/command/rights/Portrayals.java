package org.quitclaim.command.rights;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.ComparisonRows;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.photo.Covered;
import org.quitclaim.domain.photo.FaceStanding.Sighted;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoEvent.RenditionMade;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Rendition;
import org.quitclaim.domain.publication.PublicationEvent.PublicationRequested;
import org.quitclaim.domain.rights.AskedBy;
import org.quitclaim.domain.rights.Concern;
import org.quitclaim.domain.rights.Right;
import org.quitclaim.domain.rights.RightsEvent;
import org.quitclaim.domain.rights.RightsState;
import org.quitclaim.eventstore.StreamDamaged;

/** Where a person is seen and what was published of it. The index finds, the streams say what is true. */
public final class Portrayals {
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Streams streams;

    public Portrayals(WorkIndex index, UpToDate upToDate, Streams streams) {
        this.index = index;
        this.upToDate = upToDate;
        this.streams = streams;
    }

    /** A face that is held to be the person's. */
    public record Portrayal(Registered photo, MarkedFace face) {}

    /** Every face that is held to be the person's now. */
    public List<Portrayal> of(PersonId person) {
        return new SeenOn(index, upToDate)
                .photos(person).entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .flatMap(face -> seenIfWhole(entry.getKey(), face, person).stream()))
                        .toList();
    }

    /**
     * Whether a link shows neither photo nor publication: while she is held for safety it may be in the hands of whoever
     * must not find her.
     */
    public boolean hiddenFromLinks(PersonId person) {
        try {
            return streams.consent(person) instanceof Known known
                    && known.safeguarding().stands();
        } catch (StreamDamaged e) {
            return false;
        }
    }

    private List<Portrayal> seenIfWhole(PhotoId photo, FaceId face, PersonId person) {
        try {
            return seen(photo, face, person);
        } catch (StreamDamaged e) {
            return List.of();
        }
    }

    /** Where the photo's history is damaged, what the lists remember of it counts. */
    boolean isHeldToBe(PhotoId photo, FaceId face, PersonId person) {
        try {
            return !seen(photo, face, person).isEmpty();
        } catch (StreamDamaged e) {
            return new SeenOn(index, upToDate)
                    .photos(person)
                    .getOrDefault(photo, List.of())
                    .contains(face);
        }
    }

    /** Whether she asked on her own page that this face leads to her no more, and has no answer yet. */
    public boolean disowns(PersonId person, PhotoId photo, FaceId face) {
        Concern.Sighting one = new Concern.Sighting(photo, face);
        return requests(person).stream()
                .anyMatch(id -> streams.rights(id) instanceof RightsState.Open open
                        && open.request().right() == Right.RECTIFICATION
                        && open.request().concern().equals(one)
                        && askedHerself(id));
    }

    private boolean askedHerself(RightsRequestId id) {
        return streams.events(id)
                .anyMatch(event ->
                        event instanceof RightsEvent.RequestReceived received && received.askedBy() == AskedBy.PERSON);
    }

    /** That face, if it is held to be the person's; at most one. */
    public List<Portrayal> seen(PhotoId id, FaceId face, PersonId person) {
        if (!(streams.photo(id) instanceof Registered photo) || photo.removed()) {
            return List.of();
        }
        MarkedFace marked = photo.faces().get(face);
        return marked != null && marked.standing().equals(new Sighted(person))
                ? List.of(new Portrayal(photo, marked))
                : List.of();
    }

    /**
     * Every publication that the person allowed, and every other one that shows her, whatever it rests on. Where a history
     * is damaged and nobody can tell, the publication counts as one of hers.
     */
    public Set<PublicationId> publications(PersonId person) {
        Set<PublicationId> found = new LinkedHashSet<>(allowed(person));
        new SeenOn(index, upToDate)
                .photos(person)
                .forEach((photo, faces) -> index
                        .all(
                                "select id from publication where photo = ?",
                                row -> new PublicationId(row.getString(1)),
                                photo.value())
                        .stream()
                        .filter(id -> faces.stream().anyMatch(face -> mayShow(id, photo, face, person)))
                        .forEach(found::add));
        return found;
    }

    private Set<PublicationId> allowed(PersonId person) {
        Set<PublicationId> allowed = new LinkedHashSet<>();
        try {
            streams.events(person).forEach(event -> {
                if (event instanceof ConsentEvent.UseAuthorised use) {
                    allowed.add(use.publication());
                }
            });
        } catch (StreamDamaged e) {
            // what shows her is found by the photos
        }
        return allowed;
    }

    private boolean mayShow(PublicationId publication, PhotoId photo, FaceId face, PersonId person) {
        try {
            List<Portrayal> seen = seen(photo, face, person);
            return !seen.isEmpty() && shows(requested(publication).use().rendition(), seen.getFirst());
        } catch (StreamDamaged e) {
            return true;
        }
    }

    /** A version is gone when somebody else on it was erased; whom it covered is in the photo's history then. */
    private boolean shows(RenditionId rendition, Portrayal portrayal) {
        Registered photo = portrayal.photo();
        Rendition version = photo.renditions().get(rendition);
        return version == null
                ? streams.events(photo.id())
                        .filter(event -> event instanceof RenditionMade made
                                && made.rendition().equals(rendition))
                        .noneMatch(event -> ((RenditionMade) event).covered().contains(Covered.of(portrayal.face())))
                : !version.covers(portrayal.face());
    }

    /** What was asked for; a publication begins with it. */
    public PublicationRequested requested(PublicationId publication) {
        return streams.events(publication)
                .filter(PublicationRequested.class::isInstance)
                .map(PublicationRequested.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The photos on which a face was held to be the person's and is no more; none after she was erased. */
    public List<PhotoId> formerly(PersonId person) {
        upToDate.await();
        return index.all(
                "select photo from formerly where person = ?", row -> new PhotoId(row.getString(1)), person.value());
    }

    /** That somebody asked whether a face is the person's, and in which role. */
    public record Compared(PhotoId photo, FaceId face, Instant at, String role) {}

    /** Whatever came of it, the earliest first. */
    public List<Compared> comparisons(PersonId person) {
        upToDate.await();
        return index.all(
                "select photo, face, at, role from comparison where person = ? order by at, event",
                row -> new Compared(
                        new PhotoId(row.getString(1)),
                        new FaceId(row.getString(2)),
                        Instant.ofEpochMilli(row.getLong(3)),
                        row.getString(4)),
                person.value());
    }

    /** That faces were sought, by a run, among people of whom the person was one. */
    public record Sought(FaceId face, Instant at, String role, boolean amongEverybody) {}

    /** The earliest first. Of runs among everybody who was enrolled all are told, also those from before her faceprint. */
    public List<Sought> searches(PersonId person) {
        upToDate.await();
        return index.all(
                "select face, at, role, list from search where list = '" + ComparisonRows.EVERYBODY
                        + "' or list in (select list from listed where person = ?) order by at, event, face",
                row -> new Sought(
                        new FaceId(row.getString(1)),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getString(3),
                        row.getString(4).equals(ComparisonRows.EVERYBODY)),
                person.value());
    }

    /** Every request the person made, in no particular order. */
    public List<RightsRequestId> requests(PersonId person) {
        upToDate.await();
        return index.all(
                "select id from request where person = ?",
                row -> new RightsRequestId(row.getString(1)),
                person.value());
    }
}
