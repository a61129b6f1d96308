package org.quitclaim.domain.breach;

import java.util.List;
import org.quitclaim.domain.id.PersonId;

/**
 * Whose faceprint keys are compromised.
 *
 * @param persons those named; none when it is everybody
 */
public record Affected(Extent extent, List<PersonId> persons) {
    /** Stored by name: never rename one. */
    public enum Extent {
        EVERYBODY,
        NAMED
    }

    public static final Affected EVERYBODY = new Affected(Extent.EVERYBODY, List.of());

    public Affected {
        persons = List.copyOf(persons);
        if (persons.isEmpty() != (extent == Extent.EVERYBODY)) {
            throw new IllegalArgumentException("either everybody is affected or somebody is named");
        }
    }

    public static Affected only(PersonId person) {
        return new Affected(Extent.NAMED, List.of(person));
    }
}
