package org.quitclaim.vault.epoch;

import org.quitclaim.vault.VaultException;

/** Seals every line of the ledger under the current epoch. */
@FunctionalInterface
public interface LedgerSealing {
    void sealAnew() throws VaultException;
}
