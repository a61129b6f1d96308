package org.quitclaim.domain.consent;

/**
 * Whether what a person took back has had its consequences.
 *
 * @param ordered how many revoking events there were
 * @param followedUp how many of them were dealt with
 */
record RevocationCount(int ordered, int followedUp) {
    public static final RevocationCount NONE = new RevocationCount(0, 0);

    RevocationCount with(int latest) {
        return new RevocationCount(latest, followedUp);
    }

    RevocationCount followedUp(int upTo) {
        return new RevocationCount(ordered, upTo);
    }
}
