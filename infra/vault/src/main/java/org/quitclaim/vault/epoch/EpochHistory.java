package org.quitclaim.vault.epoch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.EpochRetired;
import org.quitclaim.vault.VaultException.KeysDamaged;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.KeyStore;
import org.quitclaim.vault.storage.StoredEpoch;

/** All epochs of an installation, the earliest first. */
record EpochHistory(List<StoredEpoch> epochs) {
    EpochHistory {
        epochs = epochs.stream()
                .sorted(Comparator.comparing(each -> each.epoch().number()))
                .toList();
    }

    static EpochHistory of(KeyStore keys) throws StorageFailure {
        return new EpochHistory(keys.epochs());
    }

    boolean isEmpty() {
        return epochs.isEmpty();
    }

    StoredEpoch.Current current() throws KeysDamaged {
        return only(StoredEpoch.Current.class).findFirst().orElseThrow(KeysDamaged::new);
    }

    Optional<StoredEpoch.Retiring> retiring() {
        return only(StoredEpoch.Retiring.class).findFirst();
    }

    List<EpochRetired> retired() {
        return only(StoredEpoch.Retired.class).map(StoredEpoch.Retired::retired).toList();
    }

    /** A key destroyed in the very moment in which an epoch began counts as wrapped in it: the later one is waited for. */
    Optional<EpochRetired> uselessSince(Instant keyDestroyedAt) {
        int last = epochs.stream()
                .filter(each -> !each.beganAt().isAfter(keyDestroyedAt))
                .mapToInt(each -> each.epoch().number())
                .max()
                .orElse(Epoch.FIRST.number());
        return retired().stream().filter(each -> each.epoch().number() >= last).findFirst();
    }

    private <T extends StoredEpoch> Stream<T> only(Class<T> kind) {
        return epochs.stream().filter(kind::isInstance).map(kind::cast);
    }
}
