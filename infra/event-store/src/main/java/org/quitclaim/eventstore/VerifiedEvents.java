package org.quitclaim.eventstore;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.axonframework.serialization.SimpleSerializedType;

/**
 * What the event file remembers of looks that found it whole: a digest for each position, and every type that was read.
 *
 * <p><b>Shape:</b> rows of {@code verified} hold {@link RowDigests} of 256 positions, the last row fewer. {@code suspect}
 * holds a row while the next look has to read everything.
 */
final class VerifiedEvents {
    private static final int IN_ROW = 256;
    private static final List<String> TABLES = List.of(
            "create table if not exists verified (number integer primary key, digests blob not null)",
            "create table if not exists verified_type (type text not null, revision text not null,"
                    + " primary key (type, revision)) without rowid",
            "create table if not exists suspect (id integer primary key)");

    private final EventQueries file;

    VerifiedEvents(EventQueries file) {
        this.file = file;
    }

    /** The last position that was verified. */
    long last() throws SQLException {
        return file.has("verified")
                ? file.count("select coalesce(max(number * " + IN_ROW + " + length(digests) / " + RowDigests.BYTES
                        + "), 0) from verified")
                : 0;
    }

    /** Of every position that was verified. */
    RowDigests all() throws SQLException {
        RowDigests digests = new RowDigests(0);
        if (file.has("verified")) {
            file.each(
                    "select number, digests from verified where number >= 0 order by number",
                    row -> digests.append(row.getLong(1) * IN_ROW, row.getBytes(2)));
        }
        return digests;
    }

    boolean isSuspect() throws SQLException {
        return file.has("suspect") && file.count("select count(*) from suspect") > 0;
    }

    Set<SimpleSerializedType> types() throws SQLException {
        Set<SimpleSerializedType> types = new HashSet<>();
        if (file.has("verified_type")) {
            file.each(
                    "select type, revision from verified_type",
                    row -> types.add(new SimpleSerializedType(row.getString(1), row.getString(2))));
        }
        return types;
    }

    /** What was read behind the last verified position follows on it; what was verified before stays as it was. */
    List<String> remembering(RowDigests read, Collection<SimpleSerializedType> types) throws SQLException {
        long last = last();
        List<String> statements = new ArrayList<>();
        if (read.last() > last) {
            long from = last / IN_ROW * IN_ROW;
            RowDigests whole = new RowDigests(from);
            if (last > from) {
                file.each(
                        "select digests from verified where number = " + from / IN_ROW,
                        row -> whole.append(from, row.getBytes(1)));
            }
            whole.append(last, read.between(last + 1, read.last()));
            statements.addAll(statements(whole));
        }
        types.forEach(type -> statements.add("insert or ignore into verified_type values ('" + quoted(type.getName())
                + "', '" + quoted(type.getRevision()) + "')"));
        return statements;
    }

    /** From now on this is what everything is compared with. */
    static List<String> compareWith(RowDigests all) {
        List<String> statements = new ArrayList<>(TABLES);
        statements.add("delete from verified");
        statements.addAll(statements(all));
        return statements;
    }

    static List<String> tables() {
        return TABLES;
    }

    private static List<String> statements(RowDigests digests) {
        List<String> statements = new ArrayList<>();
        for (long first = digests.before() + 1; first <= digests.last(); first += IN_ROW) {
            long last = Math.min(first + IN_ROW - 1, digests.last());
            statements.add("insert or replace into verified values (" + (first - 1) / IN_ROW + ", x'"
                    + HexFormat.of().formatHex(digests.between(first, last)) + "')");
        }
        return statements;
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }
}
