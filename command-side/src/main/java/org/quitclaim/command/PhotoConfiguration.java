package org.quitclaim.command;

import java.time.Clock;
import org.quitclaim.command.collection.Shoots;
import org.quitclaim.command.copies.CopyWatch;
import org.quitclaim.command.copies.KnownPictures;
import org.quitclaim.command.copies.PictureDigests;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.FaceSearch;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.command.photo.FileWordsSettings;
import org.quitclaim.command.photo.KnownVersions;
import org.quitclaim.command.photo.Originals;
import org.quitclaim.command.photo.PhotoIntake;
import org.quitclaim.command.photo.ReleaseLines;
import org.quitclaim.command.photo.ReleaseSettings;
import org.quitclaim.command.photo.Renditions;
import org.quitclaim.command.photo.RequestsAtWork;
import org.quitclaim.command.photo.SealedWords;
import org.quitclaim.command.photo.StatedLooks;
import org.quitclaim.command.photo.Undoings;
import org.quitclaim.command.photo.UploadTurn;
import org.quitclaim.command.rights.Portrayals;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.photo.Patience;
import org.quitclaim.face.image.RenditionEncoder;
import org.quitclaim.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/** Taking photos in and making versions of them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FileWordsSettings.class, ReleaseSettings.class})
class PhotoConfiguration {
    @Bean
    PhotoImages photoImages(Sealing sealing) {
        return new PhotoImages(sealing);
    }

    @Bean
    @ConditionalOnWebApplication
    UploadTurn uploadTurn(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return new UploadTurn(problems);
    }

    /** There also where no web server is, with nobody to give way to. */
    @Bean
    RequestsAtWork requestsAtWork() {
        return new RequestsAtWork();
    }

    @Bean
    Patience patience(CommandSideSettings settings) {
        return settings.patience();
    }

    @Bean
    PhotoIntake photoIntake(
            Commands commands,
            Streams streams,
            Sealing sealing,
            FaceSearch search,
            PhotoImages images,
            PictureDigests digests,
            KnownPictures pictures,
            CopyWatch watch,
            Patience patience,
            SealedWords words) {
        return new PhotoIntake(commands, streams, sealing, search, images, digests, pictures, watch, patience, words);
    }

    @Bean
    SealedWords sealedWords(
            Commands commands,
            Streams streams,
            Sealing sealing,
            Vault vault,
            FileWordsSettings settings,
            JsonMapper json) {
        return new SealedWords(commands, streams, sealing, vault, settings, json);
    }

    @Bean
    StatedLooks statedLooks(Commands commands, Clock clock) {
        return new StatedLooks(commands, clock);
    }

    @Bean
    Shoots shoots(Streams streams) {
        return new Shoots(streams);
    }

    @Bean
    Undoings undoings(Commands commands, Streams streams, Portrayals portrayals) {
        return new Undoings(commands, streams, portrayals);
    }

    @Bean
    ReleaseLines releaseLines(
            ReleaseSettings settings, Streams streams, Vault vault, Installation installation, JsonMapper json) {
        return new ReleaseLines(
                settings, streams, vault, OrganisationId.of(installation.id().value()), json);
    }

    @Bean
    RenditionEncoder renditionEncoder(CommandSideSettings settings) {
        return new RenditionEncoder(settings.coverStyle());
    }

    @Bean
    KnownVersions knownVersions(PhotoImages images, PictureDigests digests, KnownPictures pictures) {
        return new KnownVersions(images, digests, pictures);
    }

    @Bean
    Renditions renditions(
            Streams streams,
            SealedCommands sealedCommands,
            PhotoImages images,
            KnownVersions versions,
            FaceSearch search,
            RenditionEncoder encoder,
            ReleaseLines lines) {
        return new Renditions(streams, sealedCommands, images, versions, search, encoder, lines);
    }

    @Bean
    Originals originals(
            SealedCommands sealedCommands,
            Vault vault,
            PhotoImages images,
            KnownPictures pictures,
            KnownVersions versions,
            FaceSearch search,
            RenditionEncoder encoder) {
        return new Originals(sealedCommands, vault, images, pictures, versions, search, encoder);
    }
}
