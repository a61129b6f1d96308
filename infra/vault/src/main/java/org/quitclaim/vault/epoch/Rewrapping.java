package org.quitclaim.vault.epoch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.RotationProgress;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.IntegrityFailure;
import org.quitclaim.vault.storage.KeyPage;
import org.quitclaim.vault.storage.KeyStore;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.WrappedSecret;

/** Wraps in the current epoch what is wrapped in another one, until nothing is left. */
final class Rewrapping {
    /** A withdrawal waits for one batch at most; a smaller one spends its time on commits. */
    private static final int BATCH = 2000;

    private final KeyStore keys;
    private final KeyRing ring;
    private final KeyGuard guard;

    Rewrapping(KeyStore keys, KeyRing ring, KeyGuard guard) {
        this.keys = keys;
        this.ring = ring;
        this.guard = guard;
    }

    /** Secrets go first: from then on opening the vault proves that the new key is the right one. */
    void run(Epoch old, Consumer<RotationProgress> progress) throws VaultException {
        secrets(old);
        long total = keys.countWrappedIn(old);
        long done = 0;
        while (keys.countWrappedIn(old) > 0) {
            long before = done;
            done = pass(old, before, total, progress);
            if (done == before) {
                // what is left is nobody's key
                throw new IntegrityFailure();
            }
        }
        progress.accept(new RotationProgress(done, total));
    }

    private long pass(Epoch old, long doneBefore, long total, Consumer<RotationProgress> progress)
            throws VaultException {
        long done = doneBefore;
        long behind = KeyPage.BEGINNING;
        KeyPage page = keys.wrappedIn(old, behind, BATCH);
        while (!page.keys().isEmpty()) {
            done += batch(page, old, behind);
            progress.accept(new RotationProgress(done, Math.max(done, total)));
            behind = page.last();
            page = keys.wrappedIn(old, behind, BATCH);
        }
        return done;
    }

    /** Listed again under the guard: a key may have been suspended or destroyed since. */
    private int batch(KeyPage listed, Epoch old, long behind) throws VaultException {
        Set<KeyRef> guarded = listed.keys().stream().map(StoredKey::ref).collect(Collectors.toSet());
        try (var held = guard.shared(guarded)) {
            List<StoredKey> anew = new ArrayList<>(guarded.size());
            for (StoredKey now : keys.wrappedIn(old, behind, BATCH).keys()) {
                if (guarded.contains(now.ref())) {
                    anew.add(anew(now));
                }
            }
            keys.overwrite(anew);
            return anew.size();
        }
    }

    private StoredKey anew(StoredKey stored) throws VaultException {
        byte[] material = ring.unwrap(stored);
        try {
            return new StoredKey(stored.ref(), stored.state(), stored.createdAt(), ring.wrap(stored.ref(), material));
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    private void secrets(Epoch old) throws VaultException {
        synchronized (ring) {
            for (String name : keys.secretNames()) {
                Optional<WrappedSecret> stored = keys.secret(name);
                if (stored.isPresent() && stored.get().epoch().equals(old)) {
                    byte[] secret = ring.unwrapSecret(name, stored.get());
                    keys.replaceSecret(name, ring.wrapSecret(name, secret));
                    Arrays.fill(secret, (byte) 0);
                }
            }
        }
    }
}
