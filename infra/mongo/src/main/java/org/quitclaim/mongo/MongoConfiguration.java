package org.quitclaim.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.serialization.Serializer;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.eventstore.RefusedStart;
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
    /** Unless the address says otherwise. */
    private static final Duration ANSWERS = Duration.ofSeconds(10);

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
        return own == null ? answering(uri) : MongoClients.create(own.settings());
    }

    /** @throws RefusedStart if nobody answers there; what was set may hold a password, so only hosts are said */
    static MongoClient answering(String uri) {
        ConnectionString address = address(uri);
        MongoClient client = MongoClients.create(settings(address));
        try {
            client.getDatabase(database(uri)).runCommand(new Document("ping", 1));
            return client;
        } catch (MongoException e) {
            client.close();
            throw new RefusedStart(
                    "start.read-models-away",
                    "The MongoDB server at " + String.join(", ", address.getHosts()) + " does not answer as it should ("
                            + e.getClass().getSimpleName() + "). Start it, or correct quitclaim.mongo.uri. Nothing was"
                            + " changed.");
        }
    }

    private static ConnectionString address(String uri) {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "quitclaim.mongo.uri takes mongodb://host:port/name, or embedded, and what it has is no such"
                            + " address");
        }
    }

    static MongoClientSettings settings(ConnectionString address) {
        return MongoClientSettings.builder()
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(ANSWERS.toMillis(), TimeUnit.MILLISECONDS))
                .applyConnectionString(address)
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
        String named = address(uri).getDatabase();
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
