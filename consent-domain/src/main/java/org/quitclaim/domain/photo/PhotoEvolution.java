package org.quitclaim.domain.photo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.quitclaim.domain.FrozenMap;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.PhotoState.Unregistered;
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
                new Picture(Picture.FIRST, e.image(), e.preview(), e.name(), e.digest()),
                Map.of(),
                Map.of(e.original(), Rendition.of(e.original(), List.of(), e.image(), List.of())),
                Search.NOT_YET,
                false,
                false,
                0,
                Map.of(),
                0,
                Places.NONE,
                SeenByHumans.NONE,
                Copies.NONE,
                new Registered.Size(e.widthPixels(), e.heightPixels()));
    }

    private static Registered evolveRegistered(Registered photo, PhotoEvent event) {
        Next next = new Next(photo);
        switch (event) {
            case PhotoEvent.PhotoRegistered e -> {}
            case PhotoEvent.FacesDetected e -> detected(next, e);
            case PhotoEvent.FaceDrawn e -> {
                next.faces = FrozenMap.of(next.faces).with(e.mark().face(), MarkedFace.fresh(e.mark()));
                next.reviewed = false;
                next.version = e.version();
            }
            // what was covered may be elsewhere now, and what was seen as complete may not be
            case PhotoEvent.FaceAdjusted e -> {
                next.seen = next.seen.moved(next.faces.get(e.face()), e.box());
                next.face(e.face(), face -> face.at(e.box()));
                next.reviewed = false;
                next.version = e.version();
            }
            case PhotoEvent.FaceDismissed e ->
                settled(next, e.face(), new FaceStanding.Dismissed(e.reason()), e.version());
            case PhotoEvent.FaceDeclaredUnregistered e ->
                settled(next, e.face(), new FaceStanding.Unregistered(), e.version());
            case PhotoEvent.SightingConfirmed e -> sighted(next, e);
            case PhotoEvent.MarkOverdue e -> {
                next.search = next.search.without(e.face());
                if (next.faces.containsKey(e.face())) {
                    next.version = e.version();
                }
            }
            case PhotoEvent.SightingDetached e -> stands(next, e.face(), FaceStanding.OPEN, e.version());
            // whatever was said of the whole photo rested on that mark
            case PhotoEvent.NoUndone e -> {
                next.seen = next.seen.undone(e.face(), e.box());
                next.reviewed = false;
                next.version = e.version();
            }
            case PhotoEvent.UndoingAccepted e -> {
                next.seen = next.seen.accepted(e.face());
                next.version = e.version();
            }
            case PhotoEvent.SightingErased e -> stands(next, e.face(), new FaceStanding.Erased(), e.version());
            case PhotoEvent.OnePersonExplained e -> {
                next.seen = next.seen.explaining(e.faces());
                next.version = e.version();
            }
            case PhotoEvent.FacesAttested e -> {}
            case PhotoEvent.LookedUncovered e -> {}
            case PhotoEvent.FileWordsKept e -> {}
            case PhotoEvent.FaceCompared e -> next.compared = next.compared.compared(e.box());
            case PhotoEvent.FacesSought e -> next.compared = next.compared.sought(e.faces(), e.among());
            case PhotoEvent.RecognitionRan e -> {
                if (e.run().scope() != Sought.DESIGNATED) {
                    next.compared = next.compared.answered();
                }
            }
            case PhotoEvent.MatchSuggested e ->
                next.face(
                        e.face(),
                        face -> face.with(Stream.concat(face.suggestions().stream(), Stream.of(e.suggestion()))
                                .toList()));
            case PhotoEvent.SuggestionRetracted e ->
                next.face(
                        e.face(),
                        face -> face.with(face.suggestions().stream()
                                .filter(suggestion -> !suggestion.person().equals(e.person()))
                                .toList()));
            case PhotoEvent.RenditionMade e ->
                next.renditions = FrozenMap.of(next.renditions).with(e.rendition(), made(e));
            case PhotoEvent.OriginalReplaced e -> replaced(next, e);
            case PhotoEvent.CopyProposed e -> {
                next.copies = next.copies.proposed(e.of(), e.pressing());
                next.version = e.version();
            }
            case PhotoEvent.CopySettled e -> {
                next.copies = next.copies.settled(e.of(), e.same());
                next.version = e.version();
            }
            case PhotoEvent.ReviewCompleted e -> {
                next.reviewed = true;
                next.seen = next.seen.reviewed();
                next.version = e.version();
            }
            case PhotoEvent.ReleaseAuthorised e ->
                next.releases = FrozenMap.of(next.releases).with(e.publication(), e.rendition());
            case PhotoEvent.ReleaseEnded e ->
                next.releases = FrozenMap.of(next.releases).without(e.publication());
            case PhotoEvent.ReleasesRegated e -> next.regated = e.version();
            case PhotoEvent.CopiesFollowed e -> next.copies = next.copies.followed(e.version());
            case PhotoEvent.PhotoRemoved e -> {
                next.removed = true;
                next.version = e.version();
            }
        }
        return next.photo();
    }

    private static void detected(Next next, PhotoEvent.FacesDetected e) {
        Map<FaceId, MarkedFace> faces = new LinkedHashMap<>(next.faces);
        Map<FaceId, Instant> late = new LinkedHashMap<>(next.search.late());
        e.marks().forEach(mark -> {
            faces.put(mark.face(), MarkedFace.fresh(mark));
            if (e.settleBy().isAfter(e.at())) {
                late.put(mark.face(), e.settleBy());
            }
        });
        e.known().forEach(one -> faces.computeIfPresent(one.face(), (id, face) -> face.foundAt(one.box())));
        // what a human said of everybody else still holds; the new marks are open
        next.faces = faces;
        next.search = new Search(e.looked(), late);
        next.version = e.version();
    }

    private static void stands(Next next, FaceId id, FaceStanding standing, int version) {
        if (next.faces.containsKey(id)) {
            next.face(id, face -> face.in(standing));
            next.version = version;
        }
    }

    /** Somebody said what is marked there. */
    private static void settled(Next next, FaceId id, FaceStanding standing, int version) {
        next.search = next.search.without(id);
        stands(next, id, standing, version);
    }

    /** What no human saw is for a human to look at. */
    private static void sighted(Next next, PhotoEvent.SightingConfirmed e) {
        MarkedFace before = next.faces.get(e.face());
        settled(next, e.face(), new FaceStanding.Sighted(e.person()), e.version());
        if (e.by() == ConfirmedBy.POLICY || e.by() == ConfirmedBy.COPY) {
            next.seen = next.seen.unseen(e.face(), e.by());
            next.version = e.version();
        }
        if (before != null && (e.by() == ConfirmedBy.POLICY || e.by() == ConfirmedBy.POLICY_ALONE)) {
            before.suggestions().stream()
                    .filter(suggestion -> suggestion.person().equals(e.person()))
                    .forEach(suggestion -> next.seen = next.seen.byPolicy(e.face(), suggestion));
        }
    }

    private static Rendition made(PhotoEvent.RenditionMade e) {
        return Rendition.of(e.rendition(), e.covered(), e.image(), List.of(e.covering()));
    }

    private static void replaced(Next next, PhotoEvent.OriginalReplaced e) {
        Map<RenditionId, Rendition> renditions = new LinkedHashMap<>();
        renditions.put(
                e.original(),
                Rendition.of(e.original(), e.covered(), e.picture().image(), List.of(e.covering())));
        e.kept().forEach(kept -> {
            Rendition before = next.renditions.get(kept.rendition());
            if (before != null) {
                renditions.put(
                        kept.rendition(),
                        new Rendition(kept.rendition(), before.covered(), kept.image(), before.covering()));
            }
        });
        next.picture = e.picture();
        next.renditions = renditions;
        next.version = e.version();
    }

    /** A photo that is about to be what an event made of it. */
    private static final class Next {
        private final Registered before;
        private Picture picture;
        private Map<FaceId, MarkedFace> faces;
        private Map<RenditionId, Rendition> renditions;
        private Search search;
        private boolean reviewed;
        private boolean removed;
        private int version;
        private Map<PublicationId, RenditionId> releases;
        private int regated;
        private Places compared;
        private SeenByHumans seen;
        private Copies copies;

        Next(Registered before) {
            this.before = before;
            picture = before.picture();
            faces = before.faces();
            renditions = before.renditions();
            search = before.search();
            reviewed = before.reviewed();
            removed = before.removed();
            version = before.version();
            releases = before.releases();
            regated = before.regated();
            compared = before.compared();
            seen = before.seen();
            copies = before.copies();
        }

        void face(FaceId id, UnaryOperator<MarkedFace> change) {
            MarkedFace face = faces.get(id);
            if (face != null) {
                faces = FrozenMap.of(faces).with(id, change.apply(face));
            }
        }

        Registered photo() {
            return new Registered(
                    before.id(),
                    before.collection(),
                    picture,
                    faces,
                    renditions,
                    search,
                    reviewed,
                    removed,
                    version,
                    releases,
                    regated,
                    compared,
                    seen.of(faces),
                    copies,
                    before.size());
        }
    }
}
