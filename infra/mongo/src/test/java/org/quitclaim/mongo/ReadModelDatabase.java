package org.quitclaim.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.quitclaim.mongo.embedded.EmbeddedMongo;
import org.quitclaim.mongo.embedded.FullScans;

/** A database to run the contract against: the embedded server, or the one a test environment names. */
final class ReadModelDatabase implements AutoCloseable {
    static final int SCAN_LIMIT = 50;

    private final @Nullable EmbeddedMongo embedded;
    private final MongoClient client;

    private ReadModelDatabase(@Nullable EmbeddedMongo embedded, MongoClientSettings settings) {
        this.embedded = embedded;
        client = MongoClients.create(settings);
    }

    static ReadModelDatabase embedded(Path folder) throws IOException {
        EmbeddedMongo embedded = EmbeddedMongo.open(folder.resolve("models.mv"), new FullScans(SCAN_LIMIT));
        return new ReadModelDatabase(embedded, embedded.settings());
    }

    static ReadModelDatabase server(String uri) {
        ReadModelDatabase database =
                new ReadModelDatabase(null, MongoConfiguration.settings(new ConnectionString(uri)));
        database.database().drop();
        return database;
    }

    MongoDatabase database() {
        return client.getDatabase("contract");
    }

    boolean fresh() {
        return embedded == null || embedded.fresh();
    }

    /** How many documents were looked at; zero where nobody can tell. */
    long lookedAt() {
        return embedded == null ? 0 : embedded.fullScans().documentsLookedAt();
    }

    void assertNoScans() {
        if (embedded != null) {
            assertThat(embedded.fullScans().seen()).isEmpty();
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
