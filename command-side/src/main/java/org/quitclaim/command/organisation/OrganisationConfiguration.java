package org.quitclaim.command.organisation;

import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.vault.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The organisation, as it describes itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrganisationSettings.class)
class OrganisationConfiguration {
    @Bean
    Describing describing(SealedCommands commands, Streams streams, Vault vault, Installation installation) {
        return new Describing(commands, streams, vault, installation);
    }

    @Bean
    SelfDescription selfDescription(Streams streams, Vault vault, Installation installation) {
        return new SelfDescription(streams, vault, installation);
    }
}
