package org.quitclaim.vault.remnant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.erasure.Found;
import org.quitclaim.domain.erasure.Remnant;
import org.quitclaim.domain.erasure.StoreCode;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.Fingerprint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.VaultFolders;

/** Where a store lies in several folders, each is searched; and what a store says of itself, which certificates repeat. */
@Requirement("R64")
class FoldersApartTest {
    private static final KeyRef KEY = KeyRef.first(Sample.person("anna"), KeyScope.RECOGNITION);

    @TempDir
    Path folder;

    private final byte[] secret = new byte[64];

    @BeforeEach
    void invent() {
        new Random(5).nextBytes(secret);
    }

    private DestroyedKey erased() {
        Fingerprint print = Fingerprint.of(Fingerprint.Kind.KEY, secret);
        return new DestroyedKey(
                Sample.erasureCase("one"), Sample.person("anna"), KEY, false, List.of(), List.of(print));
    }

    private Path write(String place) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        return Files.write(file, secret);
    }

    @Test
    void aRemnantInAnyOfTheFoldersIsFoundAndEveryByteIsCounted() throws IOException {
        Files.write(write("one/clean"), new byte[40]);
        write("two/below/key");
        try (FoldersApart apart = new FoldersApart(
                "epochs", List.of(folder.resolve("one"), folder.resolve("not-there"), folder.resolve("two")))) {
            Leftover left = new Leftover(
                    erased().erasureCase(), "epochs", Path.of("below", "key").toString(), Remnant.KEY);
            assertThat(apart.find(List.of(erased()))).containsExactly(left);
            assertThat(left.found()).isEqualTo(new Found(new StoreCode("epochs"), Remnant.KEY));
            assertThat(apart.scannedBytes()).isEqualTo(40 + 64);
            assertThat(apart.name()).isEqualTo("epochs");
            assertThat(apart.holds(Path.of("below", "key")))
                    .as("of the data folder")
                    .isFalse();
            assertThat(apart.byFingerprint()).isFalse();
            assertThat(apart.isView()).isFalse();
        }
    }

    @Test
    void onlyTheFilesOfAStoreAreReadAndNeverTheIndexOfALog() throws Exception {
        write("keys.db-shm");
        write("other.db");
        write("keys.db-folder/inside");
        AtomicInteger rewritten = new AtomicInteger();
        try (RawFiles files = RawFiles.database("keys", folder, "keys.db", () -> rewritten.incrementAndGet() == 1)) {
            assertThat(files.find(List.of(erased()))).isEmpty();
            assertThat(files.scannedBytes()).isZero();
            write("keys.db-wal");
            assertThat(files.find(List.of(erased())))
                    .extracting(Leftover::place)
                    .containsExactly("keys.db-wal");
            assertThat(files.name()).isEqualTo("keys");
            assertThat(files.byFingerprint()).isTrue();
            assertThat(files.rewrite()).isTrue();
            assertThat(files.rewrite()).isFalse();
        }
        try (RawFiles apart = RawFiles.apart("logs", folder)) {
            assertThat(apart.holds(Path.of("keys.db"))).isFalse();
            assertThat(apart.rewrite()).isFalse();
        }
    }

    @Test
    void sealedFilesAndTheVaultAreCalledByTheirNames() throws Exception {
        SealedFilesById sealed = new SealedFilesById(folder);
        assertThat(sealed.name()).isEqualTo("sealed-files");
        assertThat(sealed.holds(Path.of("sealed", "a", "rec"))).isTrue();
        assertThat(sealed.holds(Path.of("records.db"))).isFalse();
        try (Vault vault = EmbeddedVault.open(VaultFolders.of(folder.resolve("data")), Clock.systemUTC())) {
            SearchedStore keys = new KeysAndRecords(vault);
            assertThat(keys.name()).isEqualTo("vault");
            assertThat(keys.holds(Path.of("keys.db"))).isFalse();
            assertThat(keys.rewrite()).isFalse();
            assertThat(keys.scannedBytes()).isZero();
            assertThat(keys.byFingerprint() || keys.isView()).isFalse();
        }
        assertThat(erased().scope()).isEqualTo(KeyScope.RECOGNITION);
    }
}
