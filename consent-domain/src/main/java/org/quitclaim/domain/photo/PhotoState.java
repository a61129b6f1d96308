package org.quitclaim.domain.photo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.quitclaim.domain.FrozenMap;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.vault.RecordId;

/** What is known of a photo. */
public sealed interface PhotoState {
    record Unregistered() implements PhotoState {}

    /**
     * A photo in this system.
     *
     * @param picture what lies sealed of it
     * @param version counts changes of what a status rests on
     * @param search how it was looked at for faces
     * @param reviewed whether a human said that everybody recognisable is marked
     * @param releases the rendition of every publication that may be live
     * @param regated the last version for which all releases were judged anew
     * @param compared where faces were held against one person
     * @param seen what humans looked at besides, or still have to
     * @param copies of which other photos it is one, or may be
     * @param size of the upright picture
     */
    record Registered(
            PhotoId id,
            CollectionId collection,
            Picture picture,
            Map<FaceId, MarkedFace> faces,
            Map<RenditionId, Rendition> renditions,
            Search search,
            boolean reviewed,
            boolean removed,
            int version,
            Map<PublicationId, RenditionId> releases,
            int regated,
            Places compared,
            SeenByHumans seen,
            Copies copies,
            Size size)
            implements PhotoState {
        public Registered {
            faces = FrozenMap.of(faces);
            renditions = FrozenMap.of(renditions);
            releases = FrozenMap.of(releases);
        }

        /** In pixels. */
        public record Size(int width, int height) {}

        /** Whether a detector has looked at all. */
        public boolean detected() {
            return search.looked().depth() != Looked.Depth.NOT_YET;
        }

        /** Whether a detector has looked as thoroughly as it can. */
        public boolean searched() {
            return search.looked().isThorough();
        }

        /** Where a look at many photos at once says nothing: nobody is marked, or a crowd. */
        public boolean needsOwnLook() {
            return faces.isEmpty() || faces.size() > SearchRules.MOST_MARKS;
        }

        /** Whether it was marked after the photo was released, and there is time left to say who it is. */
        boolean isLate(MarkedFace face) {
            return search.late().containsKey(face.mark().face());
        }

        public RecordId image() {
            return picture.image();
        }

        /** The version that is the stored original; faces of people who were erased may be covered in it. */
        public Rendition original() {
            return renditions.values().stream()
                    .filter(rendition -> rendition.image().equals(image()))
                    .findFirst()
                    .orElseThrow();
        }

        /** The versions beside the stored original on which all of these are covered, as they are marked now. */
        public List<RenditionId> without(Collection<FaceId> covered) {
            return renditions.values().stream()
                    .filter(rendition -> !rendition.image().equals(image()))
                    .filter(rendition -> visibleOn(rendition).stream()
                            .noneMatch(face -> covered.contains(face.mark().face())))
                    .map(Rendition::id)
                    .toList();
        }

        /** The faces that somebody who sees this rendition can see. */
        public List<MarkedFace> visibleOn(Rendition rendition) {
            return faces.values().stream()
                    .filter(face -> !rendition.covers(face))
                    .toList();
        }

        /** The marks that led to somebody who said no, whose former places can be seen on this rendition. */
        public List<FaceId> undoneOn(Rendition rendition) {
            return seen.undone().entrySet().stream()
                    .filter(place -> !rendition.hides(place.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    PhotoState NONE = new Unregistered();
}
