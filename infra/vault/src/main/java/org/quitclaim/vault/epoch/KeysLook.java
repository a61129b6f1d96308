package org.quitclaim.vault.epoch;

import org.quitclaim.vault.KeyDamage;
import org.quitclaim.vault.VaultException;

/** Looks whether every key opens, before an epoch ends with which a whole copy of it could not be opened any more. */
@FunctionalInterface
public interface KeysLook {
    KeyDamage look() throws VaultException;
}
