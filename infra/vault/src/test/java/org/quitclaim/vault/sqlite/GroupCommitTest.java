package org.quitclaim.vault.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.StorageStep;

class GroupCommitTest {
    @TempDir
    Path folder;

    private static final int WRITERS = 16;

    private final AtomicInteger commits = new AtomicInteger();
    private volatile boolean powerCut;
    private volatile CountDownLatch beforeCommit = new CountDownLatch(0);

    @SuppressWarnings("NullAway.Init")
    private SqliteDatabase database;

    private final StorageStep step = new StorageStep() {
        @Override
        public void before(String operation) {
            if (powerCut) {
                throw new IllegalStateException("power cut");
            }
            try {
                beforeCommit.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a writer", e);
            }
        }

        @Override
        public void after(String operation) {
            commits.incrementAndGet();
        }
    };

    @BeforeEach
    void openDatabase() throws VaultException {
        database = SqliteDatabase.open(
                folder.resolve("some.db"),
                List.of(
                        "CREATE TABLE numbers(n INTEGER PRIMARY KEY)",
                        "CREATE TABLE mentions(n INTEGER REFERENCES numbers(n) DEFERRABLE INITIALLY DEFERRED)"),
                step);
    }

    @AfterEach
    void closeDatabase() throws VaultException {
        database.close();
    }

    private void insert(int n) throws StorageFailure {
        database.write("insert", connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO numbers VALUES(?)")) {
                insert.setInt(1, n);
                insert.executeUpdate();
            }
        });
    }

    private int count() throws StorageFailure {
        return database.read("count", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM numbers")) {
                return row.getInt(1);
            }
        });
    }

    /** Whether writers meet is a matter of luck on a fast disk, so the first commit waits until all others are queued. */
    @Test
    void concurrentWritersShareCommitsAndEachIsDurableOnReturn() throws StorageFailure, InterruptedException {
        commits.set(0);
        CountDownLatch everybodyIsWaiting = new CountDownLatch(1);
        beforeCommit = everybodyIsWaiting;
        List<Thread> writers = IntStream.range(0, WRITERS)
                .mapToObj(n -> Thread.ofPlatform().start(() -> insertOrCount(n, new AtomicInteger())))
                .toList();
        await().until(() -> writers.stream().allMatch(writer -> writer.getState() == Thread.State.WAITING));
        everybodyIsWaiting.countDown();
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(count()).isEqualTo(WRITERS);
        assertThat(commits.get()).isLessThan(WRITERS);
    }

    @Test
    void oneFailingPieceDoesNotFailTheOthersOfItsGroup()
            throws StorageFailure, InterruptedException, ExecutionException {
        insert(0);
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 1; i <= 400; i++) {
                int n = i % 4 == 0 ? 0 : i;
                results.add(threads.submit(() -> insertOrCount(n, refused)));
            }
            for (Future<Boolean> result : results) {
                result.get();
            }
        }
        assertThat(refused).hasValue(100);
        assertThat(count()).isEqualTo(301);
    }

    private boolean insertOrCount(int n, AtomicInteger refused) {
        try {
            insert(n);
        } catch (StorageFailure e) {
            refused.incrementAndGet();
        }
        return true;
    }

    @Test
    void aFailedPieceLeavesNothingOfItselfBehind() throws StorageFailure {
        assertThatThrownBy(() -> database.write("twice", connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("INSERT INTO numbers VALUES(1)");
                        throw new SQLException("second thoughts");
                    }
                }))
                .isInstanceOf(StorageFailure.class);
        assertThat(count()).isZero();
        insert(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whenACommitCannotBeginNobodyIsToldThatItWasDone() throws StorageFailure {
        powerCut = true;
        assertThatThrownBy(() -> insert(1)).isInstanceOf(IllegalStateException.class);
        powerCut = false;
        assertThat(count()).isZero();
        insert(2);
        assertThat(count()).isEqualTo(1);
    }

    /** What refers to nothing is found out when the group is to be committed, after each piece was carried out. */
    @Test
    void whenACommitFailsNobodyIsToldThatItWasDoneAndTheNextOneIsMade() throws SQLException, StorageFailure {
        try (Statement statement = database.connections().getFirst().createStatement()) {
            statement.execute("PRAGMA foreign_keys=ON");
        }
        assertThatThrownBy(() -> database.write("mention", connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("INSERT INTO numbers VALUES(7)");
                        statement.execute("INSERT INTO mentions VALUES(8)");
                    }
                }))
                .isInstanceOf(StorageFailure.class)
                .hasCauseInstanceOf(SQLException.class);
        assertThat(count()).isZero();
        insert(1);
        assertThat(count()).isEqualTo(1);
    }
}
