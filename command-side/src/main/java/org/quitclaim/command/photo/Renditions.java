package org.quitclaim.command.photo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Digests;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.FaceSearch;
import org.quitclaim.command.image.ClearPhoto;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.CoverStyle;
import org.quitclaim.domain.photo.Covered;
import org.quitclaim.domain.photo.Covering;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoCommand.MakeRendition;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Rendition;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.face.copies.PictureDigest;
import org.quitclaim.face.image.ReleasedFile;
import org.quitclaim.face.image.RenditionEncoder;
import org.quitclaim.face.image.RightsLines;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.Plaintext;

/**
 * Makes derivatives with faces covered, and the bytes that are released.
 *
 * <p><b>Guarantees:</b> what leaves is freshly encoded from pixels and carries {@link ReleaseLines} and no other metadata, no names and no face
 * regions; covered pixels are
 * filled, not blurred, over the mark and over the face that was found where the mark was; the detector looks at the covers
 * of every finished version, and what it still finds under a cover is recorded with it. The bytes of a rendition are the
 * same every time in one version of this software with the same lines; a clearance names their SHA-256 and the file is not handed out if they
 * differ.
 */
public final class Renditions {
    private static final int REMEMBERED = 4_096;

    private final Streams streams;
    private final SealedCommands sealedCommands;
    private final PhotoImages images;
    private final KnownVersions versions;
    private final CoverCheck check;
    private final RenditionEncoder encoder;
    private final ReleaseLines lines;
    private final Cache<Said, String> digests =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public Renditions(
            Streams streams,
            SealedCommands sealedCommands,
            PhotoImages images,
            KnownVersions versions,
            FaceSearch search,
            RenditionEncoder encoder,
            ReleaseLines lines) {
        this.streams = streams;
        this.sealedCommands = sealedCommands;
        this.images = images;
        this.versions = versions;
        this.encoder = encoder;
        this.check = new CoverCheck(search);
        this.lines = lines;
    }

    /** A version and what its file says about itself, which make its bytes. */
    private record Said(RecordId image, RightsLines lines) {}

    public RenditionId make(PhotoId id, List<FaceId> faces, Origin origin) {
        RenditionId rendition = IdMint.mint(RenditionId.PREFIX, RenditionId::new);
        make(id, rendition, faces, encoder.style(), origin);
        return rendition;
    }

    /** How covers are drawn where nobody says otherwise. */
    CoverStyle usual() {
        return encoder.style();
    }

    /** Makes the version of this id; one that is there already, as by the same request before, stays as it is. */
    public void make(PhotoId id, RenditionId rendition, List<FaceId> faces, CoverStyle style, Origin origin) {
        Registered photo = here(id);
        if (photo.renditions().containsKey(rendition)) {
            return;
        }
        List<MarkedFace> marked = marked(photo, faces);
        List<Covered> covered = marked.stream().map(Covered::of).toList();
        Drawn drawn = Drawn.on(photo, marked, style);
        byte[] bytes = encoded(photo, encoder.in(style), drawn.places(), origin);
        Covering covering = check.of(images, bytes, photo, faces, drawn);
        PictureDigest digest = versions.of(bytes);
        // known first: where nobody knows whether the event was stored, what left must not be a stranger
        versions.know(id, rendition, photo.picture().keyGeneration(), digest);
        sealedCommands.send(origin, draft -> {
            RecordId record = draft.file(PhotoKey.of(photo), RecordKinds.RENDITION, bytes);
            RecordId known =
                    draft.seal(PhotoKey.of(photo), RecordKinds.PICTURE_DIGEST, Plaintext.owning(digest.bytes()));
            return new MakeRendition(id, rendition, covered, record, known, photo.image(), covering);
        });
    }

    static List<MarkedFace> marked(Registered photo, List<FaceId> faces) {
        return faces.stream()
                .map(face -> {
                    MarkedFace marked = photo.faces().get(face);
                    if (marked == null) {
                        throw new RejectedException(PhotoRejection.UNKNOWN_FACE);
                    }
                    return marked;
                })
                .toList();
    }

    /** What is released for a rendition. */
    public byte[] bytes(PhotoId id, RenditionId renditionId, Origin origin) {
        Registered photo = here(id);
        Rendition version = version(photo, renditionId);
        return bytes(photo, version, lines.of(photo, version), origin);
    }

    private Registered here(PhotoId id) {
        if (streams.photo(id) instanceof Registered photo && !photo.removed()) {
            return photo;
        }
        throw new RejectedException(PhotoRejection.UNKNOWN_PHOTO);
    }

    private static Rendition version(Registered photo, RenditionId id) {
        Rendition rendition = photo.renditions().get(id);
        if (rendition == null) {
            throw new RejectedException(PhotoRejection.UNKNOWN_RENDITION);
        }
        return rendition;
    }

    private byte[] bytes(Registered photo, Rendition rendition, RightsLines said, Origin origin) {
        return ReleasedFile.with(
                said,
                rendition.image().equals(photo.image())
                        ? encoded(photo, encoder, List.of(), origin)
                        : images.bytes(rendition.image(), photo.id(), AccessPurpose.PUBLICATION, origin));
    }

    private byte[] encoded(Registered photo, RenditionEncoder encoder, List<Box> covered, Origin origin) {
        try (ClearPhoto clear = images.original(photo, AccessPurpose.PUBLICATION, origin)) {
            return encoder.encode(clear.image(), covered);
        }
    }

    /** By what the uncovered version would be known again if it had left: it is encoded anew, so its pixels are not those that came in. */
    public PictureDigest ofOriginal(Registered photo, Origin origin) {
        byte[] file;
        try (ClearPhoto clear = images.original(photo, AccessPurpose.INDEXING, origin)) {
            file = encoder.encode(clear.image(), List.of());
        }
        return versions.of(file);
    }

    /** The SHA-256 of {@link #bytes}; remembered, because encoding takes longer than a verdict may. */
    public String sha256(PhotoId id, RenditionId renditionId, Origin origin) {
        Registered photo = here(id);
        Rendition rendition = version(photo, renditionId);
        Said said = new Said(rendition.image(), lines.of(photo, rendition));
        String known = digests.getIfPresent(said);
        if (known != null) {
            return known;
        }
        String digest = Digests.sha256(bytes(photo, rendition, said.lines(), origin));
        digests.put(said, digest);
        return digest;
    }
}
