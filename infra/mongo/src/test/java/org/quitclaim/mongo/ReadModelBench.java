package org.quitclaim.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.quitclaim.mongo.GuardedBulkWriter.GuardedUpdate;
import org.quitclaim.mongo.embedded.EmbeddedMongo;
import org.quitclaim.mongo.embedded.FullScans;

/** Prints what the embedded database does at 100,000 documents; arguments: none. */
final class ReadModelBench {
    private static final int DOCUMENTS = 100_000;
    private static final int BULK = 500;
    private static final int PAGE = 50;

    private ReadModelBench() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("read-model-bench");
        FullScans scans = new FullScans(FullScans.DEFAULT_LIMIT);
        try (EmbeddedMongo server = EmbeddedMongo.open(folder.resolve("bench.mv"), scans);
                MongoClient client = MongoClients.create(MongoConfiguration.settings(server.uri()))) {
            MongoCollection<Document> photos = client.getDatabase("bench").getCollection("photos");
            photos.createIndex(Indexes.ascending("collectionId", "status.WEBSITE", "_id"));
            bulk(photos, 1, "first write (upsert)");
            bulk(photos, 2, "guarded update");
            single(photos);
            pages(photos);
            System.out.printf("full scans: %d%n", scans.seen().size());
        }
    }

    private static void bulk(MongoCollection<Document> photos, long sequence, String what) {
        GuardedBulkWriter writer = new GuardedBulkWriter(photos);
        long start = System.nanoTime();
        for (int i = 0; i < DOCUMENTS; i += BULK) {
            List<GuardedUpdate> updates = new ArrayList<>(BULK);
            for (int j = i; j < i + BULK; j++) {
                Bson change = Updates.combine(
                        Updates.set("collectionId", "col_" + j % 100),
                        Updates.set("status.WEBSITE", sequence % 2 == 0 ? "GREEN" : "RED"),
                        Updates.set("faces", List.of(new Document("x", 0.1), new Document("x", 0.2))));
                updates.add(new GuardedUpdate(id(j), sequence, change));
            }
            writer.write(updates);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%s, bulks of %d: %.0f/s%n", what, BULK, DOCUMENTS / seconds);
    }

    private static void single(MongoCollection<Document> photos) {
        int rounds = 2_000;
        long start = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            photos.updateOne(
                    Filters.and(Filters.eq("_id", id(i * 31)), Filters.lt("lastSeq", 3L)), Updates.set("lastSeq", 3L));
        }
        double millis = (System.nanoTime() - start) / 1e6 / rounds;
        System.out.printf(Locale.ROOT, "update {_id, lastSeq<n}: %.2f ms%n", millis);
    }

    private static void pages(MongoCollection<Document> photos) {
        Bson all = Filters.and(Filters.eq("collectionId", "col_7"), Filters.eq("status.WEBSITE", "GREEN"));
        for (int round = 0; round < 5; round++) {
            String cursor = "";
            int found = 0;
            long start = System.nanoTime();
            List<Document> page;
            do {
                page = photos.find(Filters.and(all, Filters.gt("_id", cursor)))
                        .sort(Sorts.ascending("_id"))
                        .limit(PAGE)
                        .into(new ArrayList<>());
                found += page.size();
                cursor = page.isEmpty() ? cursor : page.getLast().getString("_id");
            } while (page.size() == PAGE);
            System.out.printf(
                    Locale.ROOT,
                    "%d documents in pages of %d by {collectionId, status}, sorted: %.1f ms%n",
                    found,
                    PAGE,
                    (System.nanoTime() - start) / 1e6);
        }
    }

    private static String id(int number) {
        return "pho_%026d".formatted(number);
    }
}
