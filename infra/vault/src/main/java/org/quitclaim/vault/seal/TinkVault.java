package org.quitclaim.vault.seal;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Access;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.BlindIndex;
import org.quitclaim.vault.CertificateSigner;
import org.quitclaim.vault.ClearanceSigner;
import org.quitclaim.vault.Epochs;
import org.quitclaim.vault.Fingerprint;
import org.quitclaim.vault.InstallationSecrets;
import org.quitclaim.vault.KeyDamage;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.KeyStatus;
import org.quitclaim.vault.LedgerLook;
import org.quitclaim.vault.LogSigner;
import org.quitclaim.vault.NoLedger;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.RemovedOrphans;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.ShredReceipt;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.IntegrityFailure;
import org.quitclaim.vault.VaultException.LedgerDamaged;
import org.quitclaim.vault.epoch.EpochRotation;
import org.quitclaim.vault.epoch.KeyRing;
import org.quitclaim.vault.epoch.RingOpening;
import org.quitclaim.vault.storage.Stores;
import org.quitclaim.vault.storage.Tombstone;

/**
 * The vault over any stores: one part per capability, put together here.
 *
 * <p><b>Thread-safety:</b> safe. One process at a time over the same stores; leases bound what a second one could still
 * open after a shred.
 */
public final class TinkVault implements Vault {
    private final Stores stores;
    private final InstallationId installation;
    private final HmacSecrets secrets;
    private final Es256ClearanceSigner signer;
    private final Es256CertificateSigner certificateSigner;
    private final Ed25519LogSigner logSigner;
    private final KeyLifecycle lifecycle;
    private final RecordSealing sealing;
    private final RecordOpening opening;
    private final Shredder shredder;
    private final KeyLook look;
    private final OrphanRemover remover;
    private final Epochs epochs;
    private final ToldNos nos;
    private final KeyLeases leases;
    private final TakenOver takenOver;

    private TinkVault(Stores stores, InstantSource clock, LongSupplier nanoTime) throws VaultException {
        this.stores = stores;
        Founding founding = new Founding(stores);
        this.installation = founding.installation();
        KeyRing ring = new RingOpening(stores.keys(), stores.keks(), installation, clock).open();
        SecretBox box = new SecretBox(stores.keys(), ring);
        this.secrets = founding.secrets(box);
        this.signer = new Es256ClearanceSigner(box);
        this.leases = new KeyLeases(nanoTime);
        ActiveKeys keys = new ActiveKeys(stores.keys(), ring, leases);
        this.certificateSigner = new Es256CertificateSigner(box);
        this.logSigner = new Ed25519LogSigner(box);
        KeyLocks locks = new KeyLocks();
        Ledger ledger = new Ledger(installation, stores, secrets, ring, clock);
        this.nos = new ToldNos(ledger, stores.keys(), clock);
        KeyLook look = new KeyLook(stores, keys, locks);
        this.look = look;
        this.epochs = new EpochRotation(stores, ring, locks, look::look, () -> sealAnew(ledger), clock);
        this.lifecycle = new KeyLifecycle(stores.keys(), keys, locks, clock);
        this.sealing = new RecordSealing(installation, stores, keys, locks, clock);
        this.opening = new RecordOpening(installation, stores, keys, locks, clock);
        this.shredder = new Shredder(stores, keys, opening, locks, ledger, look, clock);
        this.takenOver = new TakenOver(stores, installation);
        this.remover = new OrphanRemover(stores, keys, locks, clock);
    }

    /** A damaged ledger cannot be sealed anew, and is written again whole when it is moved away: an epoch ends all the same. */
    private static void sealAnew(Ledger ledger) throws VaultException {
        try {
            ledger.sealAnew();
        } catch (LedgerDamaged | IntegrityFailure e) {
            // whoever looks at the ledger next says so
            return;
        }
    }

    /** Opens the vault over these stores, founding an installation if they are empty; finishes interrupted shreds. */
    public static Vault over(Stores stores, InstantSource clock) throws VaultException {
        return over(stores, clock, System::nanoTime);
    }

    static Vault over(Stores stores, InstantSource clock, LongSupplier nanoTime) throws VaultException {
        TinkVault vault = new TinkVault(stores, clock, nanoTime);
        vault.look.look();
        vault.nos.judge();
        vault.finishInterruptedShreds();
        vault.shredder.applyLedger();
        return vault;
    }

