package org.quitclaim.query.organisation;

import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The organisation's description of itself. */
@Configuration(proxyBeanMethods = false)
public class OrganisationQueryConfiguration {
    @Bean
    Organisations organisations(EventStore store, Vault vault) {
        return new Organisations(store, vault);
    }

    @Bean
    OrganisationQueries organisationQueries(Organisations organisations, Clock clock) {
        return new OrganisationQueries(organisations, clock);
    }
}
