package org.quitclaim.command.copies;

import java.io.IOException;
import java.util.List;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.NeedsRoom;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.command.collection.Shoots;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.photo.ClearPhoto;
import org.quitclaim.command.photo.PhotoImages;
import org.quitclaim.face.copies.PictureDigest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Any file: may it be used today? */
@RestController
@RequestMapping("/api/may-i")
class MayIController {
    private final MayI mayI;
    private final PictureDigests digests;
    private final PhotoImages images;
    private final Shoots shoots;

    MayIController(MayI mayI, PictureDigests digests, PhotoImages images, Shoots shoots) {
        this.mayI = mayI;
        this.digests = digests;
        this.images = images;
        this.shoots = shoots;
    }

    /** @param known whether it is a photo that the caller may see, or looks like one; unknown means no */
    record Answered(boolean known, List<MayI.Answer> photos) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @NeedsRoom
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER})
    Answered ask(@RequestParam("file") MultipartFile file, Actor actor, Reach reach) throws IOException {
        mayI.count(Origins.of(actor).actor());
        List<MayI.Answer> photos = mayI.answer(digest(file.getBytes()), photo -> shoots.reaches(reach, photo));
        return new Answered(!photos.isEmpty(), photos);
    }

    /** As it would be when it were taken in, so that what another program decodes is known again too. */
    private PictureDigest digest(byte[] file) {
        try (ClearPhoto clear = images.asTakenIn(file)) {
            return digests.of(digests.content(file), clear.image());
        }
    }
}
