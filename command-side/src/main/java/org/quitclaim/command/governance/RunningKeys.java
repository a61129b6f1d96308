package org.quitclaim.command.governance;

import org.quitclaim.vault.KeyDamage;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether every key of the vault opens, and says once what is damaged and what to do. */
final class RunningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(RunningKeys.class);

    private final Vault vault;
    private KeyDamage told = KeyDamage.NONE;

    public RunningKeys(Vault vault) {
        this.vault = vault;
        tell(vault.damage());
    }

    void look() {
        try {
            tell(vault.lookAtKeys());
        } catch (VaultException e) {
            LOG.error("It cannot be looked whether the keys are whole, and is tried again ({}).", e.code());
        }
    }

    private synchronized void tell(KeyDamage found) {
        if (!found.isNone() && !found.equals(told)) {
            LOG.error(
                    "The vault is damaged: {}. What lies there opens to nobody, and whoever it belongs to is not"
                            + " cleared; everything else goes on, taking back and erasing too. Restore the newest"
                            + " backup; see the runbook on a damaged history. [vault.keys-damaged]",
                    found);
        }
        told = found;
    }
}
