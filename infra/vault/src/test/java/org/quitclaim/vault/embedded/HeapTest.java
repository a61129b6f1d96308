package org.quitclaim.vault.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.vault.VaultSamples.OFFICER;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.HeapDump;
import org.quitclaim.vault.HeapDump.Hidden;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultSamples;
import org.quitclaim.vault.epoch.RingOpening;
import org.quitclaim.vault.storage.StorageStep;
import org.quitclaim.vault.storage.Stores;

/** What the process still holds of a key that was destroyed. */
class HeapTest {
    private static final int RECORDS_PART = 32;

    @TempDir
    Path folder;

    private final KeyRef key = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
    private final RecordId record = IdMint.recordId();

    @Test
    @Requirement({"R62", "R64"})
    void aDestroyedKeyIsNotReachableAnyMoreNorIsWhatItSealed() throws Exception {
        try (Vault vault = EmbeddedVault.open(folders(), Clock.systemUTC())) {
            vault.create(key);
            Hidden sealed = sealed(vault);
            Hidden material = material(vault);
            vault.open(record, OFFICER).wipe();
            assertThat(found("before", material))
                    .as("a key in use is found, so the search works")
                    .isTrue();

            vault.shred(key);

            assertThat(found("after", material)).as("the key").isFalse();
            assertThat(found("content", sealed)).as("the content").isFalse();
        }
    }

    private VaultFolders folders() {
        return VaultFolders.of(folder.resolve("data"));
    }

    private Hidden sealed(Vault vault) throws Exception {
        byte[] content = new byte[512];
        new SecureRandom().nextBytes(content);
        Plaintext plaintext = Plaintext.of(content);
        vault.seal(new SealRequest(key, VaultSamples.PRINT, record, plaintext));
        plaintext.wipe();
        byte[] piece = Arrays.copyOf(content, 64);
        Arrays.fill(content, (byte) 0);
        return Hidden.taking(piece);
    }

    /** The half of the key's material that seals records, read as somebody with the key folder could read it. */
    private Hidden material(Vault vault) throws Exception {
        try (Stores stores =
                EmbeddedVault.stores(folders(), KekKeeping.PLAIN, Clock.systemUTC(), StorageStep.UNOBSERVED)) {
            byte[] material = new RingOpening(stores.keys(), stores.keks(), vault.installation(), Clock.systemUTC())
                    .open()
                    .unwrap(stores.keys().find(key).orElseThrow());
            byte[] records = Arrays.copyOf(material, RECORDS_PART);
            Arrays.fill(material, (byte) 0);
            return Hidden.taking(records);
        }
    }

    private boolean found(String dump, Hidden wanted) throws Exception {
        Path file = folder.resolve(dump + ".hprof");
        HeapDump.take(file);
        return HeapDump.holds(file, wanted);
    }
}
