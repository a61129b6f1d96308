package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The whole product with its read models in another server than the one it brings along; its database is dropped. */
@EnabledIfEnvironmentVariable(
        named = "MONGODB_URI",
        matches = "mongodb.*",
        disabledReason = "MONGODB_URI names no server to keep the read models in")
class ExternalMongoTest {
    private static final String URI = System.getenv("MONGODB_URI");

    @TempDir
    Path folder;

    @Test
    void aStoryAndARestartAndARebuildWorkWithTheReadModelsElsewhere() throws Exception {
        Path data = folder.resolve("data");
        Ledger ledger = new Ledger();
        try (MongoClient client = MongoClients.create(URI)) {
            client.getDatabase("quitclaim").drop();
        }
        try (Server server = external(data)) {
            Office office = Office.at(server.address());
            office.recordDpia("DPIA 2026-1");
            Story story = Story.at(office, ledger, Pictures.portrait(7).jpeg());
            story.tell();
            story.tellWithFaceprint();
            story.tellAll();
            new Aftermath(server, data, ledger).check();
        }
        try (Server server = external(data)) {
            Office office = Office.at(server.address());
            Story.at(office, ledger, Pictures.portrait(7).jpeg()).tellAll();
            new Aftermath(server, data, ledger).check();
            assertThat(server.bean(MongoDatabase.class).listCollectionNames()).contains("photos", "persons", "tokens");
        }
        assertThat(Files.exists(data.resolve("read-models.mv"))).isFalse();
    }

    private static Server external(Path data) {
        return Running.demo(data, Map.of("quitclaim.mongo.uri", URI));
    }
}
