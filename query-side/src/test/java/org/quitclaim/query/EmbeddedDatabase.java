package org.quitclaim.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.quitclaim.mongo.embedded.EmbeddedMongo;
import org.quitclaim.mongo.embedded.FullScans;

/** The embedded server by itself, for projectors under test. */
public record EmbeddedDatabase(EmbeddedMongo server, MongoClient client) implements AutoCloseable {
    public static EmbeddedDatabase open(Path folder, int scanLimit) throws IOException {
        EmbeddedMongo server = EmbeddedMongo.open(folder.resolve("read-models.mv"), new FullScans(scanLimit));
        return new EmbeddedDatabase(server, MongoClients.create(server.settings()));
    }

    public MongoDatabase database() {
        return client.getDatabase("test");
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
