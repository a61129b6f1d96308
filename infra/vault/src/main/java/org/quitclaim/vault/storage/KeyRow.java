package org.quitclaim.vault.storage;

import java.util.Optional;

/**
 * A row as it lies in the key store, sound or not.
 *
 * @param place where it lies
 * @param key empty where nobody can read whose it is
 */
public record KeyRow(long place, Optional<StoredKey> key, WrappedKey wrapped) {}
