package org.quitclaim.command.photo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.NeedsRoom;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.collection.Shoots;
import org.quitclaim.command.copies.CopyWatch;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.image.ClearPhoto;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.LookReason;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoEvent.LookedUncovered;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Rendition;
import org.quitclaim.domain.photo.Unseen;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.face.image.RenditionEncoder;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.SealedRecords;
import org.quitclaim.vault.VaultException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows the small watermarked picture of a photo, with everybody covered who may not be shown.
 *
 * <p><b>Guarantees:</b> decided from the streams at the moment of asking, so a no that was answered is followed by the next
 * picture; covers are opaque and alike whatever the reason; nothing of it stays in the browser. One marked face is shown
 * from the original, since in a small picture of many people nobody can be told apart; the same people are covered on it,
 * in the same way. Until the marks of the same picture were taken over, whoever is covered there is covered here, for whoever
 * may see both. A covered version is shown as it would leave. There is no other picture on screens.
 */
@RestController
@RequestMapping("/api/photos/{id}")
class PreviewsController {
    /** A face and its hair, on a screen beside the photo. */
    private static final int CUT_SIDE_PIXELS = 480;

    private final Streams streams;
    private final SealedRecords vault;
    private final Shoots shoots;
    private final PhotoImages images;
    private final CopyWatch copies;
    private final StatedLooks looks;
    private final Clock clock;
    private final RenditionEncoder encoder;

    PreviewsController(
            Streams streams,
            SealedRecords vault,
            Shoots shoots,
            PhotoImages images,
            CopyWatch copies,
            StatedLooks looks,
            RenditionEncoder encoder,
            Clock clock) {
        this.streams = streams;
        this.vault = vault;
        this.shoots = shoots;
        this.images = images;
        this.copies = copies;
        this.looks = looks;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** @param look any number: a page keeps the pictures it has by their address, and who is covered may be different now */
    @GetMapping(path = "/preview", produces = MediaType.IMAGE_JPEG_VALUE)
    @NeedsRoom
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    ResponseEntity<byte[]> preview(
            @PathVariable String id, @RequestParam(required = false) @Nullable Integer look, Actor actor, Reach reach)
            throws VaultException {
        Registered photo = here(new PhotoId(id), reach);
        List<Box> covered = unseen(photo, actor, reach);
        byte[] picture = opened(photo, photo.picture().preview(), actor);
        return shown(covered.isEmpty() ? picture : covered(picture, covered));
    }

    /** One marked face with what is around it, as sharp as the original is; whoever is covered elsewhere is covered here. */
    @GetMapping(path = "/faces/{face}/cut", produces = MediaType.IMAGE_JPEG_VALUE)
    @NeedsRoom
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    ResponseEntity<byte[]> cut(
            @PathVariable String id,
            @PathVariable String face,
            @RequestParam(required = false) @Nullable Integer look,
            Actor actor,
            Reach reach)
            throws VaultException {
        Registered photo = here(new PhotoId(id), reach);
        MarkedFace marked = photo.faces().get(new FaceId(face));
        if (marked == null) {
            throw new RejectedException(PhotoRejection.UNKNOWN_FACE);
        }
        List<Box> covered = unseen(photo, actor, reach);
        try (ClearPhoto clear = images.read(opened(photo, photo.image(), actor))) {
            return shown(encoder.cut(clear.image(), covered, marked.mark().box(), CUT_SIDE_PIXELS));
        }
    }

    /**
     * The very pixels of a version that would leave, smaller: how much of somebody is covered is judged by these. Whoever may
     * not be shown and is not covered on the version is covered here as well.
     */
    @GetMapping(path = "/renditions/{rendition}/preview", produces = MediaType.IMAGE_JPEG_VALUE)
    @NeedsRoom
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    ResponseEntity<byte[]> version(
            @PathVariable String id,
            @PathVariable String rendition,
            @RequestParam(required = false) @Nullable Integer look,
            Actor actor,
            Reach reach)
            throws VaultException {
        Registered photo = here(new PhotoId(id), reach);
        Rendition version = photo.renditions().get(new RenditionId(rendition));
        if (version == null) {
            throw new RejectedException(PhotoRejection.UNKNOWN_RENDITION);
        }
        try (ClearPhoto clear = images.read(opened(photo, version.image(), actor))) {
            return shown(PhotoIntake.preview(encoder, clear, besides(photo, version, actor, reach)));
        }
    }

    private List<Box> besides(Registered photo, Rendition version, Actor actor, Reach reach) {
        return unseen(photo, actor, reach).stream()
                .filter(place -> !version.hides(place))
                .toList();
    }

    /**
     * @param covered places that the version itself covers
     * @param besides places that screens cover on its picture, and that can be seen on the version itself
     */
    record MoreCovers(int covered, int besides) {}

    /** So that nobody takes a cover of the screen for one that leaves. */
    @GetMapping("/renditions/{rendition}/covers")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    MoreCovers moreCovers(@PathVariable String id, @PathVariable String rendition, Actor actor, Reach reach) {
        Registered photo = here(new PhotoId(id), reach);
        Rendition version = photo.renditions().get(new RenditionId(rendition));
        if (version == null) {
            throw new RejectedException(PhotoRejection.UNKNOWN_RENDITION);
        }
        return new MoreCovers(
                version.covered().size(), besides(photo, version, actor, reach).size());
    }

    /**
     * How many places are covered.
     *
     * @param places that a reason would show this account: who is covered in the stored original itself is shown to nobody
     * @param now for this account at this moment
     * @param until when what this account stated ends; absent where nothing is stated
     * @param secondsLeft until then, whatever the reader's own clock says; 0 where nothing is stated
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Covers(int places, int now, @Nullable Instant until, long secondsLeft) {}

    /** So that nobody has to state a reason where there is nothing to be seen for it. */
    @GetMapping("/covers")
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    Covers covers(@PathVariable String id, Actor actor, Reach reach) {
        Registered photo = here(new PhotoId(id), reach);
        List<LookReason> all = Arrays.stream(LookReason.values())
                .filter(reason -> !reason.isForOfficers() || actor.is(Role.COMPLIANCE_OFFICER))
                .toList();
        List<Box> whatever = unseen(photo, all, reach);
        long shown = unseen(photo, List.of(), reach).stream()
                .filter(place -> !whatever.contains(place) && !photo.original().hides(place))
                .count();
        Optional<Instant> until = looks.until(actor.id(), photo.id(), stated(actor, photo.id()));
        return new Covers(
                (int) shown,
                unseen(photo, actor, reach).size(),
                until.orElse(null),
                until.map(this::secondsLeft).orElse(0L));
    }

    private long secondsLeft(Instant until) {
        return Math.max(0, Duration.between(clock.instant(), until).toSeconds());
    }

    private static ResponseEntity<byte[]> shown(byte[] picture) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(picture);
    }

