package org.quitclaim.query.consent;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The read model of this capability and its queries. */
@Configuration(proxyBeanMethods = false)
@Import(PersonQueries.class)
public class ConsentQueryConfiguration {
    @Bean
    PersonProjector personProjector(MongoDatabase database) {
        return new PersonProjector(database);
    }

    @Bean
    PersonNames personNames(PersonProjector projector) {
        return new PersonNames(projector);
    }
}
