package org.quitclaim.command;

import java.time.Clock;
import org.quitclaim.command.copies.CopiesSettings;
import org.quitclaim.command.copies.CopyPairs;
import org.quitclaim.command.copies.CopyWatch;
import org.quitclaim.command.copies.KnownPictures;
import org.quitclaim.command.copies.MayI;
import org.quitclaim.command.copies.PictureDigests;
import org.quitclaim.command.copies.PictureFinds;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.FaceSearch;
import org.quitclaim.command.photo.Renditions;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.face.copies.CopiesInMemory;
import org.quitclaim.face.copies.CopyIndex;
import org.quitclaim.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Knowing pictures again. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CopiesSettings.class)
class CopiesConfiguration {
    @Bean
    CopyIndex copyIndex() {
        return new CopiesInMemory();
    }

    @Bean
    PictureDigests pictureDigests(Vault vault) {
        return new PictureDigests(vault.secrets());
    }

    @Bean
    KnownPictures knownPictures(CopyIndex known, WorkIndex index, UpToDate upToDate, Vault vault) {
        return new KnownPictures(known, index, upToDate, vault);
    }

    @Bean
    PictureFinds pictureFinds(KnownPictures pictures, Streams streams, Renditions renditions) {
        return new PictureFinds(pictures, streams, renditions::ofOriginal);
    }

    @Bean
    MayI mayI(
            PictureFinds finds,
            Streams streams,
            HistoryTrust trust,
            FaceSearch search,
            @Value("${quitclaim.home-territory:EEA}") String home,
            Clock clock) {
        return new MayI(finds, streams, trust, search, new Territory(home), clock);
    }

    @Bean
    CopyPairs copyPairs(WorkIndex index, UpToDate upToDate) {
        return new CopyPairs(index, upToDate);
    }

    @Bean
    CopyWatch copyWatch(
            Commands commands,
            Streams streams,
            KnownPictures pictures,
            CopyPairs pairs,
            WorkIndex index,
            UpToDate upToDate,
            CopiesSettings settings) {
        return new CopyWatch(commands, streams, pictures, pairs, index, upToDate, settings);
    }
}
