package org.quitclaim.vault.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultSamples;
import org.quitclaim.vault.storage.ShredOrder;
import org.quitclaim.vault.storage.StorageStep;
import org.quitclaim.vault.storage.StoredEpoch;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.WrappedKey;
import org.quitclaim.vault.storage.WrappedSecret;

/** What is asked of the keys before an epoch ends: after a wrong answer the living could not be opened any more. */
@Requirement("R62")
class SqliteKeyStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Epoch SECOND = new Epoch(2);
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private final InstallationId installation = IdMint.mint(InstallationId.PREFIX, InstallationId::new);

    @SuppressWarnings("NullAway.Init")
    private SqliteKeyStore store;

    @BeforeEach
    void openStore() throws VaultException {
        store = SqliteKeyStore.open(folder.resolve("keys.db"), StorageStep.UNOBSERVED);
        store.found(installation);
    }

    @AfterEach
    void closeStore() throws VaultException {
        store.close();
    }

    private StoredKey insert(Epoch epoch, Instant createdAt) throws VaultException {
        StoredKey key = new StoredKey(
                KeyRef.first(VaultSamples.person(), KeyScope.IDENTITY),
                KeyState.ACTIVE,
                createdAt,
                new WrappedKey(epoch, new byte[WrappedKey.LENGTH]));
        store.insert(key);
        return key;
    }

    private Path copy(String name) throws VaultException {
        Path file = folder.resolve(name);
        store.copyTo(file);
        return file;
    }

    private boolean isWhole(Path copy, Epoch epoch) throws VaultException {
        return SqliteKeyStore.isWholeCopy(copy, installation, epoch);
    }

    @Test
    void aCopyIsWholeForItsInstallationAndTheEpochOfEverythingThatLives() throws VaultException {
        insert(SECOND, NOW);
        StoredKey gone = insert(Epoch.FIRST, NOW);
        store.addSecret("mac", new WrappedSecret(SECOND, new byte[40]));
        assertThat(isWhole(copy("early"), SECOND))
                .as("with a living key of another epoch")
                .isFalse();
        store.tombstone(new ShredOrder(gone.ref(), List.of(), NOW, false));
        Path copy = copy("copy");
        assertThat(isWhole(copy, SECOND)).isTrue();
        assertThat(isWhole(copy, Epoch.FIRST)).isFalse();
        InstallationId another = IdMint.mint(InstallationId.PREFIX, InstallationId::new);
        assertThat(SqliteKeyStore.isWholeCopy(copy, another, SECOND)).isFalse();
    }

    @Test
    void aSecretOfAnotherEpochIsSomethingThatLives() throws VaultException {
        store.addSecret("mac", new WrappedSecret(Epoch.FIRST, new byte[40]));
        Path copy = copy("copy");
        assertThat(isWhole(copy, Epoch.FIRST)).isTrue();
        assertThat(isWhole(copy, SECOND)).isFalse();
    }

    /** In its last page, of which nothing is read to count keys. */
    @Test
    void aDamagedCopyIsNotWhole() throws VaultException, IOException {
        insert(Epoch.FIRST, NOW);
        Path copy = copy("copy");
        assertThat(isWhole(copy, Epoch.FIRST)).isTrue();
        byte[] rubbish = new byte[PAGE];
        Arrays.fill(rubbish, (byte) 0xFF);
        try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
            file.seek(file.length() - PAGE);
            file.write(rubbish);
        }
        assertThat(isWhole(copy, Epoch.FIRST)).isFalse();
    }

    /** Of a key that an earlier version destroyed nobody knows in which epoch that was. */
    @Test
    void a_receipt_without_an_epoch_waits_for_the_one_that_is_current_at_the_first_opening() throws Exception {
        StoredKey gone = insert(Epoch.FIRST, NOW);
        ShredOrder order = new ShredOrder(gone.ref(), List.of(), NOW, false);
        store.tombstone(order);
        assertThat(store.file(order, NOW, false).wrappedUpTo()).isEqualTo(Epoch.FIRST);
        store.store(List.of(new StoredEpoch.Current(SECOND, NOW)));
        store.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("keys.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE shred DROP COLUMN epoch");
        }
        for (int opening = 0; opening < 2; opening++) {
            store = SqliteKeyStore.open(folder.resolve("keys.db"), StorageStep.UNOBSERVED);
            assertThat(store.receipt(gone.ref()).orElseThrow().wrappedUpTo()).isEqualTo(SECOND);
            assertThat(store.lastDestroyedIn()).contains(SECOND);
            // what comes later changes nothing about it
            store.store(List.of(new StoredEpoch.Current(SECOND.next(), NOW)));
            store.close();
        }
        store = SqliteKeyStore.open(folder.resolve("keys.db"), StorageStep.UNOBSERVED);
    }

    @Test
    void theDestroyedAndTheLaterAreNotAmongTheLivingUpToADay() throws VaultException {
        StoredKey early = insert(Epoch.FIRST, NOW.minusSeconds(1));
        StoredKey onTime = insert(Epoch.FIRST, NOW);
        insert(Epoch.FIRST, NOW.plusSeconds(1));
        StoredKey gone = insert(Epoch.FIRST, NOW);
        store.tombstone(new ShredOrder(gone.ref(), List.of(), NOW, false));
        assertThat(store.livingCreatedUpTo(NOW)).extracting(StoredKey::ref).containsExactly(early.ref(), onTime.ref());
    }
}
