package org.quitclaim.command.portal;

import java.time.Clock;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.organisation.SelfDescription;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.history.HistoryTrust;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The person's own page. */
@Configuration(proxyBeanMethods = false)
class PortalConfiguration {
    @Bean
    WhenSigningIsOverThenLapse linkClock(WorkIndex index, Commands commands, Clock clock) {
        return new WhenSigningIsOverThenLapse(index, commands, clock);
    }

    @Bean
    PortalVisits portalVisits(
            Streams streams,
            Commands commands,
            Installation installation,
            Clock clock,
            WorkIndex index,
            HistoryTrust history) {
        return new PortalVisits(streams, commands, installation, clock, index, history);
    }

    @Bean
    WhoAsks whoAsks(SelfDescription organisation, Sealing sealing, JsonMapper json) {
        return new WhoAsks(organisation, sealing, json);
    }

    @Bean
    PortalPages portalPages(
            Streams streams,
            Sealing sealing,
            Vocabulary subjects,
            Installation installation,
            JsonMapper json,
            Clock clock,
            HistoryTrust history,
            WhoAsks asks) {
        return new PortalPages(streams, sealing, subjects, installation, json, clock, history, asks);
    }
}
