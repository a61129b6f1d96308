package org.quitclaim.domain.consent;

/**
 * What keeps everything about a person from being used, whatever was allowed.
 *
 * @param erased whether the erasure of everything was asked for, or of the name alone: without it there is nobody to ask
 */
record Obstacles(boolean restricted, boolean deceased, boolean erased, Safeguarding safeguarding) {
    public static final Obstacles NONE = new Obstacles(false, false, false, Safeguarding.NONE);

    Obstacles withRestriction(boolean now) {
        return new Obstacles(now, deceased, erased, safeguarding);
    }

    Obstacles withDeath() {
        return new Obstacles(restricted, true, erased, safeguarding);
    }

    Obstacles withErasure() {
        return new Obstacles(restricted, deceased, true, safeguarding);
    }

    Obstacles with(Safeguarding next) {
        return new Obstacles(restricted, deceased, erased, next);
    }
}
