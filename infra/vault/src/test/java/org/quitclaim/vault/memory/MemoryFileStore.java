package org.quitclaim.vault.memory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.FileStore;

/** A {@link FileStore} that ends with the process. */
public final class MemoryFileStore implements FileStore {
    private record Held(byte[] bytes, Instant writtenAt) {}

    private final Map<RecordId, Held> files = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public MemoryFileStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void write(RecordId id, Content content) throws StorageFailure, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new StorageFailure("write a sealed file", e);
        }
        files.put(id, new Held(bytes.toByteArray(), clock.instant()));
    }

    @Override
    public InputStream read(RecordId id) throws IOException {
        Held held = files.get(id);
        if (held == null) {
            throw new NoSuchFileException("a sealed file");
        }
        return new ByteArrayInputStream(held.bytes());
    }

    @Override
    public void delete(Collection<RecordId> ids) {
        files.keySet().removeAll(Set.copyOf(ids));
    }

    @Override
    public List<RecordId> writtenUpTo(Instant limit) {
        return files.entrySet().stream()
                .filter(file -> file.getValue().writtenAt().compareTo(limit) <= 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
