package org.quitclaim.query.projection;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.ConfigurerModule;
import org.quitclaim.access.problem.RoomCheck;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.mongo.DatabaseOwner;
import org.quitclaim.mongo.ReadModelTokenStore;
import org.quitclaim.mongo.embedded.EmbeddedMongo;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.remnant.SearchedStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Gathers the views and projections of all capabilities and has them filled. */
@Configuration(proxyBeanMethods = false)
public class ReadModelConfiguration {
    @Bean
    MongoDatabase readModelDatabase(MongoDatabaseFactory factory) {
        return factory.getMongoDatabase();
    }

    @Bean
    StreamProjection streamProjection(List<StreamView<?>> views) {
        return new StreamProjection(views);
    }

    @Bean
    StoredForms storedForms(MongoDatabase database, @Qualifier("sequentialTokens") SequentialTokens tokens) {
        return new StoredForms(database, tokens);
    }

    /** Whose the database is comes first, then in which form it was written, and only then how far it is. */
    @Bean
    ReadPositions readPositions(
            MongoDatabase database,
            Vault vault,
            List<Projection> projections,
            StoredForms forms,
            @Qualifier("sequentialTokens") SequentialTokens tokens) {
        new DatabaseOwner(database).require(vault.installation().value());
        forms.settle(projections);
        ReadPositions positions =
                new ReadPositions(projections.stream().map(Projection::name).toList());
        projections.forEach(one -> positions.reached(one.name(), tokens.reached(one.name())));
        return positions;
    }

    @Bean(defaultCandidate = false)
    SequentialTokens sequentialTokens(
            @Qualifier("readModelTokenStore") ReadModelTokenStore tokens,
            MongoDatabase database,
            List<Projection> projections) {
        Set<String> unsplittable = projections.stream()
                .filter(Projection::joinsStreams)
                .map(Projection::name)
                .collect(Collectors.toSet());
        return new SequentialTokens(tokens, database.getCollection(ReadModelTokenStore.COLLECTION), unsplittable);
    }

    @Bean
    ConfigurerModule readModelProcessing(
            List<Projection> projections,
            @Qualifier("sequentialTokens") SequentialTokens tokens,
            ReadPositions positions,
            Changes changes) {
        return configurer ->
                ReadModelProcessing.register(configurer.eventProcessing(), projections, tokens, positions, changes);
    }

    @Bean
    CaughtUp caughtUp(ReadPositions positions, StreamHead head) {
        return new CaughtUp(positions, head);
    }

    @Bean
    SearchedStore documentsSearched(MongoDatabase database) {
        return new DocumentsSearched(database);
    }

    @Bean
    ReadModelMending readModelMending(
            ObjectProvider<EmbeddedMongo> embedded,
            ObjectProvider<RoomCheck> room,
            RebuildReadModels rebuild,
            MongoDatabase database,
            Vault vault) {
        return new ReadModelMending(
                Optional.ofNullable(embedded.getIfAvailable()),
                () -> room.getIfAvailable(() -> RoomCheck.UNMEASURED).shortage(),
                rebuild,
                () -> new DatabaseOwner(database).require(vault.installation().value()));
    }

    @Bean
    RebuildReadModels rebuildReadModels(
            List<Projection> projections,
            @Qualifier("sequentialTokens") SequentialTokens tokens,
            StoredForms forms,
            ReadPositions positions,
            StreamHead head,
            org.axonframework.config.Configuration axon) {
        return new RebuildReadModels(projections, tokens, forms, positions, head, axon);
    }
}
