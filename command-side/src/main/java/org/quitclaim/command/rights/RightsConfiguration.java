package org.quitclaim.command.rights;

import java.time.Clock;
import org.quitclaim.command.consent.Representatives;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.work.DueList;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WhenDueThenAlarm;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.rights.RightsCommand.SoundRequestAlarm;
import org.quitclaim.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What persons ask for. */
@Configuration(proxyBeanMethods = false)
class RightsConfiguration {
    @Bean
    Portrayals portrayals(WorkIndex index, UpToDate upToDate, Streams streams) {
        return new Portrayals(index, upToDate, streams);
    }

    @Bean
    Fulfilment fulfilment(Streams streams, Portrayals portrayals) {
        return new Fulfilment(streams, portrayals);
    }

    @Bean
    RightsRequests rightsRequests(
            Commands commands,
            Creations creations,
            SealedCommands sealedCommands,
            Streams streams,
            Vault vault,
            Installation installation,
            Portrayals portrayals,
            Fulfilment fulfilment) {
        return new RightsRequests(
                commands, creations, sealedCommands, streams, vault, installation, portrayals, fulfilment);
    }

    @Bean
    Corrections corrections(
            SealedCommands sealedCommands,
            Representatives representatives,
            Streams streams,
            Vault vault,
            JsonMapper json) {
        return new Corrections(sealedCommands, representatives, streams, vault, json);
    }

    @Bean
    Duty requestDuty(Commands commands, Streams streams, Portrayals portrayals, Fulfilment fulfilment) {
        return new WhenCarriedOutThenAnswer(commands, streams, portrayals, fulfilment);
    }

    @Bean
    WhenDueThenAlarm requestAlarm(WorkIndex index, Commands commands, Clock clock, Installation installation) {
        DueList requests = new DueList(
                "request", installation.zone(), (id, alarm) -> new SoundRequestAlarm(new RightsRequestId(id), alarm));
        return new WhenDueThenAlarm(index, commands, clock, requests);
    }
}
