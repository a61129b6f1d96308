package org.quitclaim.command.photo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.RecognitionModel;
import org.quitclaim.command.vault.Draft;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.domain.collection.CollectionId;
import org.quitclaim.domain.collection.CollectionRejection;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.photo.FaceId;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.PhotoCommand.RegisterPhoto;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoSource;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.RenditionId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.face.image.RenditionEncoder;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.Vault;

/**
 * Takes photos in: read, sealed, registered, and looked at by the detector.
 *
 * <p><b>Guarantees:</b> the same bytes in the same collection are one photo, because the id is a keyed digest of both.
 * What cannot be read changes nothing. A crash before the detector has looked is made good by the lists.
 */
public final class PhotoIntake {
    private static final int PREVIEW_SIDE_PIXELS = 1_280;

    private final Commands commands;
    private final Streams streams;
    private final Sealing sealing;
    private final Vault vault;
    private final RecognitionModel model;
    private final PhotoImages images;
    private final RenditionEncoder encoder = new RenditionEncoder();

    public PhotoIntake(
            Commands commands,
            Streams streams,
            Sealing sealing,
            Vault vault,
            RecognitionModel model,
            PhotoImages images) {
        this.commands = commands;
        this.streams = streams;
        this.sealing = sealing;
        this.vault = vault;
        this.model = model;
        this.images = images;
    }

    /** A photo that is here, and whether it was here before. */
    public record Taken(PhotoId photo, boolean alreadyHere) {}

    public Taken take(byte[] file, String fileName, CollectionId collection, List<PhotoId> derivedFrom, Origin origin) {
        if (!(streams.collection(collection) instanceof CollectionState.Open)) {
            throw new RejectedException(CollectionRejection.UNKNOWN_COLLECTION);
        }
        byte[] digest = vault.secrets().mac("photo-content", file);
        PhotoId id = IdMint.fromMac(digestIn(collection, digest), PhotoId.PREFIX, PhotoId::new);
        if (streams.photo(id) instanceof Registered) {
            return new Taken(id, true);
        }
        try (ClearPhoto clear = images.read(file);
                Draft draft = sealing.draft()) {
            UprightImage image = clear.image();
            KeyRef key = KeyRef.first(id, KeyScope.PHOTO);
            RegisterPhoto register = new RegisterPhoto(
                    id,
                    collection,
                    PhotoSource.HELD,
                    draft.file(key, RecordKinds.IMAGE, file),
                    draft.file(
                            key,
                            RecordKinds.PREVIEW,
                            encoder.preview(image, List.of(), PREVIEW_SIDE_PIXELS, "Quitclaim preview")),
                    draft.seal(key, RecordKinds.FILE_NAME, Plaintext.of(fileName)),
                    HexFormat.of().formatHex(digest),
                    image.width(),
                    image.height(),
                    IdMint.mint(RenditionId.PREFIX, RenditionId::new),
                    derivedFrom);
            draft.named(() -> commands.send(register, origin));
            detect(id, image, origin);
            return new Taken(id, false);
        } catch (RejectedException e) {
            if (!e.rejection().equals(PhotoRejection.ALREADY_REGISTERED)) {
                throw e;
            }
            return new Taken(id, true);
        }
    }

    /** Looks for faces on a photo that nobody has looked at, as after a crash. */
    public void detectIfNeeded(PhotoId id, Origin origin) {
        if (streams.photo(id) instanceof Registered photo && !photo.detected() && !photo.removed()) {
            try (ClearPhoto clear = images.original(photo, AccessPurpose.INDEXING, origin)) {
                detect(id, clear.image(), origin);
            }
        }
    }

    private void detect(PhotoId id, UprightImage image, Origin origin) {
        List<Mark> marks = model.detector().detect(image).stream()
                .map(face -> new Mark(
                        IdMint.mint(FaceId.PREFIX, FaceId::new), face.box(), Mark.Kind.FACE, Mark.Origin.DETECTED, (int)
                                Math.round(face.score() * 100)))
                .toList();
        commands.offer(new RecordFaces(id, model.name(), marks), origin);
    }

    private byte[] digestIn(CollectionId collection, byte[] digest) {
        byte[] where = collection.value().getBytes(StandardCharsets.US_ASCII);
        return vault.secrets()
                .mac(
                        "photo-id",
                        ByteBuffer.allocate(where.length + digest.length)
                                .put(where)
                                .put(digest)
                                .array());
    }
}
