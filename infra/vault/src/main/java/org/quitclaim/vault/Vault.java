package org.quitclaim.vault;

/** One installation's vault: its keys, its sealed records, its own secrets. */
public interface Vault extends KeyVault, SealedRecords, AutoCloseable {

    InstallationId installation();

    InstallationSecrets secrets();

    ClearanceSigner clearanceSigner();

    Epochs epochs();

    CertificateSigner certificateSigner();

    @Override
    void close() throws VaultException;
}
