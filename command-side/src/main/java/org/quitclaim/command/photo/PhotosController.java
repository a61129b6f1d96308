package org.quitclaim.command.photo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.NeedsRoom;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.collection.Shoots;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.CoverStyle;
import org.quitclaim.domain.photo.Covered;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploading photos, covering people on them, and saying that everybody is marked. */
@RestController
@RequestMapping("/api/photos")
class PhotosController {
    /** As many as one entry of the history holds for sure; known before anything is drawn. */
    private final PhotoIntake intake;

    private final Renditions renditions;
    private final Commands commands;
    private final Creations creations;
    private final Streams streams;
    private final Shoots shoots;

    PhotosController(
            PhotoIntake intake,
            Renditions renditions,
            Commands commands,
            Creations creations,
            Streams streams,
            Shoots shoots) {
        this.intake = intake;
        this.renditions = renditions;
        this.commands = commands;
        this.creations = creations;
        this.streams = streams;
        this.shoots = shoots;
    }

    /**
     * A photo that was taken in.
     *
     * @param faces what a quick look found
     * @param beingSearched whether small faces are still being looked for, so that more may follow
     * @param sameElsewhere photos of the same picture in other shoots that the caller sees, which are reviewed for themselves
     * @param sameHere the same in this shoot: another file of the same picture
     * @param alike photos that the caller sees and that this one may be a copy of; marks and a no of theirs are proposed, a yes is
     *     not inherited
     * @param removedBefore whether the same file was removed from this shoot once; find out why
     * @param picturesInFile of which the one that viewers show first was taken in
     */
    record Uploaded(
            PhotoId photoId,
            RenditionId originalRenditionId,
            List<FoundFace> faces,
            boolean beingSearched,
            boolean alreadyHere,
            List<PhotoId> sameElsewhere,
            List<PhotoId> sameHere,
            List<PhotoId> alike,
            boolean removedBefore,
            int picturesInFile) {}

    record FoundFace(FaceId faceId, Box box, int confidence) {}

    /** @param style how the covers look; absent means as this installation is set to */
    record Cover(@Nullable List<String> cover, @Nullable CoverStyle style) {}

    record Made(RenditionId renditionId) {}

    /** @param alone whether it is said of this one photo, which a photo without marks needs; absent means of many */
    record Reviewed(
            @Nullable List<String> photoIds, @Nullable Boolean alone) {}

    record ReviewAnswer(List<PhotoId> reviewed, List<Skipped> skipped) {}

    record Skipped(PhotoId photoId, String code) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @NeedsRoom
    @AllowedFor(
            value = {Role.PHOTOGRAPHER, Role.EDITOR},
            scopes = Scope.IMPORT)
    Uploaded upload(
            @RequestParam("file") MultipartFile file,
            @RequestParam("collectionId") String collectionId,
            @RequestParam(name = "derivedFrom", required = false) @Nullable List<String> derivedFrom,
            Actor actor,
            Reach reach)
            throws IOException {
        CollectionId collection = new CollectionId(collectionId);
        shoots.require(reach, collection);
        List<PhotoId> origins =
                Input.list(derivedFrom).stream().map(PhotoId::new).toList();
        origins.forEach(origin -> shoots.require(reach, origin));
        String name = FileName.of(file);
        byte[] bytes = file.getBytes();
        PhotoIntake.Taken taken = intake.take(bytes, name, collection, origins, Origins.of(actor));
        return answer(taken, PhotoImages.pictures(bytes), reach);
    }

    private Uploaded answer(PhotoIntake.Taken taken, int picturesInFile, Reach reach) {
        if (!(streams.photo(taken.photo()) instanceof Registered photo) || photo.removed()) {
            throw new RejectedException(PhotoRejection.REMOVED);
        }
        Map<Boolean, List<PhotoId>> same = taken.sameElsewhere().stream()
                .filter(one -> shoots.reaches(reach, one))
                .collect(Collectors.groupingBy(one -> isIn(photo.collection(), one)));
        return new Uploaded(
                photo.id(),
                photo.original().id(),
                photo.faces().values().stream()
                        .map(MarkedFace::mark)
                        .map(mark -> new FoundFace(mark.face(), mark.box(), mark.confidence()))
                        .toList(),
                !photo.searched(),
                taken.alreadyHere(),
                same.getOrDefault(false, List.of()),
                same.getOrDefault(true, List.of()),
                taken.alike().stream()
                        .filter(alike -> shoots.reaches(reach, alike))
                        .toList(),
                taken.removedBefore(),
                picturesInFile);
    }

    private boolean isIn(CollectionId shoot, PhotoId id) {
        return streams.photo(id) instanceof Registered photo
                && photo.collection().equals(shoot);
    }

    @PostMapping("/{id}/renditions")
    @ResponseStatus(HttpStatus.CREATED)
    @NeedsRoom
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR})
    Made cover(
            @PathVariable String id,
            @RequestBody Cover body,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key,
            Actor actor,
            Reach reach) {
        shoots.require(reach, new PhotoId(id));
        Origin origin = Origins.of(actor);
        RenditionId rendition = creations.id(key, origin, "renditions/" + id, RenditionId.PREFIX, RenditionId::new);
        List<FaceId> faces =
                Input.list(body.cover()).stream().map(FaceId::new).distinct().toList();
        if (faces.size() > Covered.MOST) {
            throw new RejectedException(new InputRejection(
                    "photo.covers-too-many",
                    "One version can cover at most " + Covered.MOST
                            + " people. Cut the picture into parts, and take each in as a photo" + " of its own."));
        }
        try {
            CoverStyle style = body.style() == null ? renditions.usual() : body.style();
            renditions.make(new PhotoId(id), rendition, faces, style, origin);
        } catch (RejectedException e) {
            if (!Creations.repeated(key, e, PhotoRejection.RENDITION_EXISTS)) {
                throw e;
            }
        }
        return new Made(rendition);
    }

    /** One human act for a whole contact sheet; what cannot be reviewed yet, or needs a look of its own, is named. */
    @PostMapping("/reviews")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR})
    ReviewAnswer review(@RequestBody Reviewed body, Actor actor, Reach reach) {
        List<String> ids = Input.need(body.photoIds(), "photoIds");
        boolean alone = Boolean.TRUE.equals(body.alone());
        if (alone && ids.size() != 1) {
            throw new RejectedException(new InputRejection(
                    "photo.one-at-a-time", "Name the one photo that was looked at alone, or leave \"alone\" out."));
        }
        List<PhotoId> reviewed = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (PhotoId id : ids.stream().map(PhotoId::new).toList()) {
            try {
                shoots.require(reach, id);
                commands.send(new PhotoCommand.CompleteReview(id, alone), Origins.of(actor));
                reviewed.add(id);
            } catch (RejectedException e) {
                if (ids.size() == 1) {
                    throw e;
                }
                skipped.add(new Skipped(id, e.rejection().code()));
            }
        }
        return new ReviewAnswer(reviewed, skipped);
    }
}
