package org.quitclaim.vault.storage;

import java.time.Instant;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.EpochRetired;

/**
 * An epoch as the key store remembers it.
 *
 * <p><b>Transitions:</b> CURRENT to RETIRING, in the same step in which the next one becomes CURRENT; RETIRING to RETIRED.
 * Exactly one is current, at most one is retiring.
 */
public sealed interface StoredEpoch {
    Epoch epoch();

    Instant beganAt();

    /** New keys are wrapped in it. */
    record Current(Epoch epoch, Instant beganAt) implements StoredEpoch {}

    /** Its keys are being wrapped anew. */
    record Retiring(Epoch epoch, Instant beganAt) implements StoredEpoch {}

    /** Its key-encryption key is destroyed. */
    record Retired(EpochRetired retired) implements StoredEpoch {
        @Override
        public Epoch epoch() {
            return retired.epoch();
        }

        @Override
        public Instant beganAt() {
            return retired.beganAt();
        }
    }
}
