package org.quitclaim.domain.status;

import java.time.LocalDate;
import java.util.List;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;

/**
 * Why a rendition has its colour.
 *
 * @param code stable, such as {@code photo.not-reviewed} or {@code consent.withdrawn}
 * @param face the face it is about; empty when it is about the photo
 * @param person whose consent it is about; empty when nobody is identified
 * @param on the day on which the person said no; empty when that is not the reason
 */
public record StatusReason(String code, Colour colour, List<FaceId> face, List<PersonId> person, List<LocalDate> on) {
    public StatusReason {
        face = List.copyOf(face);
        person = List.copyOf(person);
        on = List.copyOf(on);
    }
}
