package org.quitclaim.command.photo;

import org.quitclaim.command.copies.KnownPictures;
import org.quitclaim.command.copies.PictureDigests;
import org.quitclaim.command.image.ClearPhoto;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.face.copies.CopyIndex.Version;
import org.quitclaim.face.copies.PictureDigest;

/**
 * Lets a version be known again after it has left: its pixels are others than those that came in.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class KnownVersions {
    private final PhotoImages images;
    private final PictureDigests digests;
    private final KnownPictures pictures;

    public KnownVersions(PhotoImages images, PictureDigests digests, KnownPictures pictures) {
        this.images = images;
        this.digests = digests;
        this.pictures = pictures;
    }

    /** @param file the bytes of a version; nobody who calls this has another picture open */
    PictureDigest of(byte[] file) {
        try (ClearPhoto clear = images.read(file)) {
            return digests.of(digests.content(file), clear.image());
        }
    }

    /** From now on; the caller has it sealed under this generation of the photo's key. */
    void know(PhotoId photo, RenditionId rendition, int generation, PictureDigest digest) {
        pictures.put(new Version(photo, rendition), generation, digest);
    }
}
