package org.quitclaim.vault.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultSamples;
import org.quitclaim.vault.storage.ShredOrder;
import org.quitclaim.vault.storage.StorageStep;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.WrappedKey;

@Requirement("R62")
class ForgettingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private final AtomicInteger checkpointsBegun = new AtomicInteger();
    private final StorageStep counting = new StorageStep() {
        @Override
        public void before(String operation) {
            if (operation.endsWith("checkpoint")) {
                checkpointsBegun.incrementAndGet();
            }
        }

        @Override
        public void after(String operation) {}
    };

    @SuppressWarnings("NullAway.Init")
    private SqliteKeyStore store;

    @BeforeEach
    void openStore() throws VaultException {
        store = SqliteKeyStore.open(folder.resolve("keys.db"), counting, Duration.ofMinutes(10));
    }

    @AfterEach
    void closeStore() throws VaultException {
        store.close();
    }

    private StoredKey insertKey() throws VaultException {
        byte[] wrapped = new byte[WrappedKey.LENGTH];
        random.nextBytes(wrapped);
        StoredKey key = new StoredKey(
                KeyRef.first(VaultSamples.person(), KeyScope.IDENTITY),
                KeyState.ACTIVE,
                NOW,
                new WrappedKey(Epoch.FIRST, wrapped));
        store.insert(key);
        return key;
    }

    private boolean lies(WrappedKey key) throws IOException {
        for (String name : List.of("keys.db", "keys.db-wal")) {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            for (int at = 0; at + 16 <= WrappedKey.LENGTH; at += 16) {
                if (ByteSearch.contains(bytes, bytes.length, Arrays.copyOfRange(key.bytes(), at, at + 16))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void noCopyOfAnyOfManyDestroyedKeysIsLeftAndNoneHadToBeRewritten() throws VaultException, IOException {
        List<StoredKey> keys = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            keys.add(insertKey());
        }
        Collections.shuffle(keys, random);
        for (StoredKey key : keys.subList(0, 80)) {
            store.changeState(key.ref(), KeyState.SUSPENDED);
            store.tombstone(new ShredOrder(key.ref(), List.of(), NOW, false));
            assertThat(store.expunge(key.wrapped())).isFalse();
            insertKey();
        }
        for (StoredKey key : keys.subList(0, 80)) {
            assertThat(lies(key.wrapped())).isFalse();
        }
        for (StoredKey key : keys.subList(80, 300)) {
            assertThat(lies(key.wrapped())).isTrue();
            assertThat(store.find(key.ref()))
                    .hasValueSatisfying(found -> assertThat(found.wrapped().bytes())
                            .isEqualTo(key.wrapped().bytes()));
        }
    }

    @Test
    void aForgottenKeyLeavesNoCopy() throws VaultException, IOException {
        StoredKey key = insertKey();
        store.forget(key.ref());
        assertThat(store.expunge(key.wrapped())).isFalse();
        assertThat(lies(key.wrapped())).isFalse();
    }

    @Test
    void aStrayCopyIsFoundAndRewrittenAway() throws VaultException, IOException, SQLException {
        StoredKey key = insertKey();
        leaveStrayCopy(key.wrapped());
        store.tombstone(new ShredOrder(key.ref(), List.of(), NOW, false));
        assertThat(lies(key.wrapped())).isTrue();
        assertThat(store.expunge(key.wrapped())).isTrue();
        assertThat(lies(key.wrapped())).isFalse();
    }

    @Test
    void rewritingWithoutKnowingTheBytesRemovesAStrayCopyToo() throws VaultException, IOException, SQLException {
        StoredKey key = insertKey();
        leaveStrayCopy(key.wrapped());
        store.tombstone(new ShredOrder(key.ref(), List.of(), NOW, false));
        store.rewrite();
        assertThat(lies(key.wrapped())).isFalse();
    }

    /** With secure_delete off, a deleted row stays on its page: the kind of copy that SQLite may leave behind. */
    private void leaveStrayCopy(WrappedKey key) throws SQLException {
        Connection writer = store.database().connections().getFirst();
        try (Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA secure_delete=OFF");
            statement.execute("CREATE TABLE stray(filler BLOB)");
            for (int i = 0; i < 2; i++) {
                try (PreparedStatement insert = writer.prepareStatement("INSERT INTO stray VALUES(?)")) {
                    insert.setBytes(1, key.bytes());
                    insert.executeUpdate();
                }
            }
            statement.execute("DELETE FROM stray WHERE rowid=1");
            statement.execute("UPDATE stray SET filler=x'" + HexFormat.of().formatHex(new byte[4]) + "'");
            statement.execute("PRAGMA secure_delete=ON");
        }
    }

    @Test
    void aReaderInTheMiddleOfItsWorkDelaysTheShredAndNobodyElse() throws VaultException, SQLException, IOException {
        StoredKey key = insertKey();
        Connection reader = store.database().connections().get(1);
        CompletableFuture<Boolean> shred;
        try (Statement statement = reader.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT ref FROM data_key UNION ALL SELECT ref FROM data_key")) {
            assertThat(rows.next()).isTrue();
            store.tombstone(new ShredOrder(key.ref(), List.of(), NOW, false));
            shred = CompletableFuture.supplyAsync(() -> expunged(key), ForgettingTest::onAThreadOfItsOwn);
            await().until(() -> checkpointsBegun.get() > 0);
            for (int i = 0; i < 20; i++) {
                CompletableFuture<StoredKey> written =
                        CompletableFuture.supplyAsync(this::inserted, ForgettingTest::onAThreadOfItsOwn);
                await().until(written::isDone);
            }
            assertThat(shred).isNotDone();
        }
        await().until(shred::isDone);
        assertThat(shred).isCompletedWithValue(false);
        assertThat(lies(key.wrapped())).isFalse();
    }

    @Test
    void aReaderThatDoesNotEndIsSaidToBeWaitedFor() throws VaultException, SQLException {
        store.close();
        store = SqliteKeyStore.open(folder.resolve("keys.db"), counting, Duration.ZERO);
        StoredKey key = insertKey();
        Connection reader = store.database().connections().get(1);
        try (Statement statement = reader.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT ref FROM data_key UNION ALL SELECT ref FROM data_key")) {
            assertThat(rows.next()).isTrue();
            store.tombstone(new ShredOrder(key.ref(), List.of(), NOW, false));
            assertThatThrownBy(() -> store.expunge(key.wrapped())).isInstanceOf(VaultException.ShredDelayed.class);
        }
        assertThat(store.expunge(key.wrapped())).isFalse();
    }

    /** With no patience at all: whoever copies reads nothing any more when the copy is rewritten. */
    @Test
    void aKeyIsShreddedWhileACopyIsBeingRewritten() throws VaultException, IOException {
        store.close();
        List<Boolean> shredded = new ArrayList<>();
        StoredKey[] key = new StoredKey[1];
        store = SqliteKeyStore.open(
                folder.resolve("keys.db"), atRewriting(() -> shredded.add(expunged(key[0]))), Duration.ZERO);
        key[0] = insertKey();
        store.tombstone(new ShredOrder(key[0].ref(), List.of(), NOW, false));
        store.copyTo(folder.resolve("copy"));
        assertThat(shredded).containsExactly(false);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().contains(".raw"));
        }
        assertThat(store.find(key[0].ref())).isPresent();
    }

    private static StorageStep atRewriting(Runnable work) {
        return new StorageStep() {
            @Override
            public void before(String operation) {
                if (operation.equals("rewrite copy")) {
                    work.run();
                }
            }

            @Override
            public void after(String operation) {}
        };
    }

    /** The common pool has one thread on two cores. */
    private static void onAThreadOfItsOwn(Runnable work) {
        Thread.ofVirtual().start(work);
    }

    private boolean expunged(StoredKey key) {
        try {
            return store.expunge(key.wrapped());
        } catch (VaultException e) {
            throw new IllegalStateException(e);
        }
    }

    private StoredKey inserted() {
        try {
            return insertKey();
        } catch (VaultException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyRowOfAKeyHasOneLength() throws VaultException, SQLException {
        StoredKey destroyed = insertKey();
        store.tombstone(new ShredOrder(destroyed.ref(), List.of(), NOW, false));
        store.forget(insertKey().ref());
        store.changeState(insertKey().ref(), KeyState.SUSPENDED);
        try (Statement statement = store.database().connections().get(1).createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*), count(DISTINCT length(ref)||'/'||length(body)) FROM data_key")) {
            assertThat(row.getInt(1)).isEqualTo(3);
            assertThat(row.getInt(2)).isEqualTo(1);
        }
    }
}
