package org.quitclaim.vault.remnant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.erasure.Remnant;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.Fingerprint;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.ShredReceipt;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.VaultFolders;

class RawFilesTest {
    private static final PersonId ANNA = Sample.person("anna");
    private static final KeyRef KEY = KeyRef.first(ANNA, KeyScope.RECOGNITION);
    private static final RecordKind KIND = new RecordKind("faceprint");

    @TempDir
    Path folder;

    @Test
    @Requirement({"R62", "R64", "R66"})
    void whatIsThereIsFoundInTheFilesAndAfterTheShredNothingIs() throws Exception {
        Path data = folder.resolve("data");
        try (Vault vault = EmbeddedVault.open(VaultFolders.of(data), Clock.systemUTC());
                RawFiles keys = RawFiles.database("keys", data, "keys.db", () -> false);
                RawFiles records = RawFiles.database("records", data, "records.db", () -> false)) {
            List<Fingerprint> prints = filled(vault);
            assertThat(keys.find(List.of(erased(List.of(), prints))))
                    .extracting(Leftover::what)
                    .containsOnly(Remnant.KEY);
            assertThat(records.find(List.of(erased(List.of(), prints))))
                    .extracting(Leftover::what)
                    .containsOnly(Remnant.CIPHERTEXT);
            assertThat(new KeysAndRecords(vault).find(List.of(erased(List.of(), prints))))
                    .extracting(Leftover::what)
                    .containsExactly(Remnant.KEY, Remnant.RECORD);

            ShredReceipt receipt = vault.shred(KEY);
            vault.rewrite();

            DestroyedKey gone = erased(receipt.records(), prints);
            assertThat(keys.find(List.of(gone))).isEmpty();
            assertThat(records.find(List.of(gone))).isEmpty();
            assertThat(new KeysAndRecords(vault).find(List.of(gone))).isEmpty();
            assertThat(new SealedFilesById(data).find(List.of(gone))).isEmpty();
        }
    }

    @Test
    @Requirement("R64")
    void aCopyThatLiesAboutIsFoundAndAttributedToItsCase() throws Exception {
        byte[] secret = new byte[64];
        new Random(3).nextBytes(secret);
        Fingerprint print = Fingerprint.of(Fingerprint.Kind.KEY, secret);
        Files.write(folder.resolve("stray.log"), secret);
        try (RawFiles files =
                new RawFiles("logs", folder, path -> path.toString().endsWith(".log"), () -> false)) {
            DestroyedKey mine = erased(List.of(), List.of(print));
            DestroyedKey another = new DestroyedKey(
                    Sample.erasureCase("two"), Sample.person("boris"), KEY, false, List.of(), List.of());
            assertThat(files.find(List.of(another, mine)))
                    .containsExactly(new Leftover(mine.erasureCase(), "logs", "stray.log", Remnant.KEY));
            assertThat(files.holds(Path.of("stray.log"))).isTrue();
            assertThat(files.holds(Path.of("other"))).isFalse();
            assertThat(files.scannedBytes()).isEqualTo(64);
        }
    }

    @Test
    @Requirement("R64")
    void aSealedFileThatIsStillThereIsFoundById() throws Exception {
        Path data = folder.resolve("data");
        try (Vault vault = EmbeddedVault.open(VaultFolders.of(data), Clock.systemUTC())) {
            vault.create(KEY);
            var id = IdMint.recordId();
            vault.sealFile(KEY, KIND, id, new java.io.ByteArrayInputStream(new byte[100]), List.of());
            SealedFilesById files = new SealedFilesById(data);
            assertThat(files.find(List.of(erased(List.of(id), List.of()))))
                    .extracting(Leftover::what)
                    .containsExactly(Remnant.RECORD);
            assertThat(vault.fingerprints(KEY)).extracting(Fingerprint::kind).contains(Fingerprint.Kind.CIPHERTEXT);
            vault.shred(KEY);
            assertThat(files.find(List.of(erased(List.of(id), List.of())))).isEmpty();
        }
    }

    private static List<Fingerprint> filled(Vault vault) throws VaultException {
        vault.create(KEY);
        for (int i = 0; i < 50; i++) {
            byte[] content = new byte[100 + 37 * i];
            vault.seal(new SealRequest(KEY, KIND, IdMint.recordId(), Plaintext.of(content)));
        }
        List<Fingerprint> prints = vault.fingerprints(KEY);
        assertThat(prints).hasSizeGreaterThan(500);
        return prints;
    }

    private static DestroyedKey erased(List<org.quitclaim.domain.vault.RecordId> records, List<Fingerprint> prints) {
        return new DestroyedKey(Sample.erasureCase("one"), ANNA, KEY, false, records, prints);
    }
}
