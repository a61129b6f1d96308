package org.quitclaim.vault.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Access;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.BlindIndex;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.storage.RecordStore;
import org.quitclaim.vault.storage.StoredRecord;

/** A {@link RecordStore} that ends with the process. */
public final class MemoryRecordStore implements RecordStore {
    private final Map<RecordId, StoredRecord.Indexed> records = new LinkedHashMap<>();
    private final Map<RecordId, List<Access>> accesses = new HashMap<>();
    private @Nullable InstallationId installation;

    @Override
    public synchronized Optional<InstallationId> installation() {
        return Optional.ofNullable(installation);
    }

    @Override
    public synchronized void found(InstallationId id) {
        installation = id;
    }

    @Override
    public synchronized void insert(List<StoredRecord.Indexed> added) throws VaultException {
        Set<RecordId> taken = new HashSet<>(records.keySet());
        for (StoredRecord.Indexed each : added) {
            if (!taken.add(each.record().id())) {
                throw VaultException.recordExists();
            }
        }
        added.forEach(each -> records.put(each.record().id(), each));
    }

    @Override
    public synchronized Set<RecordId> held(Collection<RecordId> ids) {
        return ids.stream().filter(records::containsKey).collect(Collectors.toSet());
    }

    @Override
    public long ofNobody() {
        return 0;
    }

    @Override
    public synchronized Map<RecordId, StoredRecord> find(Collection<RecordId> ids) {
        Map<RecordId, StoredRecord> found = new HashMap<>();
        for (RecordId id : ids) {
            StoredRecord.Indexed indexed = records.get(id);
            if (indexed != null) {
                found.put(id, indexed.record());
            }
        }
        return found;
    }

    @Override
    public synchronized List<RecordId> sealedUnder(KeyRef key) {
        return records.values().stream()
                .map(StoredRecord.Indexed::record)
                .filter(stored -> stored.key().equals(key))
                .map(StoredRecord::id)
                .toList();
    }

    @Override
    public synchronized Set<KeyRef> keysInUse() {
        return records.values().stream().map(each -> each.record().key()).collect(Collectors.toSet());
    }

    @Override
    public synchronized List<RecordId> findByBlindIndex(RecordKind kind, BlindIndex index) {
        return records.values().stream()
                .filter(each ->
                        each.record().kind().equals(kind) && each.findableBy().contains(index))
                .map(each -> each.record().id())
                .toList();
    }

    @Override
    public synchronized void delete(Collection<RecordId> ids) {
        records.keySet().removeAll(Set.copyOf(ids));
    }

    @Override
    public synchronized void log(Access access, Collection<RecordId> ids) {
        ids.forEach(
                id -> accesses.computeIfAbsent(id, first -> new ArrayList<>()).add(access));
    }

    @Override
    public synchronized List<Access> accesses(RecordId id) {
        return List.copyOf(accesses.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized Map<ActorId, Integer> readers(RecordKind kind, Instant since) {
        Map<ActorId, Integer> readers = new HashMap<>();
        records.values().stream()
                .map(StoredRecord.Indexed::record)
                .filter(record -> record.kind().equals(kind))
                .flatMap(record -> accesses(record.id()).stream()
                        .filter(access -> !access.at().isBefore(since))
                        .map(access -> access.reason().who())
                        .distinct())
                .forEach(who -> {
                    if (who instanceof Accessor.Staff(ActorId actor)) {
                        readers.merge(actor, 1, Integer::sum);
                    }
                });
        return readers;
    }

    @Override
    public synchronized List<RecordId> sealedUpTo(Instant limit, Optional<RecordId> previous, int count) {
        String after = previous.map(RecordId::value).orElse("");
        return records.values().stream()
                .map(StoredRecord.Indexed::record)
                .filter(stored -> stored.sealedAt().compareTo(limit) <= 0)
                .map(StoredRecord::id)
                .filter(id -> id.value().compareTo(after) > 0)
                .sorted(Comparator.comparing(RecordId::value))
                .limit(count)
                .toList();
    }

    @Override
    public void settle() {
        // there is no journal
    }

    @Override
    public void rewrite() {
        // there is no medium
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
