package org.quitclaim.domain.publication;

import java.util.List;
import org.quitclaim.domain.consent.PersonId;

/**
 * One coded reason why a publication is blocked.
 *
 * @param code stable, such as {@code consent.withdrawn} or {@code photo.face-open}
 * @param person whose consent it is about; at most one
 */
public record Reason(String code, List<PersonId> person) {
    public Reason {
        person = List.copyOf(person);
    }

    public static Reason of(String code) {
        return new Reason(code, List.of());
    }

    public static Reason of(String code, PersonId person) {
        return new Reason(code, List.of(person));
    }
}
