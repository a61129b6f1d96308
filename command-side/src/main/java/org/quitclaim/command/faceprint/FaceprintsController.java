package org.quitclaim.command.faceprint;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.NeedsRoom;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Enrolling a person's faceprint. */
@RestController
class FaceprintsController {
    private final Enrolments enrolments;

    FaceprintsController(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    record Designated(@Nullable String photoId, @Nullable String faceId) {}

    @PostMapping(path = "/api/persons/{id}/faceprint", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NeedsRoom
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    void fromPhoto(@PathVariable String id, @RequestBody Designated body, Actor actor) {
        enrolments.fromPhoto(
                new PersonId(id),
                new PhotoId(Input.text(body.photoId(), "photoId")),
                new FaceId(Input.text(body.faceId(), "faceId")),
                Origins.of(actor));
    }

    @PostMapping(path = "/api/persons/{id}/faceprint", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NeedsRoom
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    void fromPortrait(@PathVariable String id, @RequestParam("file") MultipartFile file, Actor actor)
            throws IOException {
        enrolments.fromPortrait(new PersonId(id), file.getBytes(), Origins.of(actor));
    }
}
