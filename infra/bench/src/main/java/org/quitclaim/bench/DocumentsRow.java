package org.quitclaim.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.quitclaim.mongo.embedded.EmbeddedMongo;
import org.quitclaim.mongo.embedded.FullScans;

/** What the embedded document database does, without projections; baseline: one guarded update at a time. */
final class DocumentsRow implements Row {
    private static final int DOCUMENTS = 100_000;
    private static final int BULK = 500;
    private static final int SINGLE = 2_000;
    private static final int PAGE = 50;

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public void measure(Setting setting, Report report) throws IOException {
        Path folder = Files.createDirectories(setting.work().resolve("documents"));
        FullScans scans = new FullScans(FullScans.DEFAULT_LIMIT);
        try (EmbeddedMongo server = EmbeddedMongo.open(folder.resolve("bench.mv"), scans);
                MongoClient client = MongoClients.create(server.settings())) {
            MongoCollection<Document> photos = client.getDatabase("bench").getCollection("photos");
            photos.createIndex(Indexes.ascending("collectionId", "status.WEBSITE", "_id"));
            report.line("state", "%,d documents of one collection with one index", DOCUMENTS);
            report.line("first write, bulks of " + BULK, "%,.0f/s", bulk(photos, 1));
            double bulks = bulk(photos, 2);
            double single = single(photos);
            report.line("guarded update, bulks of " + BULK, "%,.0f/s", bulks);
            report.line("  one at a time (baseline)", "%,.0f/s", single);
            report.line("  ratio", "%.1f", bulks / single);
            pages(photos, report);
            report.line("full scans", "%d", scans.seen().size());
        }
    }

    private static double bulk(MongoCollection<Document> photos, long sequence) {
        long start = System.nanoTime();
        for (int i = 0; i < DOCUMENTS; i += BULK) {
            List<WriteModel<Document>> updates = new ArrayList<>(BULK);
            for (int j = i; j < i + BULK; j++) {
                updates.add(new UpdateOneModel<>(
                        Filters.and(Filters.eq("_id", id(j)), Filters.lt("lastSeq", sequence)),
                        Updates.combine(change(j, sequence), Updates.set("lastSeq", sequence)),
                        new UpdateOptions().upsert(true)));
            }
            photos.bulkWrite(updates, new BulkWriteOptions().ordered(false));
        }
        return DOCUMENTS * 1e9 / (System.nanoTime() - start);
    }

    private static Bson change(int number, long sequence) {
        return Updates.combine(
                Updates.set("collectionId", "col_" + number % 100),
                Updates.set("status.WEBSITE", sequence % 2 == 0 ? "GREEN" : "RED"),
                Updates.set("faces", List.of(new Document("x", 0.1), new Document("x", 0.2))));
    }

    private static double single(MongoCollection<Document> photos) {
        long start = System.nanoTime();
        for (int i = 0; i < SINGLE; i++) {
            photos.updateOne(
                    Filters.and(Filters.eq("_id", id(i * 31)), Filters.lt("lastSeq", 3L)), Updates.set("lastSeq", 3L));
        }
        return SINGLE * 1e9 / (System.nanoTime() - start);
    }

    private static void pages(MongoCollection<Document> photos, Report report) {
        Bson all = Filters.and(Filters.eq("collectionId", "col_7"), Filters.eq("status.WEBSITE", "GREEN"));
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            String cursor = "";
            List<Document> page;
            do {
                long start = System.nanoTime();
                page = photos.find(Filters.and(all, Filters.gt("_id", cursor)))
                        .sort(Sorts.ascending("_id"))
                        .limit(PAGE)
                        .into(new ArrayList<>());
                nanos.add(System.nanoTime() - start);
                cursor = page.isEmpty() ? cursor : page.getLast().getString("_id");
            } while (page.size() == PAGE);
        }
        report.line("a page of " + PAGE + " by index, sorted", "%s", Durations.of(nanos));
    }

    private static String id(int number) {
        return "pho_%026d".formatted(number);
    }
}
