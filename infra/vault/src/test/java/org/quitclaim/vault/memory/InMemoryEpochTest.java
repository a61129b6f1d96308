package org.quitclaim.vault.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quitclaim.vault.VaultSamples.OFFICER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.EpochContract;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.seal.TinkVault;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.Stores;

class InMemoryEpochTest extends EpochContract {
    private static final class FullDisk extends MemoryKeyStore {
        int writesLeft = Integer.MAX_VALUE;

        @Override
        public synchronized void overwrite(List<StoredKey> changed) throws StorageFailure {
            if (writesLeft-- == 0) {
                throw new StorageFailure("overwrite keys");
            }
            super.overwrite(changed);
        }
    }

    private final FullDisk keys = new FullDisk();
    private final MemoryKekStore keks = new MemoryKekStore();
    private boolean targetReachable = true;
    private final Stores stores = new Stores(
            keys,
            new MemoryRecordStore(),
            new MemoryFileStore(clock),
            keks,
            (installation, epoch) -> {
                if (!targetReachable) {
                    throw VaultException.keyBackupUnconfirmed();
                }
            },
            new MemoryLedgerLines());

    @Override
    protected Vault open() throws VaultException {
        return TinkVault.over(stores, clock);
    }

    @Test
    @Requirement("R62")
    void aDiskThatIsFullInTheMiddleLosesNothingAndTheRotationIsFinishedLater() throws VaultException {
        for (int i = 0; i < 2_100; i++) {
            newKey();
        }
        RecordId last = sealed(newKey(), "last");
        keys.writesLeft = 1;
        assertThatThrownBy(this::rotate).isInstanceOf(StorageFailure.class);
        keys.writesLeft = Integer.MAX_VALUE;
        assertThat(keks.find(vault.installation(), Epoch.FIRST)).isPresent();
        reopen();
        assertThat(vault.epochs().retiring()).contains(Epoch.FIRST);
        assertThat(vault.open(last, OFFICER).text()).isEqualTo("last");
        assertThat(rotate().epoch()).isEqualTo(Epoch.FIRST);
        assertThat(keks.find(vault.installation(), Epoch.FIRST)).isEmpty();
        assertThat(vault.open(last, OFFICER).text()).isEqualTo("last");
    }

    @Test
    @Requirement({"R62", "R63"})
    void theOldKeyStaysUntilTheKeysOfTheNewEpochAreSafe() throws VaultException {
        RecordId id = sealed(newKey(), "Ada");
        targetReachable = false;
        assertThatThrownBy(this::rotate).hasFieldOrPropertyWithValue("code", "vault.key-backup-unconfirmed");
        assertThat(keks.find(vault.installation(), Epoch.FIRST)).isPresent();
        assertThat(vault.epochs().retired()).isEmpty();
        targetReachable = true;
        rotate();
        assertThat(vault.epochs().retired()).hasSize(1);
        assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
    }

    @Test
    void aKeyThatIsMissingInTheMiddleIsNamedAndNothingIsTouched() throws VaultException {
        newKey();
        targetReachable = false;
        assertThatThrownBy(this::rotate).hasFieldOrPropertyWithValue("code", "vault.key-backup-unconfirmed");
        keks.destroy(vault.installation(), new Epoch(2));
        assertThatThrownBy(this::open).isInstanceOf(VaultException.KekMissing.class);
        assertThat(stores.keks().find(vault.installation(), Epoch.FIRST)).isPresent();
    }
}
