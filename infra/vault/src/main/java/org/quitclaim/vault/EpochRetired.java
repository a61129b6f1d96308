package org.quitclaim.vault;

import java.time.Instant;

/**
 * That the key-encryption key of an epoch was destroyed in every registered place: what it had wrapped opens no more.
 *
 * <p><b>Guarantees:</b> issued once, after every living key had been wrapped anew and a backup of them was confirmed. Not
 * stated: images of the whole machine that hold the key of their day, and copies nobody registered.
 *
 * @param beganAt when the epoch began
 * @param at when the last registered copy had been destroyed, or its destruction ordered
 * @param keyGoneBy {@code at}; later where a key service only schedules destruction
 */
public record EpochRetired(Epoch epoch, Instant beganAt, Instant at, Instant keyGoneBy) {

    /** Whether somebody else still holds the key for a while and has promised to destroy it. */
    public boolean destructionScheduled() {
        return keyGoneBy.isAfter(at);
    }
}
