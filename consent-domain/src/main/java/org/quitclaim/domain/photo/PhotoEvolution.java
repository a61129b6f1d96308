package org.quitclaim.domain.photo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.quitclaim.domain.FrozenMap;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.PhotoState.Unregistered;
import org.quitclaim.domain.publication.PublicationId;
import org.quitclaim.domain.recognition.Sought;

/** How a photo changes; total, so that any history can be folded. */
final class PhotoEvolution {
    private PhotoEvolution() {}

    static PhotoState evolve(PhotoState state, PhotoEvent event) {
        return switch (state) {
            case Unregistered unregistered ->
                event instanceof PhotoEvent.PhotoRegistered e ? registered(e) : unregistered;
            case Registered photo -> evolveRegistered(photo, event);
        };
    }

    private static Registered registered(PhotoEvent.PhotoRegistered e) {
        return new Registered(
                e.photo(),
                e.collection(),
                new Picture(Picture.FIRST, e.image(), e.preview(), e.name()),
                Map.of(),
                Map.of(e.original(), new Rendition(e.original(), Map.of(), e.image(), List.of())),
                Search.NOT_YET,
                false,
                false,
                0,
                Map.of(),
                0,
                Places.NONE,
                Looks.NONE,
                new Registered.Size(e.widthPixels(), e.heightPixels()));
    }

    private static Registered evolveRegistered(Registered p, PhotoEvent event) {
        return switch (event) {
            case PhotoEvent.PhotoRegistered e -> p;
            case PhotoEvent.FacesDetected e -> detected(p, e);
            case PhotoEvent.FaceDrawn e ->
                faces(p, FrozenMap.of(p.faces()).with(e.mark().face(), MarkedFace.fresh(e.mark())), false, e.version());
            case PhotoEvent.FaceAdjusted e -> moved(p, e);
            case PhotoEvent.FaceDismissed e ->
                face(
                        settled(p, e.face()),
                        e.face(),
                        face -> face.in(new FaceStanding.Dismissed(e.reason())),
                        e.version());
            case PhotoEvent.FaceDeclaredUnregistered e ->
                face(settled(p, e.face()), e.face(), face -> face.in(new FaceStanding.Unregistered()), e.version());
            case PhotoEvent.SightingConfirmed e -> sighted(p, e);
            case PhotoEvent.OnePersonExplained e -> looked(p, p.looks().explaining(e.faces()), e.version());
            case PhotoEvent.MarkOverdue e -> face(settled(p, e.face()), e.face(), face -> face, e.version());
            case PhotoEvent.SightingDetached e -> face(p, e.face(), face -> face.in(FaceStanding.OPEN), e.version());
            case PhotoEvent.SightingErased e ->
                face(p, e.face(), face -> face.in(new FaceStanding.Erased()), e.version());
            case PhotoEvent.FacesAttested e -> p;
            case PhotoEvent.FaceCompared e -> compared(p, p.compared().compared(e.box()));
            case PhotoEvent.FacesSought e -> compared(p, p.compared().sought(e.faces(), e.among()));
            case PhotoEvent.RecognitionRan e ->
                e.run().scope() == Sought.DESIGNATED
                        ? p
                        : compared(p, p.compared().answered());
            case PhotoEvent.MatchSuggested e -> suggested(p, e);
            case PhotoEvent.SuggestionRetracted e -> retracted(p, e);
            case PhotoEvent.RenditionMade e ->
                renditions(p, FrozenMap.of(p.renditions()).with(e.rendition(), made(e)));
            case PhotoEvent.OriginalReplaced e -> replaced(p, e);
            case PhotoEvent.ReviewCompleted e -> reviewed(p, e);
            case PhotoEvent.ReleaseAuthorised e ->
                releases(p, FrozenMap.of(p.releases()).with(e.publication(), e.rendition()));
            case PhotoEvent.ReleaseEnded e ->
                releases(p, FrozenMap.of(p.releases()).without(e.publication()));
            case PhotoEvent.ReleasesRegated e ->
                copy(
                        p,
                        p.faces(),
                        p.renditions(),
                        p.search(),
                        p.reviewed(),
                        p.removed(),
                        p.version(),
                        p.releases(),
                        e.version());
            case PhotoEvent.PhotoRemoved e ->
                copy(
                        p,
                        p.faces(),
                        p.renditions(),
                        p.search(),
                        p.reviewed(),
                        true,
                        e.version(),
                        p.releases(),
                        p.regated());
        };
    }

    private static Registered detected(Registered p, PhotoEvent.FacesDetected e) {
        Map<FaceId, MarkedFace> faces = new LinkedHashMap<>(p.faces());
        Map<FaceId, Instant> late = new LinkedHashMap<>(p.search().late());
        e.marks().forEach(mark -> {
            faces.put(mark.face(), MarkedFace.fresh(mark));
            if (e.settleBy().isAfter(e.at())) {
                late.put(mark.face(), e.settleBy());
            }
        });
        // what a human said of everybody else still holds; the new marks are open
        return copy(
                p,
                faces,
                p.renditions(),
                new Search(e.looked(), late),
                p.reviewed(),
                p.removed(),
                e.version(),
                p.releases(),
                p.regated());
    }

