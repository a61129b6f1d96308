package org.quitclaim.command.copies;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.collection.Shoots;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Copies.Known;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which photos are copies of each other, and saying so. */
@RestController
@RequestMapping("/api")
class CopiesController {
    private static final int MOST_SHOWN = 200;

    private final CopyWatch watch;
    private final CopyPairs pairs;
    private final KnownPictures pictures;
    private final MayI mayI;
    private final Streams streams;
    private final Shoots shoots;

    CopiesController(
            CopyWatch watch, CopyPairs pairs, KnownPictures pictures, MayI mayI, Streams streams, Shoots shoots) {
        this.watch = watch;
        this.pairs = pairs;
        this.pictures = pictures;
        this.mayI = mayI;
        this.streams = streams;
        this.shoots = shoots;
    }

    /** How another photo stands to one. */
    enum Standing {
        /** Every pixel is the same. */
        SAME_PIXELS,
        PROPOSED,
        CONFIRMED,
        DENIED
    }

    /** @param pressing whether this photo is amber until it is settled, because somebody on the other one said no */
    record Copy(PhotoId photoId, Standing standing, boolean pressing) {}

    record Settled(@Nullable Boolean same) {}

    /**
     * What waits for a human, and how far reading is.
     *
     * @param askedToday how often "May I?" was asked within a day
     */
    record Overview(KnownPictures.Progress pictures, long askedToday, List<Waiting> waiting) {}

    /** @param samePixels whether nobody can deny it */
    record Waiting(PhotoId photoId, PhotoId otherId, boolean pressing, boolean samePixels, Instant since) {}

    @GetMapping("/photos/{id}/copies")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER})
    List<Copy> copies(@PathVariable String id, Reach reach) {
        PhotoId photoId = new PhotoId(id);
        shoots.require(reach, photoId);
        if (!(streams.photo(photoId) instanceof Registered photo)) {
            throw new RejectedException(PhotoRejection.UNKNOWN_PHOTO);
        }
        Map<PhotoId, Standing> all = new LinkedHashMap<>();
        pairs.of(photoId).forEach((other, known) -> all.put(other, standing(known)));
        // whatever anybody said or proposed: of equal pixels nobody can deny it
        watch.same(photoId)
                .forEach(other -> all.merge(
                        other, Standing.SAME_PIXELS, (known, same) -> known == Standing.CONFIRMED ? known : same));
        return all.entrySet().stream()
                .filter(one -> shoots.reaches(reach, one.getKey()))
                .map(one -> new Copy(
                        one.getKey(), one.getValue(), photo.copies().unsettled().contains(one.getKey())))
                .toList();
    }

    private static Standing standing(Known known) {
        return switch (known) {
            case PROPOSED -> Standing.PROPOSED;
            case SAME -> Standing.CONFIRMED;
            case OTHER -> Standing.DENIED;
        };
    }

    /** Whoever says so sees both. */
    @PostMapping("/photos/{id}/copies/{other}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER})
    void settle(
            @PathVariable String id, @PathVariable String other, @RequestBody Settled body, Actor actor, Reach reach) {
        PhotoId photo = new PhotoId(id);
        PhotoId second = new PhotoId(other);
        shoots.require(reach, photo);
        shoots.require(reach, second);
        if (!(streams.photo(second) instanceof Registered there) || there.removed()) {
            throw new RejectedException(PhotoRejection.UNKNOWN_PHOTO);
        }
        watch.settle(photo, second, Input.need(body.same(), "same"), Origins.of(actor));
    }

    @GetMapping("/copies")
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    Overview overview() {
        return new Overview(
                pictures.progress(),
                mayI.askedToday(),
                pairs.unsettled(MOST_SHOWN).stream()
                        .map(pair -> new Waiting(
                                pair.photo(),
                                pair.other(),
                                pair.pressing(),
                                watch.same(pair.photo()).contains(pair.other()),
                                pair.since()))
                        .toList());
    }
}
