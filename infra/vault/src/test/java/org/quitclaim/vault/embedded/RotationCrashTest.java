package org.quitclaim.vault.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
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
import org.quitclaim.vault.storage.StorageStep;

/**
 * A rotation is stopped at every moment before and after a durable operation. A vault opened over what lies there then
 * opens everything alive and nothing erased, and finishes the rotation.
 */
class RotationCrashTest {
    private static final byte[] DATA = "data".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();
    private final KeyRef alive = KeyRef.first(VaultSamples.person(), KeyScope.IDENTITY);
    private final KeyRef suspended = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
    private final KeyRef erased = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
    private final RecordId aliveRecord = IdMint.recordId();
    private final RecordId suspendedRecord = IdMint.recordId();
    private final RecordId erasedRecord = IdMint.recordId();
    private byte[] mac = new byte[0];
    private byte[] oldMark = new byte[0];

    @TestFactory
    @Requirement({"R33", "R35", "R62", "R63"})
    Stream<DynamicTest> whereverItStopsEverybodyAliveOpensNobodyErasedDoesAndItIsFinishedLater() throws Exception {
        Path before = folder.resolve("before");
        prepare(before);
        CrashStep whole = rotateOver(before, "whole", CrashStep.NEVER);
        assertThat(whole.moments())
                .contains(
                        "after write file",
                        "before keys.db commit",
                        "after overwrite key file",
                        "after delete key file",
                        "after remove sign");
        return Stream.iterate(0, moment -> moment < whole.moments().size(), moment -> moment + 1)
                .map(moment ->
                        DynamicTest.dynamicTest(moment + " " + whole.moments().get(moment), () -> {
                            rotateOver(before, "stopped-" + moment, moment);
                            recover(folder.resolve("image-stopped-" + moment));
                        }));
    }

    private void prepare(Path at) throws VaultException, IOException {
        try (Vault vault = EmbeddedVault.open(VaultFolders.of(at), clock)) {
            for (KeyRef key : List.of(alive, suspended, erased)) {
                vault.create(key);
            }
            seal(vault, alive, aliveRecord);
            seal(vault, suspended, suspendedRecord);
            seal(vault, erased, erasedRecord);
            vault.suspend(suspended);
            vault.shred(erased);
            vault.clearanceSigner().publicJwks();
            mac = vault.secrets().mac("test", DATA);
        }
        try (Stream<Path> keks = KeyFiles.in(VaultFolders.of(at).keys())) {
            oldMark = Arrays.copyOf(MarkOf.kek(keks.findFirst().orElseThrow()), 5);
        }
        clock.advance(Duration.ofHours(1));
    }

    private static void seal(Vault vault, KeyRef key, RecordId id) throws VaultException {
        vault.seal(new SealRequest(key, VaultSamples.NAME, id, Plaintext.of("secret of " + id)));
    }

    /** Counts the moments of the rotation only: opening and closing the vault pass by unobserved. */
    private CrashStep rotateOver(Path before, String name, int crashAt) throws IOException, VaultException {
        Path at = folder.resolve(name);
        FolderImage.copy(before, at);
        registerFolderThatTheSettingsThenDrop(at);
        CrashStep crash = new CrashStep(crashAt);
        Switch step = new Switch(crash);
        Path image = folder.resolve("image-" + name);
        try (Vault vault = EmbeddedVault.open(VaultFolders.of(at), KekKeeping.PLAIN, clock, step)) {
            step.on = true;
            try {
                vault.epochs().rotate(progress -> {});
            } catch (CrashStep.Crash stopped) {
                step.on = false;
            }
            step.on = false;
            FolderImage.copy(at, image);
            goOn(vault);
        }
        return crash;
    }

    private void registerFolderThatTheSettingsThenDrop(Path at) throws VaultException {
        VaultFolders plain = VaultFolders.of(at);
        Path dropped = at.resolveSibling(at.getFileName() + "-dropped");
        EmbeddedVault.open(new VaultFolders(at, plain.keys(), List.of(dropped), plain.backups()), clock)
                .close();
    }

    /** In the process in which it failed, say because the disk was full for a moment, it goes on as well. */
    private void goOn(Vault vault) throws VaultException {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            if (vault.epochs().due()) {
                vault.epochs().rotate(progress -> {});
            }
        });
        assertThat(vault.epochs().current()).isEqualTo(new Epoch(2));
        check(vault);
    }

    private void recover(Path image) throws VaultException, IOException {
        VaultFolders folders = VaultFolders.of(image);
        try (Vault vault = EmbeddedVault.open(folders, clock)) {
            check(vault);
            if (vault.epochs().due()) {
                assertThat(vault.epochs().rotate(progress -> {}).epoch()).isEqualTo(Epoch.FIRST);
            }
            check(vault);
        }
        try (Vault vault = EmbeddedVault.open(folders, clock)) {
            check(vault);
            assertThat(vault.epochs().due()).isFalse();
            assertThat(vault.epochs().current()).isEqualTo(new Epoch(2));
            assertThat(vault.epochs().retired()).hasSize(1);
        }
        try (Stream<Path> keks = KeyFiles.in(folders.keys())) {
            assertThat(keks).singleElement().asString().endsWith("-epoch-2.kek");
        }
        assertThat(MarkOf.countIn(folders.data(), oldMark)).isZero();
    }

    private void check(Vault vault) throws VaultException {
        assertThat(vault.open(aliveRecord, VaultSamples.OFFICER).text()).isEqualTo("secret of " + aliveRecord);
        assertThatThrownBy(() -> vault.open(suspendedRecord, VaultSamples.OFFICER))
                .isInstanceOf(VaultException.KeyNotActive.class);
        vault.resume(suspended);
        assertThat(vault.open(suspendedRecord, VaultSamples.OFFICER).text()).isEqualTo("secret of " + suspendedRecord);
        vault.suspend(suspended);
        assertThatThrownBy(() -> vault.open(erasedRecord, VaultSamples.OFFICER))
                .isInstanceOf(VaultException.RecordUnknown.class);
        assertThatThrownBy(() -> vault.create(erased)).isInstanceOf(VaultException.KeyNotActive.class);
        assertThat(vault.secrets().mac("test", DATA)).isEqualTo(mac);
    }

    /** Passes steps on while it is on. */
    private static final class Switch implements StorageStep {
        private final StorageStep step;
        private boolean on;

        Switch(StorageStep step) {
            this.step = step;
        }

        @Override
        public void before(String operation) {
            if (on) {
                step.before(operation);
            }
        }

        @Override
        public void after(String operation) {
            if (on) {
                step.after(operation);
            }
        }
    }
}
