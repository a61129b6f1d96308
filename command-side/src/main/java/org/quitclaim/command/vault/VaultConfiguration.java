package org.quitclaim.command.vault;

import java.time.Clock;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.eventstore.HistoryFaults;
import org.quitclaim.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the vault the command side uses. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    Sealing sealing(Vault vault) {
        return new Sealing(vault);
    }

    @Bean
    SealedCommands sealedCommands(Commands commands, Sealing sealing) {
        return new SealedCommands(commands, sealing);
    }

    @Bean
    Leftovers leftovers(
            Streams streams, Installation installation, HistoryFaults faults, Commands commands, Clock clock) {
        return new Leftovers(streams, installation, faults, commands, clock);
    }
}
