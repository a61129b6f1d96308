package org.quitclaim.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
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
                var client = com.mongodb.client.MongoClients.create(server.uri())) {
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
                var client = com.mongodb.client.MongoClients.create(server.uri())) {
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

    @Test
    void theServerListensOnTheLoopbackInterfaceOnly() throws IOException {
        try (EmbeddedMongo server = EmbeddedMongo.open(other.resolve("m.mv"), new FullScans(1))) {
            assertThat(server.uri()).startsWith("mongodb://127.0.0.1:");
        }
    }
}
