package org.quitclaim.command.photo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.FaceSearch;
import org.quitclaim.command.vault.Draft;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.collection.CollectionId;
import org.quitclaim.domain.collection.CollectionRejection;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.FaceId;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.Patience;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.PhotoCommand.RegisterPhoto;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoSource;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.RenditionId;
import org.quitclaim.face.image.RenditionEncoder;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.Vault;

/**
 * Takes photos in: read, sealed, registered, and looked at by the detector, quickly at first and thoroughly afterwards.
 *
 * <p><b>Guarantees:</b> the same bytes in the same collection are one photo, because the id is a keyed digest of both. In
 * another collection they are another photo, since other people signed there; it is recorded as derived from those that
 * are here, and whoever sends it is told of them. After a removal they are a new photo, with keys, faces and a review of
 * its own. Not guaranteed: that of two shoots that take the same file in at one moment either learns of the other. What
 * cannot be read changes nothing. A crash before the detector has looked is made good by the lists.
 */
public final class PhotoIntake {
    private static final int PREVIEW_SIDE_PIXELS = 1_280;

    /** A picture that is in more shoots than this is known well enough. */
    private static final int MOST_NAMED = 20;

    private final Commands commands;
    private final Streams streams;
    private final Sealing sealing;
    private final Vault vault;
    private final FaceSearch search;
    private final PhotoImages images;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Patience patience;
    private final SealedWords words;
    private final RenditionEncoder encoder = new RenditionEncoder();

    public PhotoIntake(
            Commands commands,
            Streams streams,
            Sealing sealing,
            Vault vault,
            FaceSearch search,
            PhotoImages images,
            WorkIndex index,
            UpToDate upToDate,
            Patience patience,
            SealedWords words) {
        this.commands = commands;
        this.streams = streams;
        this.sealing = sealing;
        this.vault = vault;
        this.search = search;
        this.images = images;
        this.index = index;
        this.upToDate = upToDate;
        this.patience = patience;
        this.words = words;
    }

    /**
     * A photo that is here.
     *
     * @param alreadyHere whether it was before
     * @param sameElsewhere photos of the same bytes in other collections
     * @param removedBefore whether the same bytes were removed from this collection once
     */
    public record Taken(PhotoId photo, boolean alreadyHere, List<PhotoId> sameElsewhere, boolean removedBefore) {}

    /** Where a file belongs: the id of its photo, and how often the same was removed before. */
    private record Place(PhotoId photo, int removals) {}

    public Taken take(byte[] file, String fileName, CollectionId collection, List<PhotoId> derivedFrom, Origin origin) {
        if (!(streams.collection(collection) instanceof CollectionState.Open open)) {
            throw new RejectedException(CollectionRejection.UNKNOWN_COLLECTION);
        }
        byte[] digest = vault.secrets().mac("photo-content", file);
        Place place = place(collection, digest);
        PhotoId id = place.photo();
        List<PhotoId> same = sameElsewhere(id, digest);
        if (streams.photo(id) instanceof Registered) {
            return new Taken(id, true, same, place.removals() > 0);
        }
        try (PhotoImages.Incoming incoming = images.incoming(file);
                Draft draft = sealing.draft()) {
            ClearPhoto clear = incoming.clear();
            UprightImage image = clear.image();
            KeyRef key = PhotoKey.first(id);
            RegisterPhoto register = new RegisterPhoto(
                    id,
                    collection,
                    PhotoSource.HELD,
                    draft.file(key, RecordKinds.IMAGE, incoming.file()),
                    draft.file(key, RecordKinds.PREVIEW, preview(encoder, clear, List.of())),
                    draft.seal(key, RecordKinds.FILE_NAME, Plaintext.of(fileName)),
                    HexFormat.of().formatHex(digest),
                    image.width(),
                    image.height(),
                    IdMint.mint(RenditionId.PREFIX, RenditionId::new),
                    Stream.concat(derivedFrom.stream(), same.stream())
                            .distinct()
                            .toList());
            draft.named(() -> commands.send(register, origin));
            record(id, search.quickly(image), origin);
            words.keep(id, file, open, origin);
            return new Taken(id, false, same, place.removals() > 0);
        } catch (RejectedException e) {
            if (!e.rejection().equals(PhotoRejection.ALREADY_REGISTERED)) {
                throw e;
            }
            return new Taken(id, true, same, place.removals() > 0);
        }
    }

    /** What screens show. */
    static byte[] preview(RenditionEncoder encoder, ClearPhoto photo, List<Box> covered) {
        return encoder.preview(photo.image(), covered, PREVIEW_SIDE_PIXELS, "Quitclaim preview");
    }

    /** The same with more covered; its watermark is in it already. */
    static byte[] coveredAgain(RenditionEncoder encoder, ClearPhoto preview, List<Box> covered) {
        return encoder.preview(preview.image(), covered, PREVIEW_SIDE_PIXELS, "");
    }

    /** The first place that nothing was removed from. */
    private Place place(CollectionId collection, byte[] digest) {
        for (int removals = 0; ; removals++) {
            PhotoId id = IdMint.fromMac(digestIn(collection, digest, removals), PhotoId.PREFIX, PhotoId::new);
            if (!(streams.photo(id) instanceof Registered photo && photo.removed())) {
                return new Place(id, removals);
            }
        }
    }

    private List<PhotoId> sameElsewhere(PhotoId id, byte[] digest) {
        upToDate.await();
        return index.all(
                "select photo from content where digest = ? and photo <> ? order by photo limit " + MOST_NAMED,
                row -> new PhotoId(row.getString(1)),
                HexFormat.of().formatHex(digest),
                id.value());
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

    private byte[] digestIn(CollectionId collection, byte[] digest, int removals) {
        String again = removals == 0 ? "" : "#" + removals;
        byte[] where = (collection.value() + again).getBytes(StandardCharsets.US_ASCII);
        return vault.secrets()
                .mac(
                        "photo-id",
                        ByteBuffer.allocate(where.length + digest.length)
                                .put(where)
                                .put(digest)
                                .array());
    }
}
