package org.quitclaim.command.copies;

import java.io.IOException;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.NeedsRoom;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.command.collection.Shoots;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.image.ClearPhoto;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.domain.photo.PhotoState.Registered.Size;
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

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @NeedsRoom
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER})
    MayI.Answered ask(@RequestParam("file") MultipartFile file, Actor actor, Reach reach) throws IOException {
        mayI.count(Origins.of(actor).actor());
        return mayI.answer(asked(file.getBytes()), photo -> shoots.reaches(reach, photo), Origins.of(actor));
    }

    /** As it would be when it were taken in, so that what another program decodes is known again too. */
    private PictureFinds.Asked asked(byte[] file) {
        try (ClearPhoto clear = images.asTakenIn(file)) {
            return new PictureFinds.Asked(
                    digests.of(digests.content(file), clear.image()),
                    new Size(clear.image().width(), clear.image().height()));
        }
    }
}
