package org.quitclaim.command.work;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.command.work.Tally.Sum;

/** The tables of the work index. */
final class WorkTables {
    /**
     * Of what the rows mean: raised when the same tables are filled in another way. Changed tables are seen without it.
     */
    private static final int REVISION = 3;

    static final List<String> ALL = List.of(
            "create table if not exists progress(id integer primary key, position integer not null, event text not"
                    + " null)",
            "create table if not exists todo(kind text not null, subject text not null, detail text not null, since"
                    + " integer not null, urgent integer not null default 0, not_before integer not null default 0, cause"
                    + " text not null, correlation text not null, primary key(kind, subject, detail)) without rowid",
            "create index if not exists todo_by_age on todo(kind, since, subject, detail)",
            "create index if not exists todo_urgent on todo(kind, since) where urgent = 1",
            "create table if not exists quitclaim(id text primary key, person text not null) without rowid",
            "create table if not exists due(grant_id text primary key, person text not null,"
                    + " recognition integer not null, generation integer not null, ends_at integer not null,"
                    + " confirmed integer not null) without rowid",
            "create index if not exists due_by_end on due(ends_at)",
            "create index if not exists due_by_person on due(person)",
            "create table if not exists standing(person text primary key, minor integer not null,"
                    + " restricted integer not null, disputes integer not null, ended integer not null,"
                    + " patient integer not null) without rowid",
            "create table if not exists faceprint(record text primary key, person text not null,"
                    + " generation integer not null, pack text not null) without rowid",
            "create index if not exists faceprint_by_person on faceprint(person)",
            "create table if not exists portrait(person text primary key, generation integer not null,"
                    + " since integer not null, fresh integer not null) without rowid",
            "create table if not exists suggestion(person text not null, photo text not null, face text not null,"
                    + " generation integer not null, primary key(person, photo, face)) without rowid",
            "create table if not exists photo(id text primary key, collection text not null)" + " without rowid",
            "create index if not exists photo_by_collection on photo(collection)",
            "create table if not exists looked(photo text primary key, detector text not null,"
                    + " smallest integer not null) without rowid",
            "create table if not exists copy(photo text not null, other text not null, known text not null,"
                    + " pressing integer not null, since integer not null, primary key(photo, other)) without rowid",
            "create index if not exists copy_by_other on copy(other)",
            "create index if not exists copy_by_known on copy(known, pressing, since)",
            "create table if not exists picture(photo text not null, version text not null,"
                    + " generation integer not null, record text not null, primary key(photo, version)) without rowid",
            "create table if not exists overdue(face text primary key, photo text not null,"
                    + " settle_by integer not null) without rowid",
            "create index if not exists overdue_by_photo on overdue(photo)",
            "create table if not exists comparison(event text primary key, photo text not null, face text not null,"
                    + " person text not null, actor text not null, role text not null,"
                    + " x real not null, y real not null, width real not null, height real not null,"
                    + " at integer not null) without rowid",
            "create index if not exists comparison_by_person on comparison(person, at)",
            "create index if not exists comparison_by_actor on comparison(actor, at)",
            "create index if not exists comparison_by_photo on comparison(photo)",
            "create table if not exists search(event text not null, face text not null, photo text not null,"
                    + " list text not null, actor text not null, role text not null,"
                    + " x real not null, y real not null, width real not null, height real not null,"
                    + " at integer not null, primary key(event, face)) without rowid",
            "create index if not exists search_by_list on search(list, at)",
            "create index if not exists search_by_actor on search(actor, at)",
            "create index if not exists search_by_photo on search(photo)",
            "create table if not exists listed(person text not null, list text not null,"
                    + " primary key(person, list)) without rowid",
            "create table if not exists release(photo text not null, publication text not null,"
                    + " primary key(photo, publication)) without rowid",
            "create table if not exists sighting(person text not null, photo text not null, face text not null,"
                    + " primary key(person, photo, face)) without rowid",
            "create table if not exists formerly(person text not null, photo text not null,"
                    + " primary key(person, photo)) without rowid",
            "create table if not exists undone(photo text not null, face text not null, because text not null,"
                    + " actor text not null, role text not null, at integer not null,"
                    + " primary key(photo, face)) without rowid",
            "create index if not exists undone_by_age on undone(at, photo, face)",
            "create index if not exists sighting_by_face on sighting(photo, face)",
            "create table if not exists erasure(id text primary key, person text not null, scope text not null,"
                    + " generation integer not null, due_on text not null, alarmed integer not null,"
                    + " closed integer not null, retired integer not null) without rowid",
            "create index if not exists erasure_by_due_date on erasure(closed, due_on)",
            "create table if not exists request(id text primary key, person text not null, due_on text not null,"
                    + " alarmed integer not null, closed integer not null) without rowid",
            "create index if not exists request_by_due_date on request(closed, due_on)",
            "create index if not exists request_by_person on request(person)",
            "create table if not exists publication(photo text not null, id text not null,"
                    + " primary key(photo, id)) without rowid",
            "create table if not exists hold(person text not null, element text not null, since integer not null,"
                    + " ends_at integer not null, primary key(person, element)) without rowid",
            "create table if not exists evidence(person text primary key, since integer not null) without rowid",
            "create index if not exists evidence_by_age on evidence(since)",
            "create table if not exists minted(person text not null, generation integer not null,"
                    + " primary key(person, generation)) without rowid",
            "create table if not exists signing(link text primary key, quitclaim text not null,"
                    + " ends_at integer not null) without rowid",
            "create index if not exists signing_by_end on signing(ends_at)",
            "create table if not exists link(sha256 text primary key, link text not null, person text not null,"
                    + " revoked integer not null) without rowid",
            "create index if not exists link_by_id on link(link)",
            "create table if not exists letter(link text primary key, record text not null) without rowid",
            "create table if not exists waiting(link text primary key, quitclaim text not null, person text not null,"
                    + " since integer not null) without rowid",
            "create index if not exists waiting_by_age on waiting(since)",
            "create table if not exists code(signs text primary key, link text not null, letter text not null,"
                    + " statement text not null, ends_at integer not null) without rowid",
            "create index if not exists code_by_link on code(link)",
            "create index if not exists code_by_end on code(ends_at)",
            "create table if not exists breach(id text primary key, discovered_at integer not null,"
                    + " notified integer not null, closed integer not null) without rowid",
            "create table if not exists no(number integer primary key, id text not null unique, stream text not null,"
                    + " sequence integer not null, at integer not null, told integer not null default 0)",
            "create index if not exists no_untold on no(number) where told = 0",
            "create table if not exists reviewed(photo text primary key) without rowid",
            "create table if not exists named(record text primary key) without rowid",
            "create table if not exists remade(id integer primary key, at integer not null, because text not null)",
            "create table if not exists owner(id integer primary key, installation text not null)",
            "create table if not exists checked(id integer primary key, at integer not null)",
            "create table if not exists tally(kind text primary key, rows integer not null, digest integer not null)"
                    + " without rowid");

