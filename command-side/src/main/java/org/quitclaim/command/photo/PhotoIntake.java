package org.quitclaim.command.photo;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.copies.CopyWatch;
import org.quitclaim.command.copies.KnownPictures;
import org.quitclaim.command.copies.PictureDigests;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.FaceSearch;
import org.quitclaim.command.image.ClearPhoto;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.command.vault.Draft;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.domain.collection.CollectionRejection;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.Patience;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.PhotoCommand.RegisterPhoto;
import org.quitclaim.domain.photo.PhotoSource;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Picture;
import org.quitclaim.face.copies.PictureDigest;
import org.quitclaim.face.copies.PictureDigest.Digest;
import org.quitclaim.face.image.RenditionEncoder;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Plaintext;

/**
 * Takes photos in: read, sealed, registered, and looked at by the detector, quickly at first and thoroughly afterwards.
 *
 * <p><b>Guarantees:</b> the same bytes in the same collection are one photo. In another collection
 * they are another photo, since other people signed there; it is recorded as derived from those that
 * are here, and whoever sends it is told of them, and of other photos of the same pixels and of those that look alike. After a removal they are a new photo, with keys, faces and a review of
 * its own. What cannot be read changes nothing. A crash before copies were looked for, or
 * before the detector has looked, is made good by the lists.
 */
final class PhotoIntake {
    private static final int PREVIEW_SIDE_PIXELS = 1_280;

    /** A picture that is in more shoots than this is known well enough. */
    private static final int MOST_NAMED = 20;

    private final Commands commands;
    private final Streams streams;
    private final Sealing sealing;
    private final FaceSearch search;
    private final PhotoImages images;
    private final PictureDigests digests;
    private final KnownPictures pictures;
    private final CopyWatch watch;
    private final FileTurns turns = new FileTurns();
    private final Patience patience;
    private final SealedWords words;
    private final RenditionEncoder encoder = new RenditionEncoder();

    public PhotoIntake(
            Commands commands,
            Streams streams,
            Sealing sealing,
            FaceSearch search,
            PhotoImages images,
            PictureDigests digests,
            KnownPictures pictures,
            CopyWatch watch,
            Patience patience,
            SealedWords words) {
        this.commands = commands;
        this.streams = streams;
        this.sealing = sealing;
        this.search = search;
        this.images = images;
        this.digests = digests;
        this.pictures = pictures;
        this.watch = watch;
        this.patience = patience;
        this.words = words;
    }

    /**
     * A photo that is here.
     *
     * @param alreadyHere whether it was before
     * @param sameElsewhere other photos of the same picture
     * @param alike photos that it looks like, of other pixels; a human says whether it is a copy of them
     * @param removedBefore whether the same bytes were removed from this collection once, and are still sealed here
     */
    public record Taken(
            PhotoId photo,
            boolean alreadyHere,
            List<PhotoId> sameElsewhere,
            List<PhotoId> alike,
            boolean removedBefore) {}

    public Taken take(byte[] file, String fileName, CollectionId collection, List<PhotoId> derivedFrom, Origin origin) {
        if (!(streams.collection(collection) instanceof CollectionState.Open open)) {
            throw new RejectedException(CollectionRejection.UNKNOWN_COLLECTION);
        }
        Digest content = digests.content(file);
        Lock turn = turns.of(content);
        turn.lock();
        try {
            return take(new Incoming(file, fileName, content, open, derivedFrom), origin);
        } finally {
            turn.unlock();
        }
    }

    private record Incoming(
            byte[] file, String name, Digest content, CollectionState.Open shoot, List<PhotoId> derivedFrom) {}

