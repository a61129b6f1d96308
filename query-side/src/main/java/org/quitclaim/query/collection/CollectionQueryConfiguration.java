package org.quitclaim.query.collection;

import com.mongodb.client.MongoDatabase;
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
    CollectionNames collectionNames(CollectionProjector projector) {
        return new CollectionNames(projector);
    }
}
