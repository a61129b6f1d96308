package org.quitclaim.command.consent;

import java.time.Clock;
import org.quitclaim.access.problem.RoomCheck;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.vault.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Consent: asked for, given and taken back. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AskingSettings.class)
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
    Answers answers(
            Creations creations,
            SealedCommands sealedCommands,
            Streams streams,
            Vault vault,
            Installation installation,
            JsonMapper json,
            RoomCheck room,
            NotedNos noted,
            Vocabulary subjects,
            Clock clock) {
        return new Answers(creations, sealedCommands, streams, vault, installation, json, room, noted, subjects, clock);
    }

    @Bean
    Representatives representatives(Streams streams, SealedCommands sealedCommands, Vault vault, JsonMapper json) {
        return new Representatives(streams, sealedCommands, vault, json);
    }

    @Bean
    Vouching vouching(Streams streams, Installation installation) {
        return new Vouching(streams, installation);
    }

    @Bean
    WhenTermEndsThenExpire expiry(WorkIndex index, Revocations revocations, Clock clock) {
        return new WhenTermEndsThenExpire(index, revocations, clock);
    }
}
