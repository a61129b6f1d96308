package org.quitclaim.vault;

import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;

/** Names one data key: its owner, its scope and its generation. */
public record KeyRef(KeyOwner owner, KeyScope scope, KeyGeneration generation) {

    public static KeyRef of(OpaqueId owner, KeyScope scope, KeyGeneration generation) {
        return new KeyRef(KeyOwner.of(owner), scope, generation);
    }

    /** The first key of an owner that never has a second one, such as a photo. */
    public static KeyRef first(OpaqueId owner, KeyScope scope) {
        return of(owner, scope, KeyGeneration.FIRST);
    }
}
