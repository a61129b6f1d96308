package org.quitclaim.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the disk took back is opened anew in the same process, for the same clients. */
class BrokenStoreTest {
    @TempDir
    Path folder;

    @Test
    void a_broken_store_is_opened_anew_for_the_same_clients_and_is_empty() throws IOException {
        try (EmbeddedMongo mongo = EmbeddedMongo.open(folder.resolve("m.mv"), new FullScans(1));
                var client = MongoClients.create(mongo.settings())) {
            var documents = client.getDatabase("quitclaim").getCollection("c");
            documents.insertOne(new Document("_id", "before"));
            assertThat(mongo.broken()).isFalse();
            mongo.store().closeImmediately();
            assertThat(mongo.broken()).isTrue();
            assertThatThrownBy(() -> documents.insertOne(new Document("_id", "meanwhile")))
                    .isInstanceOf(MongoException.class);

            mongo.anew();
            assertThat(mongo.broken()).isFalse();
            reconnected(() -> documents.insertOne(new Document("_id", "after")));
            assertThat(documents.countDocuments()).isEqualTo(1);
            assertThat(documents.find(Filters.eq("_id", "after")).first()).isNotNull();
        }
    }

    /** The driver learns by its first failure that its connections are gone. */
    private static void reconnected(Runnable first) {
        try {
            first.run();
        } catch (MongoException e) {
            first.run();
        }
    }
}
