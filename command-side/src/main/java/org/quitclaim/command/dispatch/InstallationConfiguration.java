package org.quitclaim.command.dispatch;

import org.quitclaim.command.CommandSideSettings;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who this installation is. */
@Configuration(proxyBeanMethods = false)
class InstallationConfiguration {
    @Bean
    Creations creations(Vault vault) {
        return new Creations(vault);
    }

    @Bean
    Installation installation(Vault vault, CommandSideSettings settings) {
        return new Installation(
                new InstallationId(vault.installation().value()), settings.zone(), settings.bothParents());
    }
}
