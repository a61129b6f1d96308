package org.quitclaim.vault.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.ShredReceipt;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.KeyPage;
import org.quitclaim.vault.storage.KeyRow;
import org.quitclaim.vault.storage.KeyStore;
import org.quitclaim.vault.storage.LedgerMark;
import org.quitclaim.vault.storage.ShredOrder;
import org.quitclaim.vault.storage.StoredEpoch;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.Tombstone;
import org.quitclaim.vault.storage.WrappedKey;
import org.quitclaim.vault.storage.WrappedSecret;

/** A {@link KeyStore} that ends with the process. */
public class MemoryKeyStore implements KeyStore {
    private final Map<KeyRef, StoredKey> keys = new LinkedHashMap<>();
    private final Map<KeyRef, ShredOrder> orders = new LinkedHashMap<>();
    private final Map<KeyRef, Epoch> destroyedIn = new HashMap<>();
    private final Map<KeyRef, ShredReceipt> receipts = new HashMap<>();
    private final Map<String, WrappedSecret> secrets = new HashMap<>();
    private final Map<Epoch, StoredEpoch> epochs = new LinkedHashMap<>();
    private @Nullable InstallationId installation;
    private LedgerMark ledger = LedgerMark.NONE;

    @Override
    public synchronized Optional<InstallationId> installation() {
        return Optional.ofNullable(installation);
    }

    @Override
    public synchronized void found(InstallationId id) {
        installation = id;
    }

    @Override
    public synchronized LedgerMark ledger() {
        return ledger;
    }

    @Override
    public synchronized void mark(LedgerMark next) {
        ledger = next;
    }

    @Override
    public synchronized Optional<WrappedSecret> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public synchronized void addSecret(String name, WrappedSecret secret) {
        secrets.putIfAbsent(name, secret);
    }

    @Override
    public synchronized void insert(StoredKey key) {
        keys.putIfAbsent(key.ref(), key);
    }

    @Override
    public synchronized Optional<StoredKey> find(KeyRef key) {
        return Optional.ofNullable(keys.get(key));
    }

    @Override
    public synchronized List<StoredKey> generations(KeyOwner owner, KeyScope scope) {
        return keys.values().stream()
                .filter(key -> key.ref().owner().equals(owner) && key.ref().scope() == scope)
                .sorted(Comparator.comparing(key -> key.ref().generation()))
                .toList();
    }

    @Override
    public synchronized void changeState(KeyRef key, KeyState state) {
        keys.computeIfPresent(key, (ref, stored) -> new StoredKey(ref, state, stored.createdAt(), stored.wrapped()));
    }

    @Override
    public synchronized void tombstone(ShredOrder order) {
        WrappedKey nothing = new WrappedKey(Epoch.FIRST, new byte[WrappedKey.LENGTH]);
        keys.put(order.key(), new StoredKey(order.key(), KeyState.DESTROYED, order.keyDestroyedAt(), nothing));
        orders.put(order.key(), order);
        destroyedIn.put(
                order.key(),
                epochs.keySet().stream()
                        .max(Comparator.comparing(Epoch::number))
                        .orElse(Epoch.FIRST));
    }

    @Override
    public synchronized List<ShredOrder> openOrders() {
        return List.copyOf(orders.values());
    }

    @Override
    public synchronized ShredReceipt file(ShredOrder order, Instant ciphertextsDeletedAt, boolean strayCopyFound) {
        ShredReceipt receipt = new ShredReceipt(
                order.key(),
                order.records(),
                destroyedIn.getOrDefault(order.key(), Epoch.FIRST),
                order.keyDestroyedAt(),
                ciphertextsDeletedAt,
                strayCopyFound,
                order.damaged());
        receipts.put(receipt.key(), receipt);
        orders.remove(receipt.key());
        return receipt;
    }

    @Override
    public synchronized Optional<ShredReceipt> receipt(KeyRef key) {
        return Optional.ofNullable(receipts.get(key));
    }

    @Override
    public boolean expunge(WrappedKey removed) {
        return false;
    }

    @Override
    public void rewrite() {
        // the heap holds no second copy that could be rewritten
    }

    @Override
    public synchronized List<StoredKey> livingCreatedUpTo(Instant limit) {
        return keys.values().stream()
                .filter(key ->
                        key.state() != KeyState.DESTROYED && key.createdAt().compareTo(limit) <= 0)
                .toList();
    }

    @Override
    public synchronized List<String> secretNames() {
        return List.copyOf(secrets.keySet());
    }

    @Override
    public synchronized void replaceSecret(String name, WrappedSecret secret) {
        secrets.replace(name, secret);
    }

    @Override
    public synchronized List<StoredEpoch> epochs() {
        return List.copyOf(epochs.values());
    }

    @Override
    public synchronized void store(List<StoredEpoch> stored) {
        stored.forEach(each -> epochs.put(each.epoch(), each));
    }

    @Override
    public synchronized KeyPage wrappedIn(Epoch epoch, long behind, int count) {
        List<StoredKey> page = new ArrayList<>();
        long place = KeyPage.BEGINNING;
        long last = behind;
        for (StoredKey key : keys.values()) {
            place++;
            if (place > behind && page.size() < count && isWrappedIn(key, epoch)) {
                page.add(key);
                last = place;
            }
        }
        return new KeyPage(page, last);
    }

    @Override
    public synchronized long countWrappedIn(Epoch epoch) {
        return keys.values().stream().filter(key -> isWrappedIn(key, epoch)).count();
    }

    private static boolean isWrappedIn(StoredKey key, Epoch epoch) {
        return key.state() != KeyState.DESTROYED && key.wrapped().epoch().equals(epoch);
    }

    @Override
    public synchronized void overwrite(List<StoredKey> changed) throws StorageFailure {
        changed.forEach(key -> keys.replace(key.ref(), key));
    }

    @Override
    public void expungeMarked(byte[] mark) {
        // the heap is no medium that could be searched
    }

    @Override
    public synchronized List<KeyRow> rows(long behind, int count) {
        List<KeyRow> rows = new ArrayList<>();
        long place = KeyPage.BEGINNING;
        for (StoredKey key : keys.values()) {
            place++;
            if (place > behind && rows.size() < count) {
                rows.add(new KeyRow(place, Optional.of(key), key.wrapped()));
            }
        }
        return rows;
    }

    @Override
    public void vacate(long place) {
        // no row here is anybody else's than its key's
    }

    @Override
    public synchronized List<Tombstone> tombstones() {
        return keys.values().stream()
                .filter(key -> key.state() == KeyState.DESTROYED)
                .map(key -> new Tombstone(key.ref(), key.createdAt()))
                .toList();
    }

    @Override
    public synchronized Optional<Epoch> lastDestroyedIn() {
        return destroyedIn.values().stream().max(Comparator.comparing(Epoch::number));
    }

    @Override
    public synchronized void forget(KeyRef key) {
        keys.remove(key);
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
