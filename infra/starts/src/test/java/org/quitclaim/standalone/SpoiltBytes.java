package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Changes bytes of the event file on the disk, under the server, whose lock keeps everybody else from writing. */
final class SpoiltBytes implements AutoCloseable {
    private final Path file;
    private final List<RandomAccessFile> opened = new ArrayList<>();

    SpoiltBytes(Path data) {
        file = data.resolve("events.db");
    }

    /** One event can no longer be read. */
    void event(String stream, int sequence) throws SQLException, IOException {
        spoil(
                "select cast(payload as text) from events where stream_id = '" + stream + "' and sequence = "
                        + sequence,
                '#');
    }

    /** The first byte of a value that a query gives. */
    void spoil(String value, char first) throws SQLException, IOException {
        byte[] sought;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            sought = statement.executeQuery(value).getString(1).getBytes(StandardCharsets.UTF_8);
        }
        // not closed before the end: that would give up the locks of the database
        RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw");
        opened.add(bytes);
        byte[] all = new byte[(int) bytes.length()];
        bytes.readFully(all);
        String text = new String(all, StandardCharsets.ISO_8859_1);
        String wanted = new String(sought, StandardCharsets.ISO_8859_1);
        assertThat(text).as("it is in the file, and not only in the log").contains(wanted);
        // one of them is the row, the others are what rewritten pages left
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            bytes.seek(at);
            bytes.write(first);
        }
    }

    @Override
    public void close() throws IOException {
        for (RandomAccessFile bytes : opened) {
            bytes.close();
        }
    }
}
