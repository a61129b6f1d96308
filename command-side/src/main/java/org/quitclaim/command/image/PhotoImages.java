package org.quitclaim.command.image;

import java.time.Duration;
import java.util.Optional;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.eventstore.Attribution;
import org.quitclaim.face.image.PhotoReader;
import org.quitclaim.face.image.PhotoReading;
import org.quitclaim.face.image.PhotoRefusal;
import org.quitclaim.face.image.RenditionEncoder;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.Accessor;
import org.springframework.http.HttpStatus;

/** Photos in the clear, for as short as the work takes. */
public final class PhotoImages {
    private static final PhotoReader READER = new PhotoReader();

    /** One photo of the largest size in a heap of 1 GiB, many of the usual sizes. */
    private static final double SHARE_OF_HEAP = 0.45;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RenditionEncoder encoder = new RenditionEncoder();
    private final Sealing sealing;
    private final PhotoRoom room = PhotoRoom.ofHeap(SHARE_OF_HEAP, PATIENCE);

    public PhotoImages(Sealing sealing) {
        this.sealing = sealing;
    }

    /**
     * To be closed as soon as nobody looks at the pixels any more; whoever has one open must not open another.
     *
     * @throws RejectedException if the bytes are no photo that is read here, or too many others are being worked on
     */
    public ClearPhoto read(byte[] file) {
        PhotoRoom.Place place = room.enterWhole(READER.needs(file));
        try {
            return new ClearPhoto(decoded(file), place);
        } catch (RuntimeException | Error e) {
            place.close();
            throw e;
        }
    }

    /**
     * A photo that comes in.
     *
     * @param file what is kept: the picture of the file that came, or a JPEG of what it was decoded to
     * @param clear the decoding of what is kept
     */
    public record Incoming(byte[] file, ClearPhoto clear) implements AutoCloseable {
        @Override
        public void close() {
            clear.close();
        }
    }

    /**
     * As {@link #read}, for a file that is to be kept.
     *
     * <p>Nothing but its picture is kept: who is named in a file, where it was taken, and a thumbnail or a film of it would
     * outlive every no that is said here, in the original and in every backup.
     *
     * <p>Another program may be another one tomorrow, or gone; what is shown, looked at and released must be one decoding, and
     * covering somebody must not depend on it. So what it made of the file takes the place of the file.
     */
    public Incoming incoming(byte[] file) {
        Optional<byte[]> only = READER.pictureOnly(file);
        if (only.isPresent()) {
            return new Incoming(only.get(), read(only.get()));
        }
        byte[] developed;
        try (ClearPhoto once = read(file)) {
            developed = encoder.developed(once.image());
        }
        return new Incoming(developed, read(developed));
    }

    /** The decoding that would be judged if this file were taken in, of which nothing is kept. */
    public ClearPhoto asTakenIn(byte[] file) {
        return incoming(file).clear();
    }

    /** How many pictures a file holds, of which the one that viewers show first is taken in. */
    public static int pictures(byte[] file) {
        return READER.pictures(file);
    }

    private static UprightImage decoded(byte[] file) {
        return switch (READER.read(file)) {
            case PhotoReading.Readable readable -> readable.image();
            case PhotoReading.Refused refused ->
                throw new RejectedException(new InputRejection(
                        refused.reason().code(),
                        refused.reason().advice(),
                        status(refused.reason()),
                        refused.reason().detail()));
        };
    }

    private static HttpStatus status(PhotoRefusal reason) {
        return reason instanceof PhotoRefusal.TooLarge
                ? HttpStatus.CONTENT_TOO_LARGE
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    /** The photo as it was taken in, decoded and upright. */
    public ClearPhoto original(Registered photo, AccessPurpose why, Origin origin) {
        return read(bytes(photo.image(), photo.id(), why, origin));
    }

    public byte[] bytes(RecordId record, PhotoId photo, AccessPurpose why, Origin origin) {
        return sealing.open(record, accessor(origin), origin.role(), why, photo.value())
                .bytes();
    }

    /** Who opens, as the access log has it. */
    public static Accessor accessor(Origin origin) {
        return switch (origin.role()) {
            case Origin.SYSTEM -> new Accessor.SystemTask(origin.actor().substring(Attribution.SYSTEM_PREFIX.length()));
            case Origin.PERSON -> new Accessor.Portrayed(new PersonId(origin.actor()));
            default -> new Accessor.Staff(ActorId.of(origin.actor()));
        };
    }
}
