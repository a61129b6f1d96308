package org.quitclaim.vault.seal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.RemovedOrphans;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.Stores;

/** Removes what was made durable for an event that never came. */
final class OrphanRemover {
    private static final int PAGE = 1000;

    private final Stores stores;
    private final ActiveKeys keys;
    private final KeyLocks locks;
    private final InstantSource clock;

    OrphanRemover(Stores stores, ActiveKeys keys, KeyLocks locks, InstantSource clock) {
        this.stores = stores;
        this.keys = keys;
        this.locks = locks;
        this.clock = clock;
    }

    RemovedOrphans removeOrphans(Predicate<RecordId> recordNamed, Predicate<KeyRef> keyNamed, Duration minAge)
            throws VaultException {
        Instant limit = clock.instant().minus(minAge);
        return new RemovedOrphans(
                removeRecords(recordNamed, limit), removeStrayFiles(limit), removeKeys(keyNamed, limit));
    }

    private int removeRecords(Predicate<RecordId> named, Instant limit) throws VaultException {
        int removed = 0;
        Optional<RecordId> previous = Optional.empty();
        List<RecordId> page = stores.records().sealedUpTo(limit, previous, PAGE);
        while (!page.isEmpty()) {
            List<RecordId> unnamed = page.stream().filter(named.negate()).toList();
            remove(unnamed);
            removed += unnamed.size();
            page = stores.records().sealedUpTo(limit, Optional.of(page.getLast()), PAGE);
        }
        return removed;
    }

    private int removeStrayFiles(Instant limit) throws VaultException {
        Set<RecordId> strays = new HashSet<>(stores.files().writtenUpTo(limit));
        strays.removeAll(stores.records().held(List.copyOf(strays)));
        stores.files().delete(strays);
        return strays.size();
    }

    private int removeKeys(Predicate<KeyRef> named, Instant limit) throws VaultException {
        int removed = 0;
        for (StoredKey candidate : stores.keys().livingCreatedUpTo(limit)) {
            if (!named.test(candidate.ref()) && forgetIfEmpty(candidate)) {
                removed++;
            }
        }
        return removed;
    }

    private boolean forgetIfEmpty(StoredKey candidate) throws VaultException {
        KeyRef ref = candidate.ref();
        try (var held = locks.exclusive(ref)) {
            if (!stores.records().sealedUnder(ref).isEmpty()) {
                return false;
            }
            stores.keys().forget(ref);
            keys.evict(ref);
            return true;
        }
    }

    void remove(List<RecordId> ids) throws VaultException {
        if (!ids.isEmpty()) {
            stores.records().delete(ids);
            stores.files().delete(ids);
        }
    }
}
