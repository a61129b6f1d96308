package org.quitclaim.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.mongo.embedded.EmbeddedMongo;
import org.quitclaim.mongo.embedded.FullScans;

class EmbeddedMongoTest extends ReadModelContract {
    @TempDir
    Path folder;

    @Override
    ReadModelDatabase open() throws IOException {
        return ReadModelDatabase.embedded(folder);
    }

    @TempDir
    Path other;

    @Test
    void documentsAndIndexesOutliveAnOrderlyClose() throws IOException {
        fillOther();
        try (ReadModelDatabase again = ReadModelDatabase.embedded(other)) {
            assertThat(again.fresh()).isFalse();
            assertThat(again.database()
                            .getCollection("c")
                            .find(Filters.eq("k", 3))
                            .into(new ArrayList<>()))
                    .hasSize(20);
            again.assertNoScans();
        }
    }

    @Test
    void whatWasNotClosedInOrderIsDroppedAndSaysSo() throws IOException {
        fillOther();
        Files.delete(other.resolve("models.mv.closed"));
        assertEmptyAndFresh();
    }

    @Test
    void aDamagedFileIsDroppedAndSaysSo() throws IOException {
        fillOther();
        byte[] bytes = Files.readAllBytes(other.resolve("models.mv"));
        java.util.Arrays.fill(bytes, 0, bytes.length, (byte) 'x');
        Files.write(other.resolve("models.mv"), bytes);
        assertEmptyAndFresh();
    }

    private void fillOther() throws IOException {
        try (ReadModelDatabase first = ReadModelDatabase.embedded(other)) {
            assertThat(first.fresh()).isTrue();
            var collection = first.database().getCollection("c");
            collection.createIndex(Indexes.ascending("k"));
            List<Document> documents = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                documents.add(new Document("_id", "d" + i).append("k", i % 5).append("other", i));
            }
            collection.insertMany(documents);
        }
    }

    private void assertEmptyAndFresh() throws IOException {
        try (ReadModelDatabase again = ReadModelDatabase.embedded(other)) {
            assertThat(again.fresh()).isTrue();
            assertThat(again.database().getCollection("c").countDocuments()).isZero();
        }
    }

    @Test
    void aScanOfALargeCollectionIsReported() throws IOException {
        fillOther();
        FullScans scans = new FullScans(ReadModelDatabase.SCAN_LIMIT);
        try (EmbeddedMongo server = EmbeddedMongo.open(other.resolve("models.mv"), scans);
                var client = com.mongodb.client.MongoClients.create(server.settings())) {
            var collection = client.getDatabase("contract").getCollection("c");
            collection.find(Filters.eq("k", 1)).first();
            assertThat(scans.seen()).isEmpty();
            collection.find(Filters.eq("other", 1)).first();
            collection.find(Filters.eq("other", 7)).first();
            collection.updateOne(Filters.eq("another", 2), new Document("$set", new Document("x", 1)));
            collection.deleteMany(new Document());
            assertThat(scans.seen())
                    .containsExactly(
                            new FullScans.Scan("contract.c", 100, List.of("other")),
                            new FullScans.Scan("contract.c", 100, List.of("another")),
                            new FullScans.Scan("contract.c", 100, List.of()));
        }
    }

    @Test
    void aWalkInOrderPastWhatDoesNotFitIsAScanToo() throws IOException {
        fillOther();
        FullScans scans = new FullScans(ReadModelDatabase.SCAN_LIMIT);
        try (EmbeddedMongo server = EmbeddedMongo.open(other.resolve("models.mv"), scans);
                var client = com.mongodb.client.MongoClients.create(server.settings())) {
            var collection = client.getDatabase("contract").getCollection("c");
            assertThat(collection.find(Filters.lt("k", 3)).sort(Sorts.descending("k")))
                    .hasSize(60);
            assertThat(collection.find().sort(Sorts.descending("k"))).hasSize(100);
            assertThat(collection.find(Filters.and(Filters.eq("k", 1), Filters.lt("other", 50))))
                    .hasSize(10);
            assertThat(scans.seen()).isEmpty();
            collection
                    .find(Filters.and(Filters.eq("other", 1), Filters.lt("k", 3)))
                    .sort(Sorts.descending("k"))
                    .first();
            assertThat(scans.seen()).containsExactly(new FullScans.Scan("contract.c", 100, List.of("other", "k")));
        }
    }

    /** Neither a port nor a socket file: by the kernel's own tables of the sockets of this process. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void the_server_listens_nowhere() throws IOException {
        Set<String> before = listening();
        try (ReadModelDatabase database = ReadModelDatabase.embedded(other)) {
            database.database().getCollection("c").insertOne(new Document("_id", "one"));
            assertThat(database.database().getCollection("c").countDocuments()).isEqualTo(1);
            assertThat(listening()).isEqualTo(before);
        }
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(listening()).as("with port %s", port.getLocalPort()).hasSize(before.size() + 1);
        }
    }

    private static Set<String> listening() throws IOException {
        Set<String> own = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    own.add(Files.readSymbolicLink(file).toString());
                }
            }
        }
        Set<String> found = new TreeSet<>();
        for (String table : List.of("tcp", "tcp6", "unix")) {
            for (String line : Files.readAllLines(Path.of("/proc/self/net", table))) {
                String[] columns = line.trim().split(" +");
                boolean unix = table.equals("unix");
                // state LISTEN, and the flag of a Unix socket that accepts
                boolean listens =
                        columns.length > 6 && (unix ? columns[3].equals("00010000") : columns[3].equals("0A"));
                if (listens && own.contains("socket:[" + columns[unix ? 6 : 9] + "]")) {
                    found.add(table + " " + line.trim());
                }
            }
        }
        return found;
    }
}
