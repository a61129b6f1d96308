package org.quitclaim.domain.consent;

/** In which capacity somebody is portrayed; it decides how consent must be asked. */
public enum Capacity {
    EMPLOYEE,
    PATIENT,
    PUPIL,
    VISITOR,
    MODEL,
    PUBLIC_FIGURE;

    /** Whether the relation is one in which consent is hardly free, so that asking needs a recorded justification. */
    public boolean imbalanced() {
        return this == EMPLOYEE || this == PATIENT || this == PUPIL;
    }

    /** How much the rules protect whoever is portrayed so; only its order means something. */
    int protection() {
        return switch (this) {
            case PUBLIC_FIGURE -> 0;
            case VISITOR, MODEL -> 1;
            case EMPLOYEE, PUPIL -> 2;
            // asked with a justification, as those, and consenting explicitly
            case PATIENT -> 3;
        };
    }
}
