package org.quitclaim.vault.seal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.LedgerEntry;
import org.quitclaim.vault.LedgerLook;
import org.quitclaim.vault.NoLedger;
import org.quitclaim.vault.ShredReceipt;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.KeyRow;
import org.quitclaim.vault.storage.ShredOrder;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.StoredRecord;
import org.quitclaim.vault.storage.Stores;
import org.quitclaim.vault.storage.Tombstone;

/**
 * Destroys a key and what it protected, step by step, each repeatable.
 *
 * <p>Tombstone with the list of records; evict; try to open; delete ciphertexts; make both media forget; look again;
 * receipt. Everything after the tombstone can be done from the tombstone alone.
 *
 * <p><b>Source:</b> NIST SP 800-88 on cryptographic erase.
 */
final class Shredder {
    private final Stores stores;
    private final ActiveKeys keys;
    private final RecordOpening opening;
    private final KeyLocks locks;
    private final Ledger ledger;
    private final KeyLook look;
    private final InstantSource clock;
    private final Set<KeyRef> here = ConcurrentHashMap.newKeySet();
    private volatile boolean ledgerBehind;

    Shredder(
            Stores stores,
            ActiveKeys keys,
            RecordOpening opening,
            KeyLocks locks,
            Ledger ledger,
            KeyLook look,
            InstantSource clock) {
        this.stores = stores;
        this.keys = keys;
        this.opening = opening;
        this.locks = locks;
        this.ledger = ledger;
        this.look = look;
        this.clock = clock;
    }

    boolean destroyedSinceOpened(KeyRef ref) {
        return here.contains(ref);
    }

    ShredReceipt shred(KeyRef ref) throws VaultException {
        return shred(ref, clock::instant, this::tell);
    }

    private ShredReceipt shred(KeyRef ref, InstantSource destroyed, Consumer<ShredOrder> telling)
            throws VaultException {
        look.giveBack(ref);
        try (var held = locks.exclusive(ref)) {
            Optional<ShredReceipt> earlier = stores.keys().receipt(ref);
            Optional<StoredKey> stored = stores.keys().find(ref);
            // a receipt says nothing of a key that was put back since
            if (earlier.isPresent() && stored.map(StoredKey::isSound).orElse(true)) {
                return earlier.get();
            }
            if (stored.isPresent() && stored.get().state() == KeyState.DESTROYED) {
                return finish(interrupted(ref));
            }
            List<RecordId> records = stores.records().sealedUnder(ref);
            List<KeyRow> strays = look.strays(ref);
            boolean itself =
                    stored.isPresent() && keys.isKeyOf(ref, stored.get().wrapped());
            // a key that never was has no records either
            boolean damaged = !itself && strays.isEmpty() && (stored.isPresent() || !records.isEmpty());
            ShredOrder order = new ShredOrder(ref, records, destroyed.instant(), damaged);
            here.add(ref);
            stores.keys().tombstone(order);
            keys.evict(ref);
            telling.accept(order);
            deleteCiphertexts(order);
            expunge(strays);
            // of what is not the key nobody knows where else such bytes stand, zeros above all
            boolean strayCopy = itself && stores.keys().expunge(stored.get().wrapped());
            if (order.damaged()) {
                stores.keys().rewrite();
            }
            ShredReceipt receipt = receipt(order, !strays.isEmpty() || strayCopy);
            look.forget(ref);
            return receipt;
        }
    }

    /** The key itself may lie in a row whose name was altered, or in that of another one. */
    private void expunge(List<KeyRow> strays) throws VaultException {
        for (KeyRow stray : strays) {
            stores.keys().vacate(stray.place());
        }
        for (KeyRow stray : strays) {
            stores.keys().expunge(stray.wrapped());
        }
    }

    int finishInterrupted() throws VaultException {
        List<ShredOrder> orders = stores.keys().openOrders();
        for (ShredOrder order : orders) {
            try (var held = locks.exclusive(order.key())) {
                finish(order);
            }
        }
        return orders.size();
    }

