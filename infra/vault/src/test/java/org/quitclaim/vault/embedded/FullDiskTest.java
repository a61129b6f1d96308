package org.quitclaim.vault.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.vault.VaultSamples.OFFICER;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultSamples;

/** The disk takes no more in the middle of a rotation: a process whose files the kernel keeps below a size. */
@Requirement("R62")
class FullDiskTest {
    private static final int KEYS = 2_500;
    private static final String LIBRARY = "libsqlitejdbc.so";

    @TempDir
    Path folder;

    /** Runs as a process of its own: rotates, and says by its exit code how that ended. */
    static final class Rotating {
        private Rotating() {}

        static final int STORAGE_FAILED = 3;

        public static void main(String[] arguments) throws VaultException {
            try (Vault vault = EmbeddedVault.open(VaultFolders.of(Path.of(arguments[0])), Clock.systemUTC())) {
                vault.epochs().rotate(progress -> {});
            } catch (VaultException e) {
                if (!Set.of("vault.storage", "vault.key-backup-unconfirmed").contains(e.code())) {
                    throw e;
                }
                System.out.println(e.getMessage());
                Runtime.getRuntime().halt(STORAGE_FAILED);
            }
        }
    }

    @Test
    void whereverTheDiskIsFullNothingIsLostAndTheRotationGoesOnWhenThereIsRoom() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no shell to set a limit with");
        Path library = unpackedLibrary();
        Path before = folder.resolve("before");
        RecordId first;
        RecordId last;
        try (Vault vault = EmbeddedVault.open(VaultFolders.of(before), Clock.systemUTC())) {
            first = sealed(vault);
            for (int i = 0; i < KEYS; i++) {
                vault.create(KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION));
            }
            last = sealed(vault);
        }
        long whole = Files.size(before.resolve("keys.db"));
        for (long kibibytes : List.of(whole / 4096, whole / 2048, whole / 1400)) {
            Path data = folder.resolve("full-" + kibibytes);
            FolderImage.copy(before, data);
            assertThat(rotateWithin(kibibytes, data, library)).isEqualTo(Rotating.STORAGE_FAILED);
            goesOn(data, first, last);
        }
    }

    private static RecordId sealed(Vault vault) throws VaultException {
        KeyRef key = KeyRef.first(VaultSamples.person(), KeyScope.IDENTITY);
        vault.create(key);
        RecordId id = IdMint.recordId();
        vault.seal(new SealRequest(key, VaultSamples.NAME, id, Plaintext.of("Ada")));
        return id;
    }

    private static void goesOn(Path data, RecordId... alive) throws VaultException, IOException {
        VaultFolders folders = VaultFolders.of(data);
        try (Vault vault = EmbeddedVault.open(folders, Clock.systemUTC())) {
            for (RecordId id : alive) {
                assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
            }
            assertThat(vault.epochs().retired()).isEmpty();
            assertThat(vault.epochs().rotate(progress -> {}).epoch()).isEqualTo(Epoch.FIRST);
            for (RecordId id : alive) {
                assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
            }
        }
        try (Stream<Path> keks = KeyFiles.in(folders.keys())) {
            assertThat(keks).singleElement().asString().endsWith("-epoch-2.kek");
        }
    }

    private int rotateWithin(long kibibytes, Path data, Path library) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/bash",
                "-c",
                "ulimit -f " + kibibytes + " && exec \"$@\"",
                "limited",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.sqlite.lib.path=" + library.getParent(),
                "-Dorg.sqlite.lib.name=" + LIBRARY,
                Rotating.class.getName(),
                data.toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    /** The driver would otherwise unpack it under the limit. */
    private Path unpackedLibrary() throws IOException {
        String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        try (InputStream packed =
                org.sqlite.JDBC.class.getResourceAsStream("/org/sqlite/native/Linux/" + arch + "/" + LIBRARY)) {
            Assumptions.assumeTrue(
                    packed != null && System.getProperty("os.name").equals("Linux"), "not on Linux");
            Path library = Files.createDirectories(folder.resolve("library")).resolve(LIBRARY);
            Files.copy(packed, library);
            return library;
        }
    }
}
