package org.quitclaim.vault.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.KekStoreContract;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.KekWrong;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KekStore;

class MountedKeksTest extends KekStoreContract {
    @TempDir
    Path mount;

    @Override
    protected KekStore open() {
        return new MountedKeks(mount);
    }

    @Override
    protected void make(Epoch epoch) throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Files.write(file(epoch), key);
    }

    @Override
    protected void letGo(Epoch epoch) throws IOException {
        Files.delete(file(epoch));
    }

    private Path file(Epoch epoch) {
        return mount.resolve(MountedKeks.name(epoch));
    }

    @BeforeEach
    void mountIsReadOnly() {
        assertThat(mount).isDirectory();
    }

    @Test
    void aKeyIsNeverWrittenButAskedForByTheNameOfItsFile() throws Exception {
        assertThatThrownBy(() -> keks.add(installation, second, Kek.random()))
                .hasFieldOrPropertyWithValue("code", "vault.kek-not-mounted")
                .hasMessageContaining(file(second).toString());
        assertThat(mount).isEmptyDirectory();
    }

    @Test
    void aKeyThatIsStillMountedIsNotCalledDestroyed() throws IOException, VaultException {
        make(Epoch.FIRST);
        make(second);
        assertThatThrownBy(() -> keks.destroy(installation, Epoch.FIRST))
                .hasFieldOrPropertyWithValue("code", "vault.kek-still-mounted")
                .hasMessageContaining(file(Epoch.FIRST).toString());
        assertThat(keks.find(installation, Epoch.FIRST)).isPresent();
    }

    @Test
    void aFolderThatIsNotMountedIsNotTakenForCleared() {
        assertThatThrownBy(() -> keks.destroy(installation, Epoch.FIRST))
                .hasFieldOrPropertyWithValue("code", "vault.kek-copy-out-of-reach");
    }

    @Test
    void theKeyOfTheEpochBeforeIsNotTakenAgain() throws IOException {
        make(Epoch.FIRST);
        Files.copy(file(Epoch.FIRST), file(second));
        assertThatThrownBy(() -> keks.add(installation, second, Kek.random())).isInstanceOf(KekWrong.class);
    }

    @Test
    void whatIsNo32RandomBytesIsNoKey() throws IOException {
        for (byte[] wrong : new byte[][] {{}, new byte[31], new byte[33], new byte[32]}) {
            Files.write(file(Epoch.FIRST), wrong);
            assertThatThrownBy(() -> keks.find(installation, Epoch.FIRST)).isInstanceOf(KekWrong.class);
        }
    }
}
