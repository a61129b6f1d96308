package org.quitclaim.query.erasure;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The read model of this capability and its queries. */
@Configuration(proxyBeanMethods = false)
@Import(ErasureCaseQueries.class)
public class ErasureQueryConfiguration {
    @Bean
    ErasureCaseProjector erasureCaseProjector(MongoDatabase database) {
        return new ErasureCaseProjector(database);
    }

    @Bean
    CaseFacts.Lookup caseFacts(ErasureCaseProjector projector, Clock clock) {
        return id -> projector
                .documents()
                .find(id.value())
                .map(one -> ErasureCaseView.of(one, clock.instant()))
                .map(CaseFacts::of);
    }
}
