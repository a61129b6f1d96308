package org.quitclaim.eventstore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedType;

/**
 * Looks for damage in the event file: positions, sequences, types and revisions by SQL, and every payload behind the last
 * position that was verified.
 *
 * <p><b>Guarantees:</b> nothing is written. What should be remembered, what each event was when everything was found whole,
 * is given back as statements for whoever may write. Every fault is found by itself: none keeps another from being looked
 * for.
 *
 * <p><b>Errors:</b> {@link RefusedStart} with {@code start.history-unreadable} when the database itself cannot be read.
 */
public final class HistoryScan {
    private final EventQueries file;
    private final VerifiedEvents verified;
    private final StoredTypesSerializer serializer;
    private final HistoryKnowledge knowledge;
    private final StreamFaults faults = new StreamFaults();
    private final PositionCheck positions;
    private final SequenceCheck sequences;
    private final PayloadCheck payloads;

    private HistoryScan(
            EventQueries file, StoredTypes types, HistoryKnowledge knowledge, BiConsumer<String, Object> reader) {
        this.file = file;
        this.verified = new VerifiedEvents(file);
        this.serializer = new StoredTypesSerializer(types);
        this.knowledge = knowledge;
        this.positions = new PositionCheck(file, faults);
        this.sequences = new SequenceCheck(file, faults);
        this.payloads = new PayloadCheck(file, serializer, faults, reader);
    }

    /** Before anything else opens the file; payloads behind what was verified, and remembers how far that is now. */
    static Look beforeStart(Path folder, StoredTypes types, HistoryKnowledge knowledge) {
        return look(folder, types, knowledge, Reading.SINCE_VERIFIED, (stream, event) -> {});
    }

    /** Everything, by the server that works on the file. */
    static Look running(Path folder, StoredTypes types, HistoryKnowledge knowledge) {
        return look(folder, types, knowledge, Reading.ALL, (stream, event) -> {});
    }

    /**
     * Everything, also while a server works on the file; changes nothing.
     *
     * @param knowledge found before this is called
     * @param reader given the stream and the payload of each event that can be read
     */
    public static HistoryFindings whole(
            Path folder, StoredTypes types, HistoryKnowledge knowledge, BiConsumer<String, Object> reader) {
        return look(folder, types, knowledge, Reading.ALL, reader).found();
    }

    private enum Reading {
        SINCE_VERIFIED,
        ALL
    }

    /**
     * @param seen what is there, if it was read from the first event on
     * @param remember statements with which the next look knows of this one
     */
    record Look(HistoryFindings found, Optional<RowDigests> seen, List<String> remember) {}

