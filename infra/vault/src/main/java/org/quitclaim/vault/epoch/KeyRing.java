package org.quitclaim.vault.epoch;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.IntegrityFailure;
import org.quitclaim.vault.VaultException.KekMissing;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.AssociatedData;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.WrappedKey;
import org.quitclaim.vault.storage.WrappedSecret;

/**
 * The key-encryption keys in use: the current epoch's, which wraps, and that of one being retired, which still unwraps.
 *
 * <p><b>Thread-safety:</b> safe. Whoever wraps a secret and stores it does both while synchronised on the ring, so that
 * no secret is stored in an epoch that was left meanwhile; data keys have locks of their own.
 */
public final class KeyRing {
    private record Held(Epoch current, Map<Epoch, Kek> keks) {
        Kek kek(Epoch epoch) throws KekMissing {
            Kek kek = keks.get(epoch);
            if (kek == null) {
                throw new KekMissing();
            }
            return kek;
        }
    }

    /** What makes a change of epochs durable. */
    @FunctionalInterface
    interface Announcement {
        void make() throws VaultException;
    }

    private final InstallationId installation;
    private volatile Held held;

    KeyRing(InstallationId installation, Epoch current, Map<Epoch, Kek> keks) {
        this.installation = installation;
        this.held = new Held(current, Map.copyOf(keks));
    }

    public InstallationId installation() {
        return installation;
    }

    public Epoch current() {
        return held.current();
    }

    public WrappedKey wrap(KeyRef ref, byte[] material) throws VaultException {
        Held now = held;
        try {
            byte[] context = AssociatedData.ofWrappedKey(ref, now.current());
            return new WrappedKey(now.current(), now.kek(now.current()).wrap(material, context));
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("wrap a key", e);
        }
    }

    public byte[] unwrap(StoredKey stored) throws VaultException {
        WrappedKey wrapped = stored.wrapped();
        Kek kek = held.keks().get(wrapped.epoch());
        if (kek == null || !stored.isSound()) {
            // no key is ever left in an epoch that is retired: this is not what was written
            throw new IntegrityFailure();
        }
        try {
            return kek.unwrap(wrapped.bytes(), AssociatedData.ofWrappedKey(stored.ref(), wrapped.epoch()));
        } catch (GeneralSecurityException e) {
            throw new IntegrityFailure();
        }
    }

    public WrappedSecret wrapSecret(String name, byte[] secret) throws VaultException {
        Held now = held;
        try {
            byte[] context = AssociatedData.ofWrappedSecret(installation, name, now.current());
            return new WrappedSecret(now.current(), now.kek(now.current()).wrap(secret, context));
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("wrap a secret of the installation", e);
        }
    }

    public byte[] unwrapSecret(String name, WrappedSecret stored) throws VaultException {
        try {
            return held.kek(stored.epoch())
                    .unwrap(stored.bytes(), AssociatedData.ofWrappedSecret(installation, name, stored.epoch()));
        } catch (GeneralSecurityException e) {
            throw new IntegrityFailure();
        }
    }

    /** As {@link #unwrapSecret(String, WrappedSecret)}, of an epoch that the ring does not hold. */
    public byte[] unwrapSecret(String name, WrappedSecret stored, Kek kek) throws VaultException {
        try {
            return kek.unwrap(stored.bytes(), AssociatedData.ofWrappedSecret(installation, name, stored.epoch()));
        } catch (GeneralSecurityException e) {
            throw new IntegrityFailure();
        }
    }

    /** Wraps with another key from now on, once that is durable. */
    synchronized void advance(Epoch next, Kek kek, Announcement announcement) throws VaultException {
        Held before = held;
        Map<Epoch, Kek> both = Map.of(before.current(), before.kek(before.current()), next, kek);
        announcement.make();
        held = new Held(next, both);
    }

    /** What everything wrapped in an epoch begins with. */
    byte[] mark(Epoch epoch) throws VaultException {
        try {
            return Arrays.copyOf(held.kek(epoch).wrap(new byte[0], new byte[0]), WrappedKey.COMMON_PREFIX);
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("recognise what an epoch wrapped", e);
        }
    }

    boolean holds(Epoch epoch) {
        return held.keks().containsKey(epoch);
    }

    /** Forgets every key but the current one, and ends them for whoever still refers to them. */
    synchronized void dropOthers() throws VaultException {
        Held before = held;
        Kek kept = before.kek(before.current());
        held = new Held(before.current(), Map.of(before.current(), kept));
        before.keks().values().stream().filter(kek -> kek != kept).forEach(Kek::destroy);
    }
}
