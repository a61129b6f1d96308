package org.quitclaim.query.collection;

import com.mongodb.client.MongoDatabase;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.query.live.ReachedChanges;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The read model of this capability and its queries. */
@Configuration(proxyBeanMethods = false)
@Import(CollectionQueries.class)
public class CollectionQueryConfiguration {
    @Bean
    CollectionProjector collectionProjector(MongoDatabase database) {
        return new CollectionProjector(database);
    }

    @Bean
    Shoots visibleShoots(CollectionProjector projector) {
        return new Shoots(projector);
    }

    @Bean
    CollectionNames collectionNames(CollectionProjector projector, Shoots shoots) {
        return new CollectionNames(projector, shoots);
    }

    @Bean
    ReachedChanges reachedCollections(Shoots shoots) {
        return (own, change) ->
                change.kind().equals(CollectionProjector.KIND) && shoots.reaches(own, new CollectionId(change.id()));
    }
}
