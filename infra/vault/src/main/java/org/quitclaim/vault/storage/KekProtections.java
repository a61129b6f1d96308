package org.quitclaim.vault.storage;

import java.util.Map;
import org.quitclaim.vault.VaultException;

/** Opens one kind of {@link KekProtection}; found by {@link java.util.ServiceLoader}, so that its library is optional. */
public interface KekProtections {
    /** By which word of the settings it is chosen. */
    String name();

    /**
     * Connects to the service, without calling it.
     *
     * @throws VaultException.KeyServiceFailed if the settings name a place where keys must not be
     */
    KekProtection open(Map<String, String> settings) throws VaultException;
}
