package org.quitclaim.vault.epoch;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.IntegrityFailure;
import org.quitclaim.vault.VaultException.KekMissing;
import org.quitclaim.vault.VaultException.KekWrong;
import org.quitclaim.vault.VaultException.KeyServiceFailed;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KekStore;
import org.quitclaim.vault.storage.KeyPage;
import org.quitclaim.vault.storage.KeyStore;
import org.quitclaim.vault.storage.StoredEpoch;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.WrappedSecret;

/**
 * Finds the key-encryption keys that a vault needs, or makes the first one.
 *
 * <p>A data key can exist only after the first wrapped secret: once a secret is there a missing key-encryption key is an
 * error, and before that it may be made.
 */
public final class RingOpening {
    /** So many keys are not damaged all at once: if none opens, the key-encryption key is the wrong one. */
    private static final int ENOUGH = 100;

    private final KeyStore keys;
    private final KekStore keks;
    private final InstallationId installation;
    private final InstantSource clock;

    public RingOpening(KeyStore keys, KekStore keks, InstallationId installation, InstantSource clock) {
        this.keys = keys;
        this.keks = keks;
        this.installation = installation;
        this.clock = clock;
    }

    /**
     * The ring of this installation.
     *
     * @throws KekMissing if something is wrapped in an epoch whose key is not to be found
     * @throws KekWrong if the key of an epoch being retired does not open what was wrapped in it
     */
    public KeyRing open() throws VaultException {
        List<String> secrets = keys.secretNames();
        StoredEpoch.Current current = current(secrets);
        Map<Epoch, Kek> found = new HashMap<>();
        found.put(current.epoch(), kek(current.epoch(), secrets));
        if (keys.epochs().isEmpty()) {
            keys.store(List.of(current));
        }
        Optional<Epoch> retiring = EpochHistory.of(keys).retiring().map(StoredEpoch.Retiring::epoch);
        if (retiring.isPresent()) {
            retiringKek(retiring.get(), secrets).ifPresent(kek -> found.put(retiring.get(), kek));
        }
        KeyRing ring = new KeyRing(installation, current.epoch(), found);
        if (retiring.isPresent()) {
            prove(ring, retiring.get());
        }
        return ring;
    }

    /**
     * As {@link #open()}, and everything that the installation keeps for itself is opened with it. Nothing is written where
     * something was wrapped before.
     *
     * @throws KekWrong if a key-encryption key is there and opens nothing here
     */
    public void prove() throws VaultException {
        List<String> secrets = keys.secretNames();
        if (secrets.isEmpty()) {
            throw new KekMissing();
        }
        KeyRing ring = open();
        try {
            for (String name : secrets) {
                Optional<WrappedSecret> secret = keys.secret(name);
                if (secret.isPresent()) {
                    Arrays.fill(ring.unwrapSecret(name, secret.get()), (byte) 0);
                }
            }
        } catch (IntegrityFailure e) {
            throw new KekWrong();
        }
    }

    private StoredEpoch.Current current(List<String> secrets) throws VaultException {
        EpochHistory history = EpochHistory.of(keys);
        if (!history.isEmpty()) {
            return history.current();
        }
        // a store from before epochs were written down: its secrets tell, and nobody knows when it began
        for (String name : secrets) {
            Optional<WrappedSecret> secret = keys.secret(name);
            if (secret.isPresent()) {
                return new StoredEpoch.Current(secret.get().epoch(), Instant.EPOCH);
            }
        }
        return new StoredEpoch.Current(Epoch.FIRST, clock.instant());
    }

    private Kek kek(Epoch epoch, List<String> secrets) throws VaultException {
        Optional<Kek> found = keks.find(installation, epoch);
        if (found.isPresent()) {
            return found.get();
        }
        if (!secrets.isEmpty()) {
            throw new KekMissing();
        }
        try {
            Kek made = Kek.random();
            keks.add(installation, epoch, made);
            return made;
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("make a key-encryption key", e);
        }
    }

    /** It may be gone, damaged or refused by its service only when nothing is left that it wrapped. */
    private Optional<Kek> retiringKek(Epoch epoch, List<String> secrets) throws VaultException {
        boolean needed = keys.countWrappedIn(epoch) > 0 || anySecretIn(epoch, secrets);
        try {
            Optional<Kek> found = keks.find(installation, epoch);
            if (found.isEmpty() && needed) {
                throw new KekMissing();
            }
            return found;
        } catch (KekWrong | KeyServiceFailed e) {
            if (needed) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private boolean anySecretIn(Epoch epoch, List<String> secrets) throws VaultException {
        for (String name : secrets) {
            if (keys.secret(name)
                    .map(WrappedSecret::epoch)
                    .filter(epoch::equals)
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void prove(KeyRing ring, Epoch retiring) throws VaultException {
        List<StoredKey> some =
                keys.wrappedIn(retiring, KeyPage.BEGINNING, ENOUGH).keys();
        if (!some.isEmpty() && some.stream().noneMatch(key -> opens(ring, key))) {
            throw new KekWrong();
        }
    }

    private static boolean opens(KeyRing ring, StoredKey key) {
        try {
            Arrays.fill(ring.unwrap(key), (byte) 0);
            return true;
        } catch (VaultException e) {
            return false;
        }
    }
}
