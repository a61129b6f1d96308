package org.quitclaim.vault.memory;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KekStore;

/** A {@link KekStore} that ends with the process. */
public final class MemoryKekStore implements KekStore {
    private record Name(InstallationId installation, Epoch epoch) {}

    private final Map<Name, Kek> keks = new ConcurrentHashMap<>();

    @Override
    public Optional<Kek> find(InstallationId installation, Epoch epoch) {
        return Optional.ofNullable(keks.get(new Name(installation, epoch)));
    }

    @Override
    public Optional<Instant> destroy(InstallationId installation, Epoch epoch) {
        keks.remove(new Name(installation, epoch));
        return Optional.empty();
    }

    @Override
    public void add(InstallationId installation, Epoch epoch, Kek kek) {
        keks.putIfAbsent(new Name(installation, epoch), kek);
    }
}
