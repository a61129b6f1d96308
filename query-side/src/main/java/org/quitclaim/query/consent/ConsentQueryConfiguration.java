package org.quitclaim.query.consent;

import com.mongodb.client.MongoDatabase;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.query.collection.Shoots;
import org.quitclaim.query.live.ReachedChanges;
import org.quitclaim.query.projection.CaughtUp;
import org.quitclaim.vault.remnant.SearchedStore;
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
    SearchedStore personsSearched(PersonProjector projector, CaughtUp caughtUp) {
        return new PersonsSearched(projector, caughtUp);
    }

    @Bean
    PersonNames personNames(PersonProjector projector, Shoots shoots) {
        return new PersonNames(projector, shoots);
    }

    @Bean
    ReachedChanges reachedPersons(Shoots shoots) {
        return (own, change) -> change.kind().equals(PersonProjector.KIND)
                && shoots.participants(own).contains(new PersonId(change.id()));
    }
}