    /** Of tables and rows; rows of another version are dropped and made anew from the events. */
    static final int VERSION = version(ALL, REVISION);

    private WorkTables() {}

    /** As SQLite keeps it in a file: a number that is not zero. */
    static int version(List<String> tables, int revision) {
        byte[] form = (revision + String.join(";", tables)).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(Tally.sha256().digest(form)).getInt() & Integer.MAX_VALUE | 1;
    }

    /** Every table whose rows are counted, which is all but the counts. */
    static List<String> counted(Connection connection) throws SQLException {
        return names(
                connection,
                "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> '"
                        + Tally.TABLE + "' order by name");
    }

    static List<String> columns(Connection connection, String table) throws SQLException {
        return names(connection, "select name from pragma_table_info('" + table + "') order by cid");
    }

    /** As what a row is counted: what is left to do by what is to be done, everything else by its table. */
    static String kind(String table, String row) {
        return table.equals("todo") ? "'todo.' || " + row + "kind" : "'" + table + "'";
    }

    static Map<String, Sum> tallies(Connection connection) throws SQLException {
        Map<String, Sum> sums = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select kind, rows, digest from " + Tally.TABLE)) {
            while (row.next()) {
                sums.put(row.getString(1), new Sum(row.getLong(2), row.getLong(3)));
            }
        }
        return sums;
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
