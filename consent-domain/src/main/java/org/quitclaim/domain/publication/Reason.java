package org.quitclaim.domain.publication;

import java.time.LocalDate;
import java.util.List;
import org.quitclaim.domain.id.PersonId;

/**
 * One coded reason why a publication is blocked.
 *
 * @param code stable, such as {@code consent.withdrawn} or {@code photo.face-open}
 * @param person whose consent it is about; at most one
 * @param on the day on which the person said no, if that is the reason; at most one
 */
public record Reason(String code, List<PersonId> person, List<LocalDate> on) {
    public Reason {
        person = List.copyOf(person);
        on = List.copyOf(on);
    }

    public static Reason of(String code) {
        return new Reason(code, List.of(), List.of());
    }

    public static Reason of(String code, PersonId person) {
        return of(code, person, List.of());
    }

    public static Reason of(String code, PersonId person, List<LocalDate> on) {
        return new Reason(code, List.of(person), on);
    }
}
