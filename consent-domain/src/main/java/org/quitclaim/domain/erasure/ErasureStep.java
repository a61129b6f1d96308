package org.quitclaim.domain.erasure;

import java.util.EnumSet;
import java.util.Set;
import org.quitclaim.domain.vault.KeyScope;

/** The steps of erasing a key scope, in the order in which they are taken. */
public enum ErasureStep {
    /** The key is tombstoned and its wrapped form deleted; the vault's receipt exists. */
    KEY_DESTROYED,
    /** The sealed records are deleted and were seen not to open. */
    CIPHERTEXT_DELETED,
    /** The person is out of the gallery in memory. */
    GALLERY_CLEARED,
    /** Open suggestions of the person are retracted. */
    SUGGESTIONS_RETRACTED;

    /** Which steps a scope needs. */
    public static Set<ErasureStep> requiredFor(KeyScope scope) {
        return switch (scope) {
            case RECOGNITION -> EnumSet.allOf(ErasureStep.class);
            case IDENTITY, EVIDENCE, PHOTO, STAFF, EDITORIAL -> EnumSet.of(KEY_DESTROYED, CIPHERTEXT_DELETED);
        };
    }
}
