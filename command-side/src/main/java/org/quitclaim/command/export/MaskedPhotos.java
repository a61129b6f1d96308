package org.quitclaim.command.export;

import java.util.List;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.image.ClearPhoto;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.FaceStanding.Sighted;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.face.image.RenditionEncoder;
import org.quitclaim.vault.AccessPurpose;

/**
 * A photo as one of the people on it may have it: everybody else is filled opaquely.
 *
 * <p><b>Guarantees:</b> every marked face that is not held to be hers is covered, whoever it is and also where it reaches
 * into hers; of a photo on which nobody said that everybody is marked only her own part is left. No metadata.
 *
 * <p><b>Source:</b> GDPR Art. 15(4); R49.
 */
final class MaskedPhotos {
    private static final int CUT_SIDE_PIXELS = 480;

    private final PhotoImages images;
    private final RenditionEncoder encoder;

    public MaskedPhotos(PhotoImages images, RenditionEncoder encoder) {
        this.images = images;
        this.encoder = encoder;
    }

    byte[] of(Registered photo, PersonId person, Origin origin) {
        List<Box> others = boxes(photo, person, false);
        try (ClearPhoto clear = images.original(photo, AccessPurpose.DATA_SUBJECT_REQUEST, origin)) {
            return photo.reviewed()
                    ? encoder.encode(clear.image(), others)
                    : encoder.encodeOnly(clear.image(), boxes(photo, person, true), others);
        }
    }

    /** One mark and what is around it, with every other mark covered, also those that are held to be hers. */
    byte[] of(Registered photo, MarkedFace face, Origin origin) {
        List<Box> others = photo.faces().values().stream()
                .filter(other -> !other.equals(face))
                .map(MarkedFace::area)
                .toList();
        try (ClearPhoto clear = images.original(photo, AccessPurpose.DATA_SUBJECT_REQUEST, origin)) {
            return photo.reviewed()
                    ? encoder.cut(clear.image(), others, face.mark().box(), CUT_SIDE_PIXELS)
                    : encoder.encodeOnly(clear.image(), List.of(face.area()), others);
        }
    }

    private static List<Box> boxes(Registered photo, PersonId person, boolean hers) {
        return photo.faces().values().stream()
                .filter(face -> face.standing().equals(new Sighted(person)) == hers)
                .map(MarkedFace::area)
                .toList();
    }
}
