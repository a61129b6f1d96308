package org.quitclaim.face.copies;

import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;

/**
 * Which pictures are known, by what they are known again.
 *
 * <p><b>Guarantees</b>: what was {@linkplain #forget forgotten} is not found by any question that is asked afterwards, and is
 * not kept anywhere in it. It does not know which photos were removed; whoever asks does.
 *
 * <p><b>Thread-safety</b>: safe.
 */
public interface CopyIndex {
    /**
     * Knows a photo from now on; of a photo whose stored original was replaced, the later one.
     *
     * @param generation of the key under which it lies sealed
     */
    void put(PhotoId photo, int generation, PictureDigest digest);

    /** A version of a photo, which was released or may be. */
    record Version(PhotoId photo, RenditionId rendition) {}

    /** Knows a version from now on. It lies under the same keys as its photo. */
    void put(Version version, int generation, PictureDigest digest);

    /** Versions of the same pixels. */
    List<Version> sameVersion(PictureDigest digest);

    /** Versions that look like it and are of other pixels, the most alike first. */
    List<Version> alikeVersions(PictureDigest digest, int most);

    /** The key of this generation is gone, and with it what lay under it and those before. */
    void forget(PhotoId photo, int generation);

    Optional<PictureDigest> of(PhotoId photo);

    /** Photos of the same bytes, by id. */
    List<PhotoId> sameFile(PictureDigest.Digest content);

    /** Photos of the same bytes or of the same pixels, by id. */
    List<PhotoId> samePicture(PictureDigest digest);

    /** Photos that look like it and are of other pixels, the most alike first. */
    List<PhotoId> alike(PictureDigest digest, int most);

    /** How many photos are known; their versions do not count. */
    int size();
}
