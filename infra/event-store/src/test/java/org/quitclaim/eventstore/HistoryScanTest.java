package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.eventstore.sample.MeterEvent.MeterRead;
import org.quitclaim.eventstore.sample.MeterEvent.Unit.KilowattHours;
import org.quitclaim.eventstore.sample.MeterId;

/** Three meters with ten readings each, in turn: positions 1 to 30. Rows are changed with plain SQL. */
class HistoryScanTest {
    private static final StoredTypes TYPES = new StoredTypes(Set.of(MeterRead.class));
    private static final int EVENTS = 30;

    @TempDir
    Path data;

    private WholeHistory history;
    private HistoryKnowledge beside = HistoryKnowledge.NONE;

    @BeforeEach
    void written() throws Exception {
        try (WriterSession session = new WriterSession(new SqliteFile(data.resolve(EventDatabase.FILE)))) {
            for (int number = 0; number < EVENTS; number++) {
                session.insertEvent(reading(number % 3 + 1, number / 3));
            }
            session.commit();
        }
        history = new WholeHistory(data, TYPES, folder -> beside);
        assertThat(history.beforeStart().said()).isEmpty();
        assertThat(whole().said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -7, 9_000_000_000_000L, Long.MAX_VALUE})
    void an_event_at_a_position_where_none_can_stand_damages_its_stream_and_leaves_a_gap(long position)
            throws Exception {
        change("update events set position = " + position + " where position = 29");
        for (HistoryFindings found : List.of(whole(), history.beforeStart())) {
            assertThat(found.damaged()).hasSize(1);
            assertThat(found.said().orElseThrow())
                    .contains("At position " + position + " an event meter.read cannot stand");
            assertThat(found.unexplained()).containsExactly(new PositionGap(29, 29));
        }
    }

    @Test
    void an_event_that_was_moved_behind_the_others_leaves_a_gap_and_its_stream_out_of_order() throws Exception {
        change("update events set position = 40 where position = 5");
        HistoryFindings found = history.beforeStart();
        assertThat(found.unexplained()).containsExactly(new PositionGap(5, 5), new PositionGap(31, 39));
        assertThat(found.said().orElseThrow()).contains("before the one that it follows on");
    }

    @Test
    void two_events_that_changed_places_are_altered() throws Exception {
        change("update events set position = 100 where position = 14");
        change("update events set position = 14 where position = 15");
        change("update events set position = 15 where position = 100");
        assertThat(whole().altered())
                .extracting(AlteredEvents::first, AlteredEvents::last)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(14L, 15L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from events where position = 30",
                "delete from events where position = 28",
                "delete from events where position = 10",
                "update events set position = 0 where position = 10",
                "update events set position = -1 where position = 10",
                "update events set position = 9000000000000 where position = 30",
                "update events set payload = x'7b' where position = 10"
            })
    void an_altered_event_is_found_whatever_else_is_wrong(String other) throws Exception {
        change("update events set recorded_at = '2020-01-01T00:00:00Z' where position = 20");
        change(other);
        for (HistoryFindings found : List.of(whole(), history.look())) {
            assertThat(found.altered()).singleElement().satisfies(one -> {
                assertThat(one.first()).isEqualTo(20);
                assertThat(one.last()).isEqualTo(20);
            });
            assertThat(found.said().orElseThrow())
                    .contains("At position 20 an event meter.read is not as it was written.");
        }
    }

    @Test
    void an_event_that_was_altered_before_anybody_looked_at_it_is_found_at_the_next_start() throws Exception {
        try (WriterSession session = new WriterSession(new SqliteFile(data.resolve(EventDatabase.FILE)))) {
            session.insertEvent(reading(1, EVENTS / 3));
            session.commit();
        }
        change("update events set payload = replace(payload, '{', '{ ') where position = 31");
        for (HistoryFindings found : List.of(whole(), history.beforeStart())) {
            assertThat(found.altered())
                    .singleElement()
                    .satisfies(one -> assertThat(one.first()).isEqualTo(31));
        }
    }

    @Test
    void accepting_a_gap_accepts_no_alteration() throws Exception {
        change("delete from events where position = 28");
        change("update events set recorded_at = '2020-01-01T00:00:00Z' where position = 20");
        HistoryFindings atStart = history.beforeStart();
        assertThat(atStart.altered()).as("a new gap has everything read").hasSize(1);
        HistoryFindings left = atStart.without(gap -> true, altered -> false);
        assertThat(left.unexplained()).isEmpty();
        assertThat(left.said().orElseThrow()).contains("At position 20");
    }

    @Test
    void what_was_noted_is_found_once_and_a_further_change_at_the_same_place_again() throws Exception {
        change("update events set recorded_at = '2020-01-01T00:00:00Z' where position = 20");
        AlteredEvents first = history.look().altered().getFirst();
        history.noted();
        assertThat(history.look().said()).isEmpty();
        change("update events set recorded_at = '2021-01-01T00:00:00Z' where position = 20");
        assertThat(history.look().altered()).singleElement().isNotEqualTo(first);
    }