    private List<Box> unseen(Registered photo, Actor actor, Reach reach) {
        return unseen(photo, stated(actor, photo.id()), reach);
    }

    /** Of a photo that is the same picture, who is covered there is covered here as well until its marks were taken over. */
    private List<Box> unseen(Registered photo, List<LookReason> stated, Reach reach) {
        List<PhotoId> unsettled = photo.copies().unsettled();
        Stream<PhotoId> same = unsettled.isEmpty() ? Stream.of() : copies.same(photo.id()).stream();
        return Stream.concat(Stream.of(photo), same.filter(unsettled::contains).flatMap(other -> seenBy(reach, other)))
                .flatMap(one -> Unseen.on(one, this::person, stated, clock.instant()).stream())
                .distinct()
                .toList();
    }

    /** Of a history that cannot be read nobody knows who is covered where; the photo stays amber for it. */
    private Stream<Registered> seenBy(Reach reach, PhotoId other) {
        try {
            return shoots.reaches(reach, other) && streams.photo(other) instanceof Registered known
                    ? Stream.of(known)
                    : Stream.empty();
        } catch (StreamDamaged e) {
            return Stream.empty();
        }
    }

    /** Whose history cannot be read is covered, and hides nobody else. */
    private ConsentState person(PersonId id) {
        try {
            return streams.consent(id);
        } catch (StreamDamaged e) {
            return ConsentState.NONE;
        }
    }

    /** Whoever is no officer any more sees no more than others do. */
    private List<LookReason> stated(Actor actor, PhotoId photo) {
        return looks.of(actor.id(), photo).stream()
                .filter(reason -> !reason.isForOfficers() || actor.is(Role.COMPLIANCE_OFFICER))
                .toList();
    }

    private byte[] opened(Registered photo, RecordId picture, Actor actor) throws VaultException {
        try {
            return vault.open(
                            picture,
                            actor.reason(AccessPurpose.DISPLAY, photo.id().value()))
                    .bytes();
        } catch (VaultException.KeyNotActive | VaultException.RecordUnknown e) {
            throw new RejectedException(new InputRejection(
                    "photo.preview-closed",
                    "This picture is sealed or has been destroyed, and cannot be shown.",
                    HttpStatus.GONE));
        }
    }

    private byte[] covered(byte[] picture, List<Box> boxes) {
        try (ClearPhoto clear = images.read(picture)) {
            return PhotoIntake.coveredAgain(encoder, clear, boxes);
        }
    }

    private Registered here(PhotoId id, Reach reach) {
        shoots.require(reach, id);
        if (streams.photo(id) instanceof Registered photo && !photo.removed()) {
            return photo;
        }
        throw new RejectedException(PhotoRejection.UNKNOWN_PHOTO);
    }

    record Stated(@Nullable LookReason reason) {}

    /** @param secondsLeft until then, whatever the reader's own clock says */
    record Open(Instant until, long secondsLeft) {}

    /** From now on, for a short time, this account sees this photo without the covers that the reason is about. */
    @PostMapping("/looks")
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    Open look(@PathVariable String id, @RequestBody Stated body, Actor actor, Reach reach) {
        LookReason reason = Input.need(body.reason(), "reason");
        Registered photo = here(new PhotoId(id), reach);
        if (reason.isForOfficers() && !actor.is(Role.COMPLIANCE_OFFICER)) {
            throw new RejectedException(new InputRejection(
                    "photo.look-is-the-officers",
                    "For this reason the compliance officer looks. To check a mark or a name, say MARK.",
                    HttpStatus.FORBIDDEN));
        }
        Instant until = looks.state(photo.id(), reason, actor.id(), Origins.of(actor));
        return new Open(until, secondsLeft(until));
    }

    /** @param by opaque id of the account */
    record Look(String by, LookReason reason, Instant at, Instant until) {}

    record Looks(List<Look> looks) {}

    @GetMapping("/looks")
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Looks looks(@PathVariable String id) {
        PhotoId photo = new PhotoId(id);
        if (!(streams.photo(photo) instanceof Registered)) {
            throw new RejectedException(PhotoRejection.UNKNOWN_PHOTO);
        }
        return new Looks(streams.attributed(photo)
                .filter(one -> one.event() instanceof LookedUncovered)
                .map(one -> look(one.actor(), (LookedUncovered) one.event()))
                .toList());
    }

    private static Look look(String by, LookedUncovered event) {
        return new Look(by, event.reason(), event.at(), event.until());
    }
}
