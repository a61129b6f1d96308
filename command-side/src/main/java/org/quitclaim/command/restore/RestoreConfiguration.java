package org.quitclaim.command.restore;

import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.quitclaim.command.CommandSideSettings;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.Leftovers;
import org.quitclaim.command.work.NoList;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every no, told to the ledger and said again from it. */
@Configuration(proxyBeanMethods = false)
class RestoreConfiguration {
    @Bean
    WhenLedgerKnowsMoreThenSayAgain restoredNos(
            Vault vault,
            NoList nos,
            @Qualifier("eventSerializer") Serializer events,
            Commands commands,
            Streams streams,
            Installation installation,
            UpToDate upToDate,
            Leftovers leftovers,
            Clock clock) {
        return new WhenLedgerKnowsMoreThenSayAgain(
                vault.nos(), nos, events, commands, streams, installation, upToDate, leftovers, clock);
    }

    @Bean
    Telling telling(
            Vault vault,
            NoList nos,
            EventStore store,
            @Qualifier("eventSerializer") Serializer events,
            Streams streams,
            Installation installation,
            Clock clock,
            CommandSideSettings settings) {
        return new Telling(vault.nos(), nos, store, events, streams, installation, clock, settings.tick());
    }
}