    /** Somebody said what is marked there, or did not in time. */
    private static Registered settled(Registered p, FaceId face) {
        return copy(
                p,
                p.faces(),
                p.renditions(),
                p.search().without(face),
                p.reviewed(),
                p.removed(),
                p.version(),
                p.releases(),
                p.regated());
    }

    private static Rendition made(PhotoEvent.RenditionMade e) {
        return new Rendition(e.rendition(), boxes(e.covered()), e.image(), e.stillVisible());
    }

    private static Map<FaceId, Box> boxes(List<Covered> covered) {
        Map<FaceId, Box> boxes = new LinkedHashMap<>();
        covered.forEach(one -> boxes.put(one.face(), one.box()));
        return boxes;
    }

    private static Registered replaced(Registered p, PhotoEvent.OriginalReplaced e) {
        Map<RenditionId, Rendition> renditions = new LinkedHashMap<>();
        renditions.put(
                e.original(),
                new Rendition(e.original(), boxes(e.covered()), e.picture().image(), List.of()));
        e.kept().forEach(kept -> {
            Rendition before = p.renditions().get(kept.rendition());
            if (before != null) {
                renditions.put(
                        kept.rendition(),
                        new Rendition(kept.rendition(), before.covered(), kept.image(), before.stillVisible()));
            }
        });
        return new Registered(
                p.id(),
                p.collection(),
                e.picture(),
                p.faces(),
                renditions,
                p.search(),
                p.reviewed(),
                p.removed(),
                e.version(),
                p.releases(),
                p.regated(),
                p.compared(),
                p.looks(),
                p.size());
    }

    private static Registered suggested(Registered p, PhotoEvent.MatchSuggested e) {
        return face(
                p,
                e.face(),
                face -> face.with(Stream.concat(face.suggestions().stream(), Stream.of(e.suggestion()))
                        .toList()),
                p.version());
    }

    private static Registered retracted(Registered p, PhotoEvent.SuggestionRetracted e) {
        return face(
                p,
                e.face(),
                face -> face.with(face.suggestions().stream()
                        .filter(suggestion -> !suggestion.person().equals(e.person()))
                        .toList()),
                p.version());
    }

    /** What was covered may be elsewhere now, and what was seen as complete may not be. */
    private static Registered moved(Registered p, PhotoEvent.FaceAdjusted e) {
        Registered moved = face(p, e.face(), face -> face.at(e.box()), e.version());
        return faces(moved, moved.faces(), false, e.version());
    }

    /** What no human saw is for a human to look at. */
    private static Registered sighted(Registered p, PhotoEvent.SightingConfirmed e) {
        Registered sighted = face(
                settled(p, e.face()), e.face(), face -> face.in(new FaceStanding.Sighted(e.person())), e.version());
        return e.by() == ConfirmedBy.POLICY ? looked(sighted, sighted.looks().unseen(e.face()), e.version()) : sighted;
    }

    private static Registered reviewed(Registered p, PhotoEvent.ReviewCompleted e) {
        return faces(looked(p, p.looks().reviewed(), e.version()), p.faces(), true, e.version());
    }

    private static Registered looked(Registered p, Looks looks, int version) {
        return new Registered(
                p.id(),
                p.collection(),
                p.picture(),
                p.faces(),
                p.renditions(),
                p.search(),
                p.reviewed(),
                p.removed(),
                version,
                p.releases(),
                p.regated(),
                p.compared(),
                looks,
                p.size());
    }

    private static Registered face(Registered p, FaceId id, UnaryOperator<MarkedFace> change, int version) {
        MarkedFace face = p.faces().get(id);
        return face == null ? p : faces(p, FrozenMap.of(p.faces()).with(id, change.apply(face)), p.reviewed(), version);
    }

    private static Registered faces(Registered p, Map<FaceId, MarkedFace> faces, boolean reviewed, int version) {
        return copy(p, faces, p.renditions(), p.search(), reviewed, p.removed(), version, p.releases(), p.regated());
    }

    private static Registered renditions(Registered p, Map<RenditionId, Rendition> renditions) {
        return copy(
                p,
                p.faces(),
                renditions,
                p.search(),
                p.reviewed(),
                p.removed(),
                p.version(),
                p.releases(),
                p.regated());
    }

    private static Registered releases(Registered p, Map<PublicationId, RenditionId> releases) {
        return copy(
                p,
                p.faces(),
                p.renditions(),
                p.search(),
                p.reviewed(),
                p.removed(),
                p.version(),
                releases,
                p.regated());
    }

    private static Registered compared(Registered p, Places compared) {
        return new Registered(
                p.id(),
                p.collection(),
                p.picture(),
                p.faces(),
                p.renditions(),
                p.search(),
                p.reviewed(),
                p.removed(),
                p.version(),
                p.releases(),
                p.regated(),
                compared,
                p.looks(),
                p.size());
    }

    private static Registered copy(
            Registered p,
            Map<FaceId, MarkedFace> faces,
            Map<RenditionId, Rendition> renditions,
            Search search,
            boolean reviewed,
            boolean removed,
            int version,
            Map<PublicationId, RenditionId> releases,
            int regated) {
        return new Registered(
                p.id(),
                p.collection(),
                p.picture(),
                faces,
                renditions,
                search,
                reviewed,
                removed,
                version,
                releases,
                regated,
                p.compared(),
                p.looks().of(faces),
                p.size());
    }
}