    private static Look look(
            Path folder,
            StoredTypes types,
            HistoryKnowledge knowledge,
            Reading reading,
            BiConsumer<String, Object> reader) {
        Path file = folder.resolve(EventDatabase.FILE);
        if (!Files.exists(file)) {
            return new Look(HistoryFindings.empty(knowledge), Optional.empty(), List.of());
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return new HistoryScan(new EventQueries(connection), types, knowledge, reader).look(reading);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    static RefusedStart unreadable(SQLException e) {
        return new RefusedStart(
                "start.history-unreadable",
                "The event database cannot be read (" + e.getErrorCode()
                        + "). Restore it from a backup: ./quitclaim restore DIR. Nothing was changed.",
                e);
    }

    private Look look(Reading reading) throws SQLException {
        // one state of the file, however many events come in meanwhile
        file.execute("begin");
        try {
            return file.has("events") ? events(reading) : withoutEvents();
        } finally {
            file.execute("rollback");
        }
    }

    private Look withoutEvents() throws SQLException {
        long known = Math.max(verified.last(), knowledge.position());
        return new Look(
                HistoryFindings.empty(new HistoryKnowledge(
                        known, knowledge.installation(), knowledge.inUse() || known > 0, knowledge.kept())),
                Optional.of(new RowDigests(0)),
                List.of());
    }

    private Look events(Reading reading) throws SQLException {
        EventTables.requireAsMade(file);
        if (reading == Reading.ALL) {
            requireSoundPages();
        }
        long events = file.count("select count(*) from events");
        long head = file.count("select coalesce(max(position), 0) from events");
        long last = verified.last();
        positions.run(events, head);
        sequences.run();
        List<PositionGap> unexplained = sequences.unexplained(positions.losses());
        Optional<PositionGap> end = HistoryFindings.endBehind(head, Math.max(last, knowledge.position()));
        boolean everything =
                reading == Reading.ALL || verified.isSuspect() || end.isPresent() || lacksWhatWas(unexplained, last);
        types(everything ? 0 : last);
        RowDigests found =
                payloads.run(everything ? 0 : last, everything ? verified.all() : new RowDigests(0), positions);
        List<AlteredEvents> altered = new ArrayList<>(payloads.altered(found));
        KeptCheck apart = new KeptCheck(file, knowledge.kept(), faults)
                .run(everything ? 0 : Math.max(0, Math.min(last, head - KeptCheck.NEWEST)), reading == Reading.ALL);
        altered.addAll(apart.beside(altered));
        HistoryFindings findings = new HistoryFindings(
                events,
                positions.gaps(),
                unexplained,
                end,
                isForeign(events),
                faults.unreadable(),
                faults.damaged(),
                altered,
                events == 0 ? Optional.empty() : apart.fault(),
                faults.first());
        return new Look(
                findings, everything ? Optional.of(found) : Optional.empty(), remembering(findings, found, everything));
    }

    /** An index that lacks a row hides it from whoever reads by that index. */
    private void requireSoundPages() throws SQLException {
        if (!file.text("pragma integrity_check(1)").equals("ok")) {
            throw new RefusedStart(
                    "start.history-unreadable",
                    "The event database's own check of its pages and indexes fails. Restore it from a backup:"
                            + " ./quitclaim restore DIR. Nothing was changed.");
        }
    }

    /** Whether an event was at one of these positions when they were last looked at. */
    private boolean lacksWhatWas(List<PositionGap> gaps, long last) throws SQLException {
        if (gaps.stream().noneMatch(gap -> gap.first() <= last)) {
            return false;
        }
        RowDigests was = verified.all();
        return gaps.stream().anyMatch(gap -> was.eventAmong(gap.first(), Math.min(gap.last(), last)));
    }

    private boolean isForeign(long events) throws SQLException {
        if (knowledge.installation().isEmpty()) {
            return false;
        }
        boolean[] founded = new boolean[1];
        file.each(
                "select 1 from events where stream_id = ? limit 1",
                row -> founded[0] = true,
                knowledge.installation().get());
        return !founded[0] && (events > 0 || knowledge.inUse());
    }

    private List<String> remembering(HistoryFindings found, RowDigests read, boolean everything) throws SQLException {
        List<String> statements = new ArrayList<>(VerifiedEvents.tables());
        // what is missing is found without reading payloads
        boolean readAgain = !found.damaged().isEmpty() || !found.altered().isEmpty();
        if (!readAgain && found.end().isEmpty() && !found.foreign()) {
            statements.addAll(verified.remembering(read, payloads.types()));
        }
        if (everything) {
            statements.add(readAgain ? "insert or ignore into suspect values (1)" : "delete from suspect");
        }
        return statements;
    }

    /** Those of verified events too: an older version may have been started. */
    private void types(long behind) throws SQLException {
        Set<SimpleSerializedType> unknown = new HashSet<>();
        if (behind > 0) {
            verified.types().stream().filter(type -> !isKnown(type)).forEach(unknown::add);
        }
        file.each(
                "select distinct event_type, event_revision from events where position > ?",
                row -> {
                    SimpleSerializedType type = new SimpleSerializedType(row.getString(1), row.getString(2));
                    if (!isKnown(type)) {
                        unknown.add(type);
                    }
                },
                behind == 0 ? Long.MIN_VALUE : behind);
        for (SimpleSerializedType type : unknown) {
            file.each(
                    "select position, stream_id from events where event_type = ? and event_revision = ?",
                    row -> faults.unreadable(
                            row.getLong(1), row.getString(2), type.getName() + "/" + type.getRevision()),
                    type.getName(),
                    type.getRevision());
        }
    }

    private boolean isKnown(SimpleSerializedType type) {
        try {
            serializer.classForType(type);
            return true;
        } catch (SerializationException e) {
            return false;
        }
    }
}
