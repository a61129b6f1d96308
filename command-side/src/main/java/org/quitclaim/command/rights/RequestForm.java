package org.quitclaim.command.rights;

import org.jspecify.annotations.Nullable;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.rights.AskedBy;
import org.quitclaim.domain.rights.Concern;
import org.quitclaim.domain.rights.Right;

/** A request as it comes over HTTP. */
public record RequestForm(
        @Nullable Right right,
        @Nullable String photoId,
        @Nullable String faceId,
        @Nullable String publicationId,
        @Nullable Boolean details,
        @Nullable String text) {

    RightsRequests.Asked read(AskedBy by) {
        return new RightsRequests.Asked(Input.need(right, "right"), concern(), by, Input.optional(text, "text"));
    }

    private Concern concern() {
        if (publicationId != null) {
            return new Concern.Publication(new PublicationId(publicationId));
        }
        if (Boolean.TRUE.equals(details)) {
            return new Concern.Details();
        }
        return photoId == null && faceId == null
                ? Concern.EVERYTHING
                : new Concern.Sighting(
                        new PhotoId(Input.text(photoId, "photoId")), new FaceId(Input.text(faceId, "faceId")));
    }
}
