package org.quitclaim.query.photo;

import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.NeedsRoom;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.query.collection.Shoots;
import org.quitclaim.query.web.Asked;
import org.quitclaim.query.web.QueryRejection;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.SealedRecords;
import org.quitclaim.vault.VaultException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows the small watermarked picture of a photo; nothing of it stays in the browser. */
@RestController
class PreviewQueries {
    private final PhotoStatusProjector projector;
    private final SealedRecords vault;
    private final Shoots shoots;

    PreviewQueries(PhotoStatusProjector projector, SealedRecords vault, Shoots shoots) {
        this.projector = projector;
        this.vault = vault;
        this.shoots = shoots;
    }

    @GetMapping(path = "/api/photos/{id}/preview", produces = MediaType.IMAGE_JPEG_VALUE)
    @NeedsRoom
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    ResponseEntity<byte[]> preview(@PathVariable String id, Actor actor, Reach reach) throws VaultException {
        PhotoId photo = new PhotoId(id);
        PhotoDocument document = projector
                .photos()
                .find(photo.value())
                .filter(found -> !found.photo().removed()
                        && shoots.reaches(reach, found.photo().collection()))
                .orElseThrow(Asked::unknownId);
        try {
            byte[] picture = vault.open(
                            document.photo().picture().preview(), actor.reason(AccessPurpose.DISPLAY, photo.value()))
                    .bytes();
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(picture);
        } catch (VaultException.KeyNotActive | VaultException.RecordUnknown e) {
            throw new RejectedException(QueryRejection.PREVIEW_CLOSED);
        }
    }
}