    private Taken take(Incoming wanted, Origin origin) {
        List<Registered> same = registered(pictures.sameFile(wanted.content()));
        List<Registered> here = same.stream()
                .filter(photo -> photo.collection().equals(wanted.shoot().id()))
                .toList();
        boolean removedBefore = here.stream().anyMatch(Registered::removed);
        Optional<Registered> alreadyHere =
                here.stream().filter(photo -> !photo.removed()).findFirst();
        if (alreadyHere.isPresent()) {
            return new Taken(
                    alreadyHere.get().id(), true, others(same, alreadyHere.get().id()), List.of(), removedBefore);
        }
        try (PhotoImages.Incoming incoming = images.incoming(wanted.file());
                Draft draft = sealing.draft()) {
            ClearPhoto clear = incoming.clear();
            UprightImage image = clear.image();
            PhotoId id = IdMint.mint(PhotoId.PREFIX, PhotoId::new);
            PictureDigest digest = digests.of(wanted.content(), image);
            List<Registered> picture = Stream.concat(
                            same.stream(), registered(few(pictures.samePicture(digest))).stream())
                    .distinct()
                    .toList();
            KeyRef key = PhotoKey.first(id);
            RegisterPhoto register = new RegisterPhoto(
                    id,
                    wanted.shoot().id(),
                    PhotoSource.HELD,
                    draft.file(key, RecordKinds.IMAGE, incoming.file()),
                    draft.file(key, RecordKinds.PREVIEW, preview(encoder, clear, List.of())),
                    draft.seal(key, RecordKinds.FILE_NAME, Plaintext.of(wanted.name())),
                    draft.seal(key, RecordKinds.PICTURE_DIGEST, Plaintext.owning(digest.bytes())),
                    image.width(),
                    image.height(),
                    IdMint.mint(RenditionId.PREFIX, RenditionId::new),
                    Stream.concat(wanted.derivedFrom().stream(), others(same, id).stream())
                            .distinct()
                            .toList());
            // known first: where nobody knows whether the event was stored, sent again it must not be another photo
            pictures.put(id, Picture.FIRST, digest);
            draft.named(() -> commands.send(register, origin));
            // before the detector: a crash in between leaves a photo that is looked at again as a whole
            List<PhotoId> alike = watch.look(id, origin);
            record(id, search.quickly(image), origin);
            words.keep(id, wanted.file(), wanted.shoot(), origin);
            return new Taken(id, false, others(picture, id), alike, removedBefore);
        }
    }

    /** More than are named, since some may be removed; a picture that is here a thousand times is not read a thousand times. */
    private static List<PhotoId> few(List<PhotoId> ids) {
        return ids.stream().limit(3L * MOST_NAMED).toList();
    }

    private List<Registered> registered(List<PhotoId> ids) {
        return ids.stream()
                .flatMap(id -> streams.photo(id) instanceof Registered photo ? Stream.of(photo) : Stream.empty())
                .toList();
    }

    private static List<PhotoId> others(List<Registered> photos, PhotoId but) {
        return photos.stream()
                .filter(photo -> !photo.removed())
                .map(Registered::id)
                .filter(id -> !id.equals(but))
                .limit(MOST_NAMED)
                .toList();
    }

    /** What screens show. */
    static byte[] preview(RenditionEncoder encoder, ClearPhoto photo, List<Box> covered) {
        return encoder.preview(photo.image(), covered, PREVIEW_SIDE_PIXELS, "Quitclaim preview");
    }

    /** The same with more covered; its watermark is in it already. */
    static byte[] coveredAgain(RenditionEncoder encoder, ClearPhoto preview, List<Box> covered) {
        return encoder.preview(preview.image(), covered, PREVIEW_SIDE_PIXELS, "");
    }

    /**
     * Looks for faces as thoroughly as is done here, if that was not done before.
     *
     * @param breath called between short steps, to give way to whoever waits
     */
    public void searchIfNeeded(PhotoId id, Runnable breath, Origin origin) {
        if (streams.photo(id) instanceof Registered photo
                && !photo.removed()
                && !(photo.searched() && search.isMetBy(photo.search().looked()))) {
            if (!photo.detected()) {
                watch.look(id, origin);
            }
            try (ClearPhoto clear = images.original(photo, AccessPurpose.INDEXING, origin)) {
                record(id, search.thoroughly(clear.image(), breath), origin);
            }
        }
    }

    private void record(PhotoId id, FaceSearch.Result result, Origin origin) {
        List<Mark> marks = result.faces().stream()
                .map(face -> new Mark(
                        IdMint.mint(FaceId.PREFIX, FaceId::new), face.box(), Mark.Kind.FACE, Mark.Origin.DETECTED, (int)
                                Math.round(face.score() * 100)))
                .toList();
        commands.offer(new RecordFaces(id, result.looked(), marks, patience), origin);
    }
}
