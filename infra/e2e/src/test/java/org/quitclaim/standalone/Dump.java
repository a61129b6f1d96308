package org.quitclaim.standalone;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The contents of the stores as their own drivers give them: what pages and compression may hide from a byte search. */
final class Dump {
    private Dump() {}

    static byte[] ofReadModels(MongoDatabase database) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String collection : database.listCollectionNames()) {
            database.getCollection(collection)
                    .find()
                    .forEach(document -> out.writeBytes(
                            (collection + " " + document.toJson() + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        return out.toByteArray();
    }

    /** Every table of every SQLite file in a folder; blobs as they are. */
    static byte[] ofSqlite(Path folder) throws IOException, SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".db")).toList()) {
                try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                    for (String table : tables(connection)) {
                        rows(connection, table, out);
                    }
                }
            }
        }
        return out.toByteArray();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name from sqlite_master where type = 'table'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void rows(Connection connection, String table, ByteArrayOutputStream out) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    byte[] value = rows.getBytes(column);
                    out.writeBytes(value == null ? new byte[0] : value);
                    out.write('\n');
                }
            }
        }
    }
}
