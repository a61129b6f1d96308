package org.quitclaim.command.copies;

import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.face.copies.CopiesInMemory;
import org.quitclaim.face.copies.CopyIndex;
import org.quitclaim.vault.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Photos that are copies of others. */
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

    @Bean
    Duty copiesDuty(Commands commands, Streams streams, CopyWatch copies) {
        return new WhenSomebodyIsLinkedThenFollowCopies(commands, streams, copies);
    }
}
