package org.quitclaim.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.Looked;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.PhotoEvent.FacesDetected;
import org.quitclaim.domain.photo.PhotoEvent.PhotoRegistered;
import org.quitclaim.domain.photo.PhotoEvent.ReleaseAuthorised;
import org.quitclaim.domain.photo.PhotoEvent.ReviewCompleted;
import org.quitclaim.domain.photo.PhotoEvent.SightingConfirmed;
import org.quitclaim.domain.photo.PhotoSource;
import org.quitclaim.vault.IdMint;

/** A photo without an image, on which invented people were linked by hand and which was reviewed. */
record InventedPhoto(PhotoId id, CollectionId collection, RenditionId original, List<PersonId> people, Instant at) {
    static InventedPhoto of(CollectionId collection, List<PersonId> people) {
        return new InventedPhoto(
                IdMint.mint(PhotoId.PREFIX, PhotoId::new),
                collection,
                IdMint.mint(RenditionId.PREFIX, RenditionId::new),
                people,
                Instant.now());
    }

    List<PhotoEvent> reviewed() {
        List<Mark> marks = people.stream().map(person -> mark()).toList();
        List<PhotoEvent> events = new ArrayList<>();
        events.add(new PhotoRegistered(
                id,
                collection,
                PhotoSource.HELD,
                IdMint.recordId(),
                IdMint.recordId(),
                IdMint.recordId(),
                IdMint.recordId(),
                1920,
                1280,
                original,
                List.of(),
                at));
        events.add(new FacesDetected(
                id,
                new Looked(Looked.Depth.THOROUGH, "face-api/1 passes/1", 1, 100, 24, 5, 48),
                marks,
                List.of(),
                at,
                1,
                at));
        int version = 1;
        for (int face = 0; face < people.size(); face++) {
            version++;
            events.add(
                    new SightingConfirmed(id, marks.get(face).face(), people.get(face), ConfirmedBy.HAND, version, at));
        }
        return Stream.concat(events.stream(), Stream.of(new ReviewCompleted(id, true, version, at)))
                .toList();
    }

    ReleaseAuthorised released(PublicationId publication) {
        return new ReleaseAuthorised(id, publication, original, collection, people, people.size() + 1, at);
    }

    private static Mark mark() {
        FaceId face = IdMint.mint(FaceId.PREFIX, FaceId::new);
        return new Mark(face, new Box(0.1, 0.1, 0.1, 0.2), Mark.Kind.FACE, Mark.Origin.DETECTED, 990);
    }
}
