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
}
