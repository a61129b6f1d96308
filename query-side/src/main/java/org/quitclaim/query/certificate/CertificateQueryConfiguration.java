package org.quitclaim.query.certificate;

import java.time.Clock;
import java.time.Period;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.query.erasure.CaseFacts;
import org.quitclaim.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Certificates over the erasure cases and the vault. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CertificateSettings.class)
public class CertificateQueryConfiguration {
    @Bean
    CertificateQueries certificateQueries(
            CaseFacts.Lookup cases,
            Vault vault,
            DataFolderLock folder,
            CertificateSettings settings,
            EventStore store,
            @Value("${quitclaim.command.evidence-retention:5y}") Period evidence,
            Clock clock) {
        return new CertificateQueries(
                cases,
                new Statements(
                        vault,
                        PhotosGone.recorded(store),
                        new Retentions(
                                Horizons.recorded(store, vault.installation()), evidence, settings.historyRetention()),
                        clock),
                new CertificateKeys(vault, folder.folder()));
    }
}
