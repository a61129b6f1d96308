package org.quitclaim.command.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.collection.Shoots;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.AttestedRecognition;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** "Everybody here signed for recognition, except the faces I leave out", for a photo, a sheet or a whole shoot. */
@RestController
class AttestationsController {
    private final AttestedRecognition recognition;
    private final Streams streams;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Shoots shoots;

    AttestationsController(
            AttestedRecognition recognition, Streams streams, WorkIndex index, UpToDate upToDate, Shoots shoots) {
        this.recognition = recognition;
        this.streams = streams;
        this.index = index;
        this.upToDate = upToDate;
        this.shoots = shoots;
    }

    record Attestation(
            @Nullable List<String> photoIds,
            @Nullable String collectionId,
            @Nullable List<String> leaveOut,
            @Nullable RecognitionScope scope) {}

    record Answer(List<AttestedRecognition.Outcome> photos, List<Skipped> skipped) {}

    record Skipped(PhotoId photoId, String code) {}

    @PostMapping("/api/photos/attestations")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR})
    Answer attest(@RequestBody Attestation body, Actor actor, Reach reach) {
        RecognitionScope scope = Input.need(body.scope(), "scope");
        Set<FaceId> leftOut =
                Input.list(body.leaveOut()).stream().map(FaceId::new).collect(Collectors.toSet());
        List<PhotoId> photos = photos(body, reach);
        List<AttestedRecognition.Outcome> outcomes = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (PhotoId photo : photos) {
            try {
                shoots.require(reach, photo);
                outcomes.add(recognition.run(photo, open(photo, leftOut), scope, Origins.of(actor)));
            } catch (RejectedException e) {
                if (photos.size() == 1) {
                    throw e;
                }
                skipped.add(new Skipped(photo, e.rejection().code()));
            }
        }
        return new Answer(outcomes, skipped);
    }

    private List<PhotoId> photos(Attestation body, Reach reach) {
        String collection = body.collectionId();
        if ((collection == null) == (body.photoIds() == null)) {
            throw new RejectedException(InputRejection.missing("photoIds | collectionId"));
        }
        if (collection == null) {
            return Input.list(body.photoIds()).stream().map(PhotoId::new).toList();
        }
        shoots.require(reach, new CollectionId(collection));
        upToDate.await();
        return index.all(
                "select id from photo where collection = ?",
                row -> new PhotoId(row.getString(1)),
                new CollectionId(collection).value());
    }

    private List<FaceId> open(PhotoId id, Set<FaceId> leftOut) {
        if (!(streams.photo(id) instanceof Registered photo)) {
            throw new RejectedException(PhotoRejection.UNKNOWN_PHOTO);
        }
        return photo.faces().values().stream()
                .filter(face -> face.standing() instanceof FaceStanding.Open
                        && face.mark().kind() == Mark.Kind.FACE)
                .map(face -> face.mark().face())
                .filter(face -> !leftOut.contains(face))
                .toList();
    }
}
