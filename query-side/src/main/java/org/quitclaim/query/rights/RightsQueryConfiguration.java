package org.quitclaim.query.rights;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The read model of this capability and its queries. */
@Configuration(proxyBeanMethods = false)
@Import(RightsRequestQueries.class)
public class RightsQueryConfiguration {
    @Bean
    RightsRequestProjector rightsRequestProjector(MongoDatabase database) {
        return new RightsRequestProjector(database);
    }
}
