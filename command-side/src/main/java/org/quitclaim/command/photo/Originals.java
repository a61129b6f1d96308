package org.quitclaim.command.photo;

import java.util.ArrayList;
import java.util.List;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.copies.KnownPictures;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.faceprint.FaceSearch;
import org.quitclaim.command.image.ClearPhoto;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.command.vault.Draft;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.Covered;
import org.quitclaim.domain.photo.Covering;
import org.quitclaim.domain.photo.Kept;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoCommand.ReplaceOriginal;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Picture;
import org.quitclaim.domain.photo.Rendition;
import org.quitclaim.face.copies.PictureDigest;
import org.quitclaim.face.image.RenditionEncoder;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Puts another picture in the place of a stored original, on which some faces are filled for good.
 *
 * <p><b>Guarantees:</b> it is made from pixels alone, so nothing of the file that came in is in it, no metadata and no
 * thumbnail; original, preview, name and the versions that stay lie under a key of their own before the event says so.
 * Afterwards nothing refers to what lies under the key before, which is the caller's to destroy. A crash in between
 * leaves the photo as it was or as it is to be.
 *
 * <p>The detector looks at its covers, and what it still finds there is part of the event.
 *
 * <p>Versions that show one of those faces are gone. It is a JPEG, whatever came in, and as good as one that leaves.
 */
public final class Originals {
    private final SealedCommands sealedCommands;
    private final Vault vault;
    private final PhotoImages images;
    private final KnownPictures known;
    private final KnownVersions versions;
    private final CoverCheck check;
    private final RenditionEncoder encoder;

    public Originals(
            SealedCommands sealedCommands,
            Vault vault,
            PhotoImages images,
            KnownPictures known,
            KnownVersions versions,
            FaceSearch search,
            RenditionEncoder encoder) {
        this.sealedCommands = sealedCommands;
        this.vault = vault;
        this.images = images;
        this.known = known;
        this.versions = versions;
        this.encoder = encoder;
        this.check = new CoverCheck(search);
    }

    private record Pictures(byte[] original, byte[] preview) {}

    /** @throws RejectedException if the photo changed meanwhile, or cannot be read; it is as before then */
    public void cover(Registered photo, List<FaceId> faces, Origin origin) {
        List<MarkedFace> marked = Renditions.marked(photo, faces);
        List<Covered> covered = marked.stream().map(Covered::of).toList();
        Drawn drawn = Drawn.on(photo, marked, encoder.style());
        Pictures pictures = filled(photo, drawn.places(), origin);
        Covering covering = check.of(images, pictures.original(), photo, faces, drawn);
        byte[] name = images.bytes(photo.picture().name(), photo.id(), AccessPurpose.ERASURE, origin);
        // of what came in: sent again as it was, it must not be a stranger
        byte[] digest = images.bytes(photo.picture().digest(), photo.id(), AccessPurpose.ERASURE, origin);
        int generation = next(photo);
        KeyRef key = PhotoKey.of(photo.id(), generation);
        sealedCommands.send(
                origin,
                draft -> new ReplaceOriginal(
                        photo.id(),
                        photo.image(),
                        new Picture(
                                generation,
                                draft.file(key, RecordKinds.IMAGE, pictures.original()),
                                draft.file(key, RecordKinds.PREVIEW, pictures.preview()),
                                draft.seal(key, RecordKinds.FILE_NAME, Plaintext.owning(name)),
                                draft.seal(key, RecordKinds.PICTURE_DIGEST, Plaintext.of(digest))),
                        IdMint.mint(RenditionId.PREFIX, RenditionId::new),
                        covered,
                        kept(photo, faces, key, draft, origin),
                        covering));
        known.put(photo.id(), generation, PictureDigest.read(digest));
    }

    private Pictures filled(Registered photo, List<Box> boxes, Origin origin) {
        try (ClearPhoto clear = images.original(photo, AccessPurpose.ERASURE, origin)) {
            return new Pictures(encoder.encode(clear.image(), boxes), PhotoIntake.preview(encoder, clear, boxes));
        }
    }

    private List<Kept> kept(Registered photo, List<FaceId> faces, KeyRef key, Draft draft, Origin origin) {
        List<Kept> kept = new ArrayList<>();
        for (RenditionId id : photo.without(faces)) {
            Rendition version = photo.renditions().get(id);
            if (version != null) {
                byte[] bytes = images.bytes(version.image(), photo.id(), AccessPurpose.ERASURE, origin);
                PictureDigest digest = versions.of(bytes);
                versions.know(photo.id(), id, key.generation().number(), digest);
                kept.add(new Kept(
                        id,
                        draft.file(key, RecordKinds.RENDITION, bytes),
                        draft.seal(key, RecordKinds.PICTURE_DIGEST, Plaintext.owning(digest.bytes()))));
            }
        }
        return kept;
    }

    /** A generation that was destroyed never comes back, whether this history knows of it or not. */
    private int next(Registered photo) {
        try {
            int next = photo.picture().keyGeneration() + 1;
            while (vault.state(PhotoKey.of(photo.id(), next))
                    .filter(state -> state != KeyState.ACTIVE)
                    .isPresent()) {
                next++;
            }
            return next;
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
