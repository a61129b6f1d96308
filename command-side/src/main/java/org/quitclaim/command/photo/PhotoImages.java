package org.quitclaim.command.photo;

import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.face.image.PhotoReader;
import org.quitclaim.face.image.PhotoReading;
import org.quitclaim.face.image.PhotoRefusal;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.Accessor;
import org.springframework.http.HttpStatus;

/** Photos in the clear, for as short as the work takes. */
public final class PhotoImages {
    private static final PhotoReader READER = new PhotoReader();

    private final Sealing sealing;

    public PhotoImages(Sealing sealing) {
        this.sealing = sealing;
    }

    /** @throws RejectedException if the bytes are no photo that is read here */
    public static UprightImage read(byte[] file) {
        return switch (READER.read(file)) {
            case PhotoReading.Readable readable -> readable.image();
            case PhotoReading.Refused refused ->
                throw new RejectedException(new InputRejection(
                        refused.reason().code(), refused.reason().advice(), status(refused.reason())));
        };
    }

    private static HttpStatus status(PhotoRefusal reason) {
        return reason instanceof PhotoRefusal.TooLarge
                ? HttpStatus.CONTENT_TOO_LARGE
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    /** The photo as it was taken in, decoded and upright. */
    public UprightImage original(Registered photo, AccessPurpose why, Origin origin) {
        return read(bytes(photo.image(), photo.id(), why, origin));
    }

    byte[] bytes(RecordId record, PhotoId photo, AccessPurpose why, Origin origin) {
        return sealing.open(record, accessor(origin), origin.role(), why, photo.value())
                .bytes();
    }

    private static Accessor accessor(Origin origin) {
        return origin.role().equals(Origin.SYSTEM)
                ? new Accessor.SystemTask(origin.account())
                : new Accessor.Staff(new AccountId(origin.account()));
    }
}
