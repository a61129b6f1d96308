package org.quitclaim.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.util.UUID;
import org.axonframework.serialization.Serializer;
import org.bson.UuidRepresentation;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.mongo.embedded.EmbeddedMongo;
import org.quitclaim.mongo.embedded.FullScans;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions.BigDecimalRepresentation;

/**
 * The database of the read models: the one at {@code quitclaim.mongo.uri}, or an embedded one in the data folder.
 *
 * <p>Beans for other modules: the driver's {@link MongoClient}, Spring Data's {@code MongoTemplate} (by Boot), the
 * projections' {@link ReadModelTokenStore}, and {@link EmbeddedMongo} where that is used. There is deliberately no
 * {@code MongoTransactionManager}: Axon would take it for its own.
 *
 * <p>An address may name a database; otherwise it is {@code quitclaim}.
 *
 * <p>{@code quitclaim.mongo.scan-limit}: from how many documents on the embedded one remembers that a collection was read
 * from end to end.
 */
@AutoConfiguration(before = {MongoAutoConfiguration.class, DataMongoAutoConfiguration.class})
public class MongoConfiguration {
    static final String DATABASE = "quitclaim";
    static final String FILE = "read-models.mv";

    @Bean
    @ConditionalOnProperty(name = "quitclaim.mongo.uri", matchIfMissing = true, havingValue = "embedded")
    EmbeddedMongo embeddedMongo(
            DataFolderLock lock, @Value("${quitclaim.mongo.scan-limit:" + FullScans.DEFAULT_LIMIT + "}") int scanLimit)
            throws IOException {
        return EmbeddedMongo.open(lock.folder().resolve(FILE), new FullScans(scanLimit));
    }

    @Bean
    MongoClient mongoClient(ObjectProvider<EmbeddedMongo> embedded, @Value("${quitclaim.mongo.uri:}") String uri) {
        EmbeddedMongo own = embedded.getIfAvailable();
        return MongoClients.create(settings(own == null ? uri : own.uri()));
    }

    static MongoClientSettings settings(String uri) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build();
    }

    @Bean
    MongoDatabaseFactory mongoDatabaseFactory(
            MongoClient client, ObjectProvider<EmbeddedMongo> embedded, @Value("${quitclaim.mongo.uri:}") String uri) {
        return new SimpleMongoClientDatabaseFactory(
                client, embedded.getIfAvailable() == null ? database(uri) : DATABASE);
    }

    /** The one that the address names, as in {@code mongodb://host/name}; two installations need two. */
    static String database(String uri) {
        String named = new ConnectionString(uri).getDatabase();
        return named == null ? DATABASE : named;
    }

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return MongoCustomConversions.create(adapter -> adapter.bigDecimal(BigDecimalRepresentation.DECIMAL128));
    }

    @Bean
    ReadModelTokenStore readModelTokenStore(MongoDatabaseFactory databases, Serializer serializer) {
        return new ReadModelTokenStore(
                databases.getMongoDatabase().getCollection(ReadModelTokenStore.COLLECTION),
                serializer,
                UUID.randomUUID().toString());
    }
}
