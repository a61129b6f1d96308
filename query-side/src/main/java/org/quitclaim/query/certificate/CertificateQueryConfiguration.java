package org.quitclaim.query.certificate;

import java.time.Clock;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.query.erasure.CaseFacts;
import org.quitclaim.vault.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Certificates over the erasure cases and the vault. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CertificateSettings.class)
public class CertificateQueryConfiguration {
    @Bean
    CertificateQueries certificateQueries(
            CaseFacts.Lookup cases, Vault vault, DataFolderLock folder, CertificateSettings settings, Clock clock) {
        return new CertificateQueries(
                cases,
                new Statements(vault, settings.backupHorizon(), clock),
                new CertificateKeys(vault, folder.folder()));
    }
}
