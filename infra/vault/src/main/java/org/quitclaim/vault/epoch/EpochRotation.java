package org.quitclaim.vault.epoch;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.EpochRetired;
import org.quitclaim.vault.Epochs;
import org.quitclaim.vault.RotationDelayed;
import org.quitclaim.vault.RotationProgress;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.KekMissing;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.StoredEpoch;
import org.quitclaim.vault.storage.Stores;

/**
 * Begins epochs and retires them.
 *
 * <p>In order, each step durable before the next and each repeatable: the new key in every registered place and read
 * back; the old epoch RETIRING and the new one CURRENT, in one step; secrets, then data keys wrapped anew; none left in
 * the old epoch, no trace of one in the medium; the new wrapped keys safe at the backup target; the lines of
 * the ledger sealed anew; every registered copy of the old key destroyed; RETIRED.
 */
public final class EpochRotation implements Epochs {
    private final Stores stores;
    private final KeyRing ring;
    private final Rewrapping rewrapping;
    private final KeyGuard guard;
    private final KeysLook look;
    private final LedgerSealing ledger;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable RotationDelayed delayed;

    public EpochRotation(
            Stores stores, KeyRing ring, KeyGuard guard, KeysLook look, LedgerSealing ledger, InstantSource clock) {
        this.stores = stores;
        this.ring = ring;
        this.rewrapping = new Rewrapping(stores.keys(), ring, guard);
        this.guard = guard;
        this.look = look;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Epoch current() {
        return ring.current();
    }

    @Override
    public Instant currentSince() throws VaultException {
        return history().current().beganAt();
    }

    @Override
    public Optional<Epoch> retiring() throws VaultException {
        return history().retiring().map(StoredEpoch.Retiring::epoch);
    }

    @Override
    public List<EpochRetired> retired() throws VaultException {
        return history().retired();
    }

    @Override
    public Optional<RotationDelayed> delayed() {
        return Optional.ofNullable(delayed);
    }

    @Override
    public boolean due() throws VaultException {
        int current = history().current().epoch().number();
        return retiring().isPresent()
                || stores.keys()
                        .lastDestroyedIn()
                        .filter(last -> last.number() >= current)
                        .isPresent();
    }

    @Override
    public Optional<EpochRetired> uselessSince(Epoch last) throws VaultException {
        return history().uselessSince(last);
    }

    @Override
    public boolean keptByPlatform() {
        return stores.keks().isKeptElsewhere();
    }

    @Override
    public EpochRetired rotate(Consumer<RotationProgress> progress) throws VaultException {
        if (!turn.tryLock()) {
            throw VaultException.rotationUnderWay();
        }
        try {
            EpochRetired retired = retireNow(progress);
            delayed = null;
            return retired;
        } catch (VaultException e) {
            delayed = delayed(e.code());
            throw e;
        } catch (RuntimeException e) {
            delayed = delayed("vault.unexpected");
            throw e;
        } finally {
            turn.unlock();
        }
    }

    private RotationDelayed delayed(String code) {
        return new RotationDelayed(delayed().map(RotationDelayed::since).orElseGet(clock::instant), code);
    }

    private EpochRetired retireNow(Consumer<RotationProgress> progress) throws VaultException {
        stores.keyBackup().requireOwn(ring.installation());
        int damaged = look.look().keys().size();
        if (damaged > 0) {
            throw VaultException.keysWaitForRepair(damaged);
        }
        Optional<StoredEpoch.Retiring> unfinished = history().retiring();
        if (unfinished.isPresent()) {
            followStore();
        }
        return retire(unfinished.isPresent() ? unfinished.get() : begin(), progress);
    }

    private StoredEpoch.Retiring begin() throws VaultException {
        StoredEpoch.Current old = history().current();
        Epoch next = old.epoch().next();
        Kek kek = newKek(next);
        StoredEpoch.Retiring retiring = new StoredEpoch.Retiring(old.epoch(), old.beganAt());
        ring.advance(
                next,
                kek,
                () -> stores.keys().store(List.of(retiring, new StoredEpoch.Current(next, clock.instant()))));
        return retiring;
    }

    /** The announcement of an epoch may be durable although making it failed; the store says which epoch it is. */
    private void followStore() throws VaultException {
        Epoch announced = history().current().epoch();
        if (!ring.current().equals(announced)) {
            Kek kek = stores.keks().find(ring.installation(), announced).orElseThrow(KekMissing::new);
            ring.advance(announced, kek, () -> {});
        }
    }

    /** One that an interrupted beginning left has wrapped nothing yet and serves; what is used is what was read back. */
    private Kek newKek(Epoch next) throws VaultException {
        Optional<Kek> left = stores.keks().find(ring.installation(), next);
        try {
            stores.keks().add(ring.installation(), next, left.isPresent() ? left.get() : Kek.random());
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("make a key-encryption key", e);
        }
        return stores.keks().find(ring.installation(), next).orElseThrow(KekMissing::new);
    }

    private EpochRetired retire(StoredEpoch.Retiring retiring, Consumer<RotationProgress> progress)
            throws VaultException {
        // a key minted in the old epoch may be on its way into the store
        guard.outlast();
        rewrapping.run(retiring.epoch(), progress);
        // one that was read in the old epoch may be on its way to being opened
        guard.outlast();
        if (ring.holds(retiring.epoch())) {
            stores.keys().expungeMarked(ring.mark(retiring.epoch()));
        }
        stores.keyBackup().keep(ring.installation(), ring.current());
        ledger.sealAnew();
        Optional<Instant> scheduled = stores.keks().destroy(ring.installation(), retiring.epoch());
        ring.dropOthers();
        Instant now = clock.instant();
        EpochRetired retired = new EpochRetired(retiring.epoch(), retiring.beganAt(), now, scheduled.orElse(now));
        stores.keys().store(List.of(new StoredEpoch.Retired(retired)));
        stores.keyBackup().othersAreUseless();
        return retired;
    }

    private EpochHistory history() throws StorageFailure {
        return EpochHistory.of(stores.keys());
    }
}
