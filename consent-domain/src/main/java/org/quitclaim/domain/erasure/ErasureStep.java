package org.quitclaim.domain.erasure;

/** The steps of an erasure, in the order in which they are taken. Stored by name: never rename one. */
public enum ErasureStep {
    /** The key is tombstoned and its wrapped form deleted; the vault's receipt exists. */
    KEY_DESTROYED,
    /** The sealed records are deleted and were seen not to open. */
    CIPHERTEXT_DELETED,
    /** The person is out of the gallery in memory. */
    GALLERY_CLEARED,
    /** Open suggestions of the person are retracted. */
    SUGGESTIONS_RETRACTED,
    /**
     * Copies of the photos that show the person were looked for; those of the same pixels were linked to the person, and of
     * those that look alike a human said whether they are copies.
     */
    COPIES_SETTLED,
    /** Of every photo that shows the person another original is stored, on which they are covered, and the key of the one before is destroyed. */
    PHOTOS_COVERED,
    /** Every photo that shows the person is removed and its key destroyed. */
    PHOTOS_REMOVED,
    /** What files said that showed the person or named them is destroyed, whatever else it said. */
    FILE_WORDS_DESTROYED,
    /** No face is linked to the person any more; those that were read "person erased". */
    SIGHTINGS_DETACHED,
    /** Whoever published the person was told: each takedown is acknowledged or escalated. Source: GDPR Art. 17(2), 19. */
    RECIPIENTS_TOLD,
    /** The screens' data has caught up and shows nothing of what went. */
    PROJECTIONS_CLEARED,
    /** Every store was searched for what should be gone, and nothing was found. */
    SEARCH_CLEAN,
    /** The key that wrapped the destroyed key is destroyed too: copies of the key store are useless from then on. */
    EPOCH_RETIRED;

    /** Whether keys of photos are destroyed by it. */
    public boolean takesPhotos() {
        return this == PHOTOS_COVERED || this == PHOTOS_REMOVED;
    }

    /** Whether it is part of destroying the key itself, which a hold puts off. */
    public boolean isDestruction() {
        return this == KEY_DESTROYED || this == CIPHERTEXT_DELETED;
    }

    /** Whether it looks for what the destruction left, and so follows it; every other step is taken during a hold too. */
    public boolean followsDestruction() {
        return this == PROJECTIONS_CLEARED || this == SEARCH_CLEAN;
    }

    /** Whether live systems are done without it; it is then recorded on the closed case. */
    public boolean followsClosing() {
        return this == EPOCH_RETIRED;
    }
}
