package org.quitclaim.command.faceprint;

import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.NeedsRoom;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.collection.Shoots;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** "This is her": a face held against one person's faceprint. */
@RestController
class ComparisonsController {
    private final DesignatedComparison comparison;
    private final Shoots shoots;

    ComparisonsController(DesignatedComparison comparison, Shoots shoots) {
        this.comparison = comparison;
        this.shoots = shoots;
    }

    record Who(@Nullable String personId) {}

    /**
     * What came of it.
     *
     * @param suggested whether the person is suggested for the face now, to be confirmed by a human
     * @param band how alike they are; null when they are not
     */
    record Answer(boolean suggested, @Nullable SimilarityBand band) {}

    @PostMapping("/api/photos/{id}/faces/{face}/comparison")
    @NeedsRoom
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR})
    Answer compare(
            @PathVariable String id, @PathVariable String face, @RequestBody Who body, Actor actor, Reach reach) {
        PhotoId photo = new PhotoId(id);
        FaceId marked = new FaceId(face);
        PersonId person = new PersonId(Input.text(body.personId(), "personId"));
        shoots.require(reach, photo);
        if (!shoots.reaches(reach, photo, marked, person)) {
            throw new RejectedException(ConsentRejection.UNKNOWN_PERSON);
        }
        return comparison
                .run(photo, marked, person, Origins.of(actor))
                .map(band -> new Answer(true, band))
                .orElseGet(() -> new Answer(false, null));
    }
}
