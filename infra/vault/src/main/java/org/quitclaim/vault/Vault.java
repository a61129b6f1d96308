package org.quitclaim.vault;

import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.RecordId;

/** One installation's vault: its keys, its sealed records, its own secrets. */
public interface Vault extends KeyVault, SealedRecords, AutoCloseable {

    InstallationId installation();

    InstallationSecrets secrets();

    ClearanceSigner clearanceSigner();

    Epochs epochs();

    CertificateSigner certificateSigner();

    LogSigner logSigner();

    /**
     * From now on, until it is opened again, nothing is signed and no public key is named: {@link
     * VaultException.SigningStopped}.
     */
    void stopSigning();

    /** The ledger at the backup target, for those whose no destroys no key. */
    NoLedger nos();

    /**
     * By what the key and the records under it will be recognised when they are gone; empty when nothing is there.
     *
     * <p>Bounded: of the newest thousand records, and of the beginning of a large one.
     */
    List<Fingerprint> fingerprints(KeyRef key) throws VaultException;

    /** The records that lie under a key; none after it was shredded. */
    List<RecordId> sealedUnder(KeyRef key) throws VaultException;

    /**
     * The folder of keys or backups that another copy of this installation has taken over since the vault was opened: what
     * is said to that copy is not known here. Looks each time, and once found it stays so until the vault is opened again.
     * A folder out of reach, or one that does not answer within a second, is looked at the next time.
     */
    Optional<VaultException.PlaceOfAnother> takenOver();

    /** Rewrites the media of keys and records without what was deleted from them. */
    void rewrite() throws VaultException;

    @Override
    void close() throws VaultException;
}