    /** Nobody remembers the bytes of the key any more, so the medium is rewritten instead of searched. */
    private ShredReceipt finish(ShredOrder order) throws VaultException {
        Optional<ShredReceipt> earlier = stores.keys().receipt(order.key());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        keys.evict(order.key());
        tell(order);
        deleteCiphertexts(order);
        List<KeyRow> strays = look.strays(order.key());
        expunge(strays);
        stores.keys().rewrite();
        return receipt(order, !strays.isEmpty());
    }

    /**
     * Destroys again what the ledger says was destroyed and older keys or records brought back, as destroyed when it was,
     * and tells the ledger what it missed. Before anything else is done with an opened vault.
     */
    void applyLedger() throws VaultException {
        Set<KeyRef> destroyed = destroyed();
        for (NoLedger.Line line : ledger.read()) {
            Optional<Tombstone> told = Tombstones.of(line.entry());
            if (told.isPresent() && destroyed.add(told.get().key())) {
                shred(told.get().key(), told.get()::destroyedAt, order -> {});
            }
        }
        destroyed.retainAll(stores.records().keysInUse());
        for (KeyRef each : destroyed) {
            deleteLeftovers(each);
        }
        lookAtLedger();
    }

    private Set<KeyRef> destroyed() throws StorageFailure {
        return stores.keys().tombstones().stream().map(Tombstone::key).collect(Collectors.toCollection(HashSet::new));
    }

    /** Records of a key that has its receipt: an older store of records was put beside newer keys. */
    private void deleteLeftovers(KeyRef ref) throws VaultException {
        List<RecordId> left = stores.records().sealedUnder(ref);
        stores.files().delete(left);
        stores.records().delete(left);
        stores.records().settle();
    }

    /** A target out of reach does not undo a shred; what it missed is told it at the next shred, look or start. */
    private void tell(ShredOrder order) {
        try {
            if (ledgerBehind) {
                ledger.complete(destroyedKeys());
                ledgerBehind = false;
            }
            ledger.append(List.of(Tombstones.entry(new Tombstone(order.key(), order.keyDestroyedAt()))));
        } catch (VaultException e) {
            ledgerBehind = true;
        }
    }

    /** Reads the whole ledger, whatever it was found to be before: somebody may have been at the target. */
    LedgerLook lookAtLedger() {
        try {
            int missing = ledger.complete(destroyedKeys());
            ledger.leaveSeen();
            ledgerBehind = false;
            return missing == 0 ? new LedgerLook.Told() : new LedgerLook.ToldNow(missing);
        } catch (VaultException e) {
            ledgerBehind = true;
            return new LedgerLook.NotTold(e);
        }
    }

    private List<LedgerEntry> destroyedKeys() throws StorageFailure {
        return stores.keys().tombstones().stream().map(Tombstones::entry).toList();
    }

    private void deleteCiphertexts(ShredOrder order) throws VaultException {
        Collection<StoredRecord> rows = stores.records().find(order.records()).values();
        for (StoredRecord row : rows) {
            if (opening.opens(row)) {
                throw VaultException.shredUnfinished("refuse to open what the key protected");
            }
        }
        stores.files().delete(order.records());
        stores.records().delete(order.records());
        stores.records().settle();
    }

    private ShredReceipt receipt(ShredOrder order, boolean strayCopy) throws VaultException {
        List<RecordId> left = stores.records().sealedUnder(order.key());
        if (!left.isEmpty()) {
            throw VaultException.shredUnfinished("delete every record of the key");
        }
        Instant now = clock.instant();
        // the clock may have been set back since the tombstone
        Instant deleted = now.isBefore(order.keyDestroyedAt()) ? order.keyDestroyedAt() : now;
        return stores.keys().file(order, deleted, strayCopy);
    }

    private ShredOrder interrupted(KeyRef ref) throws VaultException {
        return stores.keys().openOrders().stream()
                .filter(order -> order.key().equals(ref))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a destroyed key has an order or a receipt"));
    }
}
