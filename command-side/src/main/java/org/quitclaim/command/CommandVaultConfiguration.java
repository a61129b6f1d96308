package org.quitclaim.command;

import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the vault the command side uses, and who this installation is. */
@Configuration(proxyBeanMethods = false)
class CommandVaultConfiguration {
    @Bean
    Sealing sealing(Vault vault) {
        return new Sealing(vault);
    }

    @Bean
    SealedCommands sealedCommands(Commands commands, Sealing sealing) {
        return new SealedCommands(commands, sealing);
    }

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
