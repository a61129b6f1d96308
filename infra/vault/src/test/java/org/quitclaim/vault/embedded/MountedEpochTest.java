package org.quitclaim.vault.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quitclaim.vault.VaultSamples.OFFICER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultSamples;

/** A whole vault whose key-encryption keys the platform makes and destroys. */
@Requirement({"R62", "R63"})
class MountedEpochTest {
    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();
    private final KeyRef erased = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
    private final RecordId id = IdMint.recordId();

    private Path mount() {
        return folder.resolve("mount");
    }

    private Vault open() throws VaultException {
        return EmbeddedVault.open(new VaultFolders(folder.resolve("data"), mount()), new KekKeeping.Mounted(), clock);
    }

    private void mount(int epoch) throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Files.write(mount().resolve("epoch-" + epoch + ".kek"), key);
    }

    @BeforeEach
    void emptyMount() throws IOException {
        Files.createDirectory(mount());
    }

    private void sealAndErase(Vault vault) throws VaultException {
        KeyRef key = KeyRef.first(VaultSamples.person(), KeyScope.IDENTITY);
        vault.create(key);
        vault.seal(new SealRequest(key, VaultSamples.NAME, id, Plaintext.of("Ada")));
        vault.create(erased);
        vault.shred(erased);
    }

    @Test
    void nothingIsFoundedWithoutTheFirstKey() throws VaultException, IOException {
        assertThatThrownBy(this::open)
                .hasFieldOrPropertyWithValue("code", "vault.kek-not-mounted")
                .hasMessageContaining("epoch-1.kek");
        assertThat(mount()).isEmptyDirectory();
        mount(1);
        open().close();
    }

    @Test
    void aRotationWaitsForTheNextKeyAndIsCompleteOnlyWhenTheOldOneIsGone() throws VaultException, IOException {
        mount(1);
        try (Vault vault = open()) {
            sealAndErase(vault);
            clock.advance(Duration.ofHours(1));
            assertThatThrownBy(() -> vault.epochs().rotate(progress -> {}))
                    .hasFieldOrPropertyWithValue("code", "vault.kek-not-mounted")
                    .hasMessageContaining("epoch-2.kek");
            assertThat(vault.epochs().retiring()).isEmpty();
            assertThat(vault.epochs().keptByPlatform()).isTrue();
            mount(2);
            assertThatThrownBy(() -> vault.epochs().rotate(progress -> {}))
                    .hasFieldOrPropertyWithValue("code", "vault.kek-still-mounted");
            notClaimed(vault);
        }
        try (Vault vault = open()) {
            notClaimed(vault);
            Files.delete(mount().resolve("epoch-1.kek"));
            assertThat(vault.epochs().rotate(progress -> {}).epoch()).isEqualTo(Epoch.FIRST);
            assertThat(vault.epochs().uselessSince(Epoch.FIRST)).isPresent();
            assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
        }
    }

    private void notClaimed(Vault vault) throws VaultException {
        assertThat(vault.epochs().retiring()).contains(Epoch.FIRST);
        assertThat(vault.epochs().retired()).isEmpty();
        assertThat(vault.epochs()
                        .uselessSince(vault.receipt(erased).orElseThrow().wrappedUpTo()))
                .isEmpty();
        assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
    }

    @Test
    void anotherKeyUnderTheSameNameIsRefused() throws VaultException, IOException {
        mount(1);
        open().close();
        mount(1);
        assertThatThrownBy(this::open).isInstanceOf(VaultException.KekWrong.class);
        Files.delete(mount().resolve("epoch-1.kek"));
        assertThatThrownBy(this::open).isInstanceOf(VaultException.KekMissing.class);
    }
}
