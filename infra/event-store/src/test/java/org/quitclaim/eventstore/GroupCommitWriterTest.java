package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class GroupCommitWriterTest {
    @TempDir
    Path data;

    /** Lets a test gather units while the writer stands still before a commit. */
    private static final class Gate implements AppendObserver {
        final CountDownLatch reached = new CountDownLatch(1);
        final Semaphore open = new Semaphore(0);
        final List<CommitGroup> commits = new CopyOnWriteArrayList<>();

        @Override
        public void beforeCommit(CommitGroup group) {
            reached.countDown();
            open.acquireUninterruptibly();
        }

        @Override
        public void afterCommit(CommitGroup group) {
            commits.add(group);
        }
    }

    @Test
    void unitsThatArriveDuringACommitShareTheNextOne() throws Exception {
        Gate gate = new Gate();
        try (GroupCommitWriter writer = writer(gate)) {
            List<CompletableFuture<Long>> units = new ArrayList<>();
            units.add(writer.submit(events("a", 0)));
            gate.reached.await();
            for (int i = 0; i < 20; i++) {
                units.add(writer.submit(events("b" + i, 0, 1)));
            }
            assertThat(units).noneMatch(CompletableFuture::isDone);
            gate.open.release(2);
            units.forEach(CompletableFuture::join);
            assertThat(gate.commits)
                    .containsExactly(
                            new AppendObserver.CommitGroup(1, 1, 1), new AppendObserver.CommitGroup(20, 40, 41));
            gate.open.release(100);
        }
        assertThat(positions()).hasSize(41).endsWith(41L);
    }

    @Test
    void aDuplicateFailsItsOwnUnitOnlyAndLeavesNoGap() throws Exception {
        Gate gate = new Gate();
        try (GroupCommitWriter writer = writer(gate)) {
            writer.submit(events("first", 0));
            gate.reached.await();
            CompletableFuture<Long> before = writer.submit(events("a", 0, 1));
            CompletableFuture<Long> half = writer.submit(events("c", 0, 1, 1));
            CompletableFuture<Long> after = writer.submit(events("b", 0));
            gate.open.release(100);
            assertThat(before.join()).isEqualTo(4);
            assertThat(after.join()).isEqualTo(4);
            assertThatThrownBy(half::join).cause().matches(DuplicateKeys::isDuplicateKey);
        }
        assertThat(positions()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aCrashBeforeTheCommitStoresNothingAndAcknowledgesNothing() throws Exception {
        AppendObserver crash = new AppendObserver() {
            @Override
            public void beforeCommit(CommitGroup group) {
                throw new IllegalStateException("crash");
            }
        };
        try (GroupCommitWriter writer = writer(crash)) {
            assertThatThrownBy(() -> writer.submit(events("a", 0)).join())
                    .hasMessageContaining("nothing was acknowledged");
            assertThatThrownBy(() -> writer.submit(events("b", 0)).join()).hasMessageContaining("closed");
        }
        assertThat(positions()).isEmpty();
    }

    @Test
    void aCrashAfterTheCommitAcknowledgesNothingThoughItIsStored() throws Exception {
        AppendObserver crash = new AppendObserver() {
            @Override
            public void afterCommit(CommitGroup group) {
                throw new IllegalStateException("crash");
            }
        };
        try (GroupCommitWriter writer = writer(crash)) {
            assertThatThrownBy(() -> writer.submit(events("a", 0)).join())
                    .hasMessageContaining("nothing was acknowledged");
        }
        assertThat(positions()).containsExactly(1L);
    }

    @Test
    void aFullDiskFailsWhoWaitsAndTheWriterCarriesOn() throws Exception {
        try (GroupCommitWriter writer = writer(AppendObserver.NONE)) {
            writer.submit(events("a", 0)).join();
            CompletableFuture<Long> tooMuch = writer.submit(session -> {
                session.execute("pragma max_page_count = 1");
                for (int i = 0; i < 100; i++) {
                    events("big", i).writeTo(session);
                }
            });
            assertThatThrownBy(tooMuch::join).hasMessageContaining("SQLITE_FULL");
            assertThat(writer.submit(events("b", 0)).join()).isEqualTo(2);
        }
        assertThat(positions()).containsExactly(1L, 2L);
    }

    @Test
    void anyOtherFailureClosesTheWriter() throws Exception {
        try (GroupCommitWriter writer = writer(AppendObserver.NONE)) {
            CompletableFuture<Long> broken = writer.submit(session -> session.execute("select * from nowhere"));
            assertThatThrownBy(broken::join).hasMessageContaining("nothing was acknowledged");
            assertThatThrownBy(() -> writer.submit(events("a", 0)).join()).hasMessageContaining("closed");
        }
    }

    @Test
    void whatWasSubmittedBeforeTheCloseIsWritten() throws Exception {
        List<CompletableFuture<Long>> units = new ArrayList<>();
        try (GroupCommitWriter writer = writer(AppendObserver.NONE)) {
            for (int i = 0; i < 1_000; i++) {
                units.add(writer.submit(events("s" + i, 0)));
            }
        }
        assertThat(units).allMatch(unit -> unit.state() == java.util.concurrent.Future.State.SUCCESS);
        assertThat(positions()).hasSize(1_000);
    }

    @Test
    void aConnectionThatDoesNotSyncIsRefused() throws SQLException {
        try (Connection connection = new SqliteFile(data.resolve("x.db")).openWriter();
                Statement statement = connection.createStatement()) {
            statement.execute("pragma synchronous = 1");
            assertThatThrownBy(() -> SqliteFile.checked(connection))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("synchronous");
        }
    }

    private GroupCommitWriter writer(AppendObserver observer) throws SQLException {
        return new GroupCommitWriter(new SqliteFile(data.resolve("events.db")), observer);
    }

    private List<Long> positions() throws SQLException {
        List<Long> positions = new ArrayList<>();
        try (Connection connection =
                        new SqliteFile(data.resolve("events.db")).connections().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select position from events order by position")) {
            while (answer.next()) {
                positions.add(answer.getLong(1));
            }
        }
        return positions;
    }

    static WriteUnit events(String stream, long... sequences) {
        return session -> {
            for (long sequence : sequences) {
                byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
                String id = java.util.UUID.randomUUID().toString();
                session.insertEvent(new EventRow(id, stream, sequence, "meter", "2026", "meter.read", "1", json, json));
            }
        };
    }
}
