package org.quitclaim.command;

import java.time.Clock;
import org.quitclaim.access.problem.RoomCheck;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.command.consent.Answers;
import org.quitclaim.command.consent.AskingSettings;
import org.quitclaim.command.consent.NotedNos;
import org.quitclaim.command.consent.QuitclaimLookup;
import org.quitclaim.command.consent.Representatives;
import org.quitclaim.command.consent.Revocations;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.command.link.LinkSettings;
import org.quitclaim.command.link.SigningLinks;
import org.quitclaim.command.portal.PortalPages;
import org.quitclaim.command.portal.PortalVisits;
import org.quitclaim.command.portal.WhenSigningIsOverThenLapse;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.vault.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Asking, answering and taking back. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AskingSettings.class, LinkSettings.class})
class ConsentConfiguration {
    @Bean
    Revocations revocations(Commands commands, SealedCommands sealedCommands, GalleryKeeper gallery, NotedNos noted) {
        return new Revocations(commands, sealedCommands, gallery, noted);
    }

    @Bean
    NotedNos notedNos(
            Commands commands,
            SealedCommands sealedCommands,
            Streams streams,
            Installation installation,
            WorkIndex index,
            UpToDate upToDate) {
        return new NotedNos(commands, sealedCommands, streams, installation, index, upToDate);
    }

    @Bean
    QuitclaimLookup quitclaimLookup(WorkIndex index, UpToDate upToDate) {
        return new QuitclaimLookup(index, upToDate);
    }

    @Bean
    SigningLinks signingLinks(
            Commands commands, Streams streams, Installation installation, Clock clock, LinkSettings settings) {
        return new SigningLinks(commands, streams, installation, clock, settings);
    }

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
    Answers answers(
            Creations creations,
            SealedCommands sealedCommands,
            Streams streams,
            Vault vault,
            Installation installation,
            JsonMapper json,
            RoomCheck room,
            NotedNos noted,
            Vocabulary subjects) {
        return new Answers(creations, sealedCommands, streams, vault, installation, json, room, noted, subjects);
    }

    @Bean
    Representatives representatives(Streams streams, SealedCommands sealedCommands, Vault vault, JsonMapper json) {
        return new Representatives(streams, sealedCommands, vault, json);
    }

    @Bean
    PortalPages portalPages(
            Streams streams,
            Sealing sealing,
            Vocabulary subjects,
            Installation installation,
            JsonMapper json,
            Clock clock,
            HistoryTrust history) {
        return new PortalPages(streams, sealing, subjects, installation, json, clock, history);
    }
}
