package org.quitclaim.command.erasure;

import java.time.Clock;
import java.util.List;
import org.quitclaim.access.account.StaffRecords;
import org.quitclaim.command.CommandSideSettings;
import org.quitclaim.command.copies.CopiesSettings;
import org.quitclaim.command.copies.CopyPairs;
import org.quitclaim.command.copies.CopyWatch;
import org.quitclaim.command.copies.KnownPictures;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.command.photo.Originals;
import org.quitclaim.command.photo.SealedWords;
import org.quitclaim.command.rights.SeenOn;
import org.quitclaim.command.vault.Leftovers;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.work.DueList;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WhenDueThenAlarm;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.erasure.ErasureCommand.SoundAlarm;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.remnant.KeysAndRecords;
import org.quitclaim.vault.remnant.SearchedStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Orders to erase, carried out and followed up. */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {
    @Bean
    RemnantList remnants(
            Vault vault, Sealing sealing, Streams streams, WorkIndex index, UpToDate upToDate, JsonMapper json) {
        return new RemnantList(vault, sealing, streams, new SeenOn(index, upToDate), json);
    }

    @Bean
    ErasureCases erasureCases(
            Commands commands,
            Streams streams,
            Vault vault,
            KnownPictures pictures,
            CopiesSettings copies,
            RemnantList remnants,
            Clock clock,
            CommandSideSettings settings) {
        return new ErasureCases(commands, streams, vault, pictures, copies, remnants, clock, settings.zone());
    }

    @Bean
    RemnantSearch search(
            List<SearchedStore> stores,
            ErasureCases cases,
            RemnantList remnants,
            Streams streams,
            WorkIndex index,
            UpToDate upToDate) {
        return new RemnantSearch(stores, cases, remnants, streams, index, upToDate);
    }

    @Bean
    Duty erasureDuty(ErasureCases cases, Commands commands, Streams streams, SealedWords words, Clock clock) {
        return new WhenErasureOrderedThenShred(cases, commands, streams, words, clock);
    }

    @Bean
    Duty followUpDuty(
            ErasureCases cases,
            Commands commands,
            Streams streams,
            GalleryKeeper gallery,
            CopyWatch copies,
            CopyPairs pairs,
            Originals originals,
            SealedWords words,
            WorkIndex index,
            UpToDate upToDate,
            RemnantSearch search) {
        return new ErasureFollowUps(cases, commands, streams, index, upToDate)
                .duty(gallery, copies, pairs, originals, words, search);
    }

    @Bean
    WhenDueThenAlarm erasureAlarm(WorkIndex index, Commands commands, Clock clock, CommandSideSettings settings) {
        DueList erasures =
                new DueList("erasure", settings.zone(), (id, alarm) -> new SoundAlarm(new ErasureCaseId(id), alarm));
        return new WhenDueThenAlarm(index, commands, clock, erasures);
    }

    @Bean
    WhenEvidenceTimeIsOverThenExpire evidenceClock(
            WorkIndex index, Commands commands, Clock clock, CommandSideSettings settings) {
        return new WhenEvidenceTimeIsOverThenExpire(
                index, commands, clock, settings.zone(), settings.evidenceRetention());
    }

    @Bean
    WhenEpochRetiredThenConfirm epochConfirmation(
            ErasureCases cases, Commands commands, Streams streams, WorkIndex index, Vault vault) {
        return new WhenEpochRetiredThenConfirm(cases, commands, streams, index, vault);
    }

    @Bean
    SearchedStore vaultSearched(Vault vault) {
        return new KeysAndRecords(vault);
    }

    @Bean
    OrphanRemoval orphanRemoval(
            Vault vault, StaffRecords staff, WorkIndex index, UpToDate upToDate, Leftovers leftovers, Clock clock) {
        return new OrphanRemoval(vault, staff, index, upToDate, leftovers, clock);
    }

    @Bean
    WhenHistoryIsOlderThenErase restoredErasures(
            Vault vault,
            ErasureCases cases,
            Commands commands,
            Streams streams,
            WorkIndex index,
            UpToDate upToDate,
            Leftovers leftovers,
            Clock clock) {
        return new WhenHistoryIsOlderThenErase(vault, cases, commands, streams, index, upToDate, leftovers, clock);
    }

    @Bean
    Duty suggestionDuty(Commands commands, Streams streams, WorkIndex index, Clock clock) {
        return new WhenMatchSuggestedThenCheck(commands, streams, index, clock);
    }
}
