package org.quitclaim.query.certificate;

import java.time.Clock;
import java.time.Period;
import java.time.ZoneId;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.access.edge.CostlyWork;
import org.quitclaim.query.erasure.CaseFacts;
import org.quitclaim.query.organisation.Organisations;
import org.quitclaim.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Certificates over the erasure cases and the vault. */
@Configuration(proxyBeanMethods = false)
public class CertificateQueryConfiguration {
    @Bean
    CertificateQueries certificateQueries(
            CaseFacts.Lookup cases,
            Vault vault,
            Organisations organisations,
            EventStore store,
            @Value("${quitclaim.command.evidence-retention:5y}") Period evidence,
            @Value("${quitclaim.command.zone:Europe/Amsterdam}") ZoneId zone,
            Clock clock,
            CostlyWork work) {
        return new CertificateQueries(
                cases,
                new Statements(
                        vault,
                        PhotosGone.recorded(store),
                        Horizons.recorded(store, vault.installation()),
                        SecondPersons.recorded(store, vault.installation()),
                        new Residuals(vault, PersonFacts.recorded(store), evidence, zone),
                        clock),
                new CertificateKeys(vault),
                organisations,
                work);
    }
}