    @Override
    public InstallationId installation() {
        return installation;
    }

    @Override
    public InstallationSecrets secrets() {
        return secrets;
    }

    @Override
    public ClearanceSigner clearanceSigner() {
        return signer;
    }

    @Override
    public NoLedger nos() {
        return nos;
    }

    @Override
    public Epochs epochs() {
        return epochs;
    }

    @Override
    public CertificateSigner certificateSigner() {
        return certificateSigner;
    }

    @Override
    public LogSigner logSigner() {
        return logSigner;
    }

    @Override
    public void stopSigning() {
        signer.stop();
        logSigner.stop();
        certificateSigner.stop();
    }

    @Override
    public void create(KeyRef key) throws VaultException {
        lifecycle.create(key);
    }

    @Override
    public void suspend(KeyRef key) throws VaultException {
        lifecycle.suspend(key);
    }

    @Override
    public void resume(KeyRef key) throws VaultException {
        lifecycle.resume(key);
    }

    @Override
    public KeyDamage damage() {
        return look.last();
    }

    @Override
    public KeyDamage lookAtKeys() throws VaultException {
        return look.look();
    }

    @Override
    public Optional<KeyState> state(KeyRef key) throws VaultException {
        return lifecycle.state(key);
    }

    @Override
    public List<KeyStatus> generations(KeyOwner owner, KeyScope scope) throws VaultException {
        return lifecycle.generations(owner, scope);
    }

    @Override
    public ShredReceipt shred(KeyRef key) throws VaultException {
        return shredder.shred(key);
    }

    @Override
    public LedgerLook lookAtLedger() {
        return shredder.lookAtLedger();
    }

    @Override
    public List<KeyRef> destroyed() throws VaultException {
        return stores.keys().tombstones().stream().map(Tombstone::key).toList();
    }

    @Override
    public boolean destroyedSinceOpened(KeyRef key) {
        return shredder.destroyedSinceOpened(key);
    }

    @Override
    public Optional<ShredReceipt> receipt(KeyRef key) throws VaultException {
        return stores.keys().receipt(key);
    }

    @Override
    public int finishInterruptedShreds() throws VaultException {
        return shredder.finishInterrupted();
    }

    @Override
    public void sealAll(List<SealRequest> requests) throws VaultException {
        sealing.sealAll(requests);
    }

    @Override
    public void sealFile(KeyRef key, RecordKind kind, RecordId id, InputStream content, List<BlindIndex> findableBy)
            throws VaultException {
        sealing.sealFile(key, kind, id, content, findableBy);
    }

    @Override
    public Plaintext open(RecordId id, AccessReason reason) throws VaultException {
        return opening.open(id, reason);
    }

    @Override
    public Map<RecordId, Opening> openAll(List<RecordId> ids, AccessReason reason) throws VaultException {
        return opening.openAll(ids, reason);
    }

    @Override
    public void delete(RecordId id) throws VaultException {
        remover.remove(List.of(id));
    }

    @Override
    public List<RecordId> findByBlindIndex(RecordKind kind, BlindIndex index) throws VaultException {
        return stores.records().findByBlindIndex(kind, index);
    }

    @Override
    public List<Access> accesses(RecordId id) throws VaultException {
        return stores.records().accesses(id);
    }

    @Override
    public Map<ActorId, Integer> readers(RecordKind kind, Instant since) throws VaultException {
        return stores.records().readers(kind, since);
    }

    @Override
    public RemovedOrphans removeOrphans(Predicate<RecordId> recordNamed, Predicate<KeyRef> keyNamed, Duration minAge)
            throws VaultException {
        return remover.removeOrphans(recordNamed, keyNamed, minAge);
    }

    @Override
    public List<Fingerprint> fingerprints(KeyRef key) throws VaultException {
        return new Remains(stores).of(key);
    }

    @Override
    public List<RecordId> sealedUnder(KeyRef key) throws VaultException {
        return stores.records().sealedUnder(key);
    }

    @Override
    public void rewrite() throws VaultException {
        stores.keys().rewrite();
        stores.records().rewrite();
    }

    @Override
    public Optional<VaultException.PlaceOfAnother> takenOver() {
        return takenOver.look();
    }

    @Override
    public void close() throws VaultException {
        takenOver.close();
        leases.clear();
        stores.close();
    }
}
