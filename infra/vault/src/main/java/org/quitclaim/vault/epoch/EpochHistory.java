package org.quitclaim.vault.epoch;

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

    /** By numbers alone: when an epoch began, and when a key was destroyed, each says a clock that may have been set back. */
    Optional<EpochRetired> uselessSince(Epoch last) {
        boolean open = epochs.stream()
                .filter(each -> each.epoch().number() <= last.number())
                .anyMatch(each -> !(each instanceof StoredEpoch.Retired));
        return open
                ? Optional.empty()
                : retired().stream().filter(each -> each.epoch().equals(last)).findFirst();
    }

    private <T extends StoredEpoch> Stream<T> only(Class<T> kind) {
        return epochs.stream().filter(kind::isInstance).map(kind::cast);
    }
}
