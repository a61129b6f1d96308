package org.quitclaim.query.publication;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The read model of this capability and its queries. */
@Configuration(proxyBeanMethods = false)
@Import(PublicationQueries.class)
public class PublicationQueryConfiguration {
    @Bean
    PublicationProjector publicationProjector(MongoDatabase database) {
        return new PublicationProjector(database);
    }

    @Bean
    UsesOfPhotos usesOfPhotos(PublicationProjector projector) {
        return new UsesOfPhotos(projector);
    }
}