    @Test
    void looking_without_noting_forgets_nothing() throws Exception {
        change("delete from events where position = 28");
        change("update events set recorded_at = '2020-01-01T00:00:00Z' where position = 20");
        for (int look = 0; look < 3; look++) {
            assertThat(history.look().altered()).hasSize(1);
            assertThat(history.beforeStart().altered()).hasSize(1);
        }
    }

    @Test
    void an_end_that_was_verified_is_missed() throws Exception {
        change("delete from events where position > 27");
        for (HistoryFindings found : List.of(whole(), history.beforeStart(), history.look())) {
            assertThat(found.end()).contains(new PositionGap(28, 30));
            assertThat(found.gaps()).as("where events will stand again").isEmpty();
            assertThat(found.said())
                    .hasValueSatisfying(line -> assertThat(line)
                            .contains("The history ends at position 27, but positions 28 to 30 were there already."));
        }
    }

    @Test
    void an_end_that_only_something_beside_had_heard_of_is_missed() throws Exception {
        beside = new HistoryKnowledge(33, Optional.empty(), true);
        assertThat(whole().end()).contains(new PositionGap(31, 33));
        assertThat(history.beforeStart().end()).contains(new PositionGap(31, 33));
    }

    @Test
    void a_table_that_was_dropped_and_a_file_that_was_emptied_are_no_new_history() throws Exception {
        change("drop table events");
        assertThat(whole().end()).contains(new PositionGap(1, EVENTS));
        assertThat(whole().foreign()).isTrue();
        Files.write(data.resolve(EventDatabase.FILE), new byte[0]);
        beside = new HistoryKnowledge(EVENTS, Optional.of(MeterId.of(1).value()), false);
        assertThat(whole().end()).contains(new PositionGap(1, EVENTS));
        Files.delete(data.resolve(EventDatabase.FILE));
        assertThat(whole().end()).contains(new PositionGap(1, EVENTS));
        beside = new HistoryKnowledge(0, Optional.of(MeterId.of(1).value()), true);
        assertThat(whole().said().orElseThrow()).contains("this data folder is in use");
    }

    @Test
    void a_history_without_the_installations_own_stream_is_anothers() {
        beside = new HistoryKnowledge(0, Optional.of(MeterId.of(2).value()), true);
        assertThat(whole().said()).isEmpty();
        beside = new HistoryKnowledge(0, Optional.of(MeterId.of(77).value()), true);
        assertThat(whole().foreign()).isTrue();
    }

    @Test
    void a_table_made_anew_with_fewer_rules_is_refused_before_its_rows_are_believed() throws Exception {
        change("create table copied as select * from events");
        change("drop table events");
        change("alter table copied rename to events");
        change("insert into events select * from events where position = 3");
        assertThatThrownBy(this::whole)
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("not as Quitclaim makes it");
    }

    @Test
    void a_time_that_nobody_can_read_is_damage() throws Exception {
        change("update events set recorded_at = 'yesterday' where position = 20");
        assertThat(whole().damaged()).hasSize(1);
        assertThat(whole().unreadable()).containsExactly(20L);
    }

    /** What was read once is not read again before a start, and its types are known all the same. */
    @Test
    void an_older_version_is_told_of_types_that_it_cannot_read_among_what_was_verified() {
        WholeHistory older = new WholeHistory(data, new StoredTypes(Set.of()), folder -> HistoryKnowledge.NONE);
        assertThat(older.beforeStart().unreadable()).hasSize(EVENTS);
    }

    @Test
    void events_behind_the_verified_ones_are_verified_at_the_next_start_across_rows_of_digests() throws Exception {
        try (WriterSession session = new WriterSession(new SqliteFile(data.resolve(EventDatabase.FILE)))) {
            for (int number = 0; number < 600; number++) {
                session.insertEvent(reading(4, number));
            }
            session.commit();
        }
        assertThat(history.beforeStart().said()).isEmpty();
        assertThat(whole().said()).isEmpty();
        change("update events set metadata = x'7b207d' where position in (256, 257, 512, 630)");
        assertThat(whole().altered()).extracting(AlteredEvents::first).containsExactly(256L, 512L, 630L);
    }

    private HistoryFindings whole() {
        return HistoryScan.whole(data, TYPES, beside, (stream, event) -> {});
    }

    private static EventRow reading(int meter, long sequence) {
        MeterId id = MeterId.of(meter);
        StoredTypesSerializer serializer = new StoredTypesSerializer(TYPES);
        SerializedObject<byte[]> payload = serializer.serialize(
                new MeterRead(id, Instant.EPOCH, new KeyGeneration(1), new KilowattHours(1)), byte[].class);
        return new EventRow(
                "evt-" + meter + "-" + sequence,
                id.value(),
                sequence,
                "meter",
                "2026-11-23T11:00:00.123456Z",
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                serializer.serialize(MetaData.emptyInstance(), byte[].class).getData());
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve(EventDatabase.FILE));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
