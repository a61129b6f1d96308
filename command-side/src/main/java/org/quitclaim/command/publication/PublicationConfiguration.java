package org.quitclaim.command.publication;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.command.CommandSideSettings;
import org.quitclaim.command.copies.CopyWatch;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.command.work.Duty;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.photo.SearchStandard;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The gate, its verdicts and what follows from them. */
@Configuration(proxyBeanMethods = false)
class PublicationConfiguration {
    /** Asking the people on one photo side by side lets their answers share a commit. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService gateAsking() {
        return Executors.newCachedThreadPool(
                Thread.ofPlatform().name("gate-", 0).daemon().factory());
    }

    @Bean
    PublicationGate publicationGate(
            Commands commands,
            Streams streams,
            HistoryTrust trust,
            SearchStandard search,
            Vocabulary subjects,
            Clock clock,
            ExecutorService gateAsking) {
        return new PublicationGate(commands, streams, trust, search, subjects, clock, gateAsking);
    }

    @Bean
    LiveUses liveUses(Streams streams, HistoryTrust trust, Vocabulary subjects, Clock clock) {
        return new LiveUses(streams, trust, subjects, clock);
    }

    @Bean
    Clearances clearances(Vault vault, Installation installation, Clock clock) throws GeneralSecurityException {
        return new Clearances(vault.clearanceSigner(), installation, clock);
    }

    @Bean
    PublishedKeysCheck publishedKeysCheck(Vault vault, JsonMapper json, DataFolderLock folder) {
        return new PublishedKeysCheck(vault, json, folder);
    }

    @Bean
    Duty gateDuty(PublicationGate gate, Commands commands) {
        return new WhenGateInterruptedThenBlock(gate, commands);
    }

    @Bean
    Duty takedownDuty(Commands commands, Streams streams, CopyWatch copies, GalleryKeeper gallery, Clock clock) {
        return new WhenConsentRevokedThenOrderTakedown(commands, streams, copies, gallery, clock);
    }

    @Bean
    Duty regateDuty(Commands commands, Streams streams, PublicationGate gate) {
        return new WhenFacesChangedThenRegate(commands, streams, gate);
    }

    @Bean
    Duty releaseDuty(Streams streams, PublicationGate gate) {
        return new WhenPublicationOverThenRelease(streams, gate);
    }

    @Bean
    Duty escalationDuty(Commands commands, Clock clock, CommandSideSettings settings) {
        return new WhenTakedownOverdueThenEscalate(commands, clock, settings.takedownPatience());
    }
}
