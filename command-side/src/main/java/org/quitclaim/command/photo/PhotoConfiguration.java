package org.quitclaim.command.photo;

import java.time.Clock;
import org.quitclaim.command.CommandSideSettings;
import org.quitclaim.command.copies.CopyWatch;
import org.quitclaim.command.copies.KnownPictures;
import org.quitclaim.command.copies.MayI;
import org.quitclaim.command.copies.PictureDigests;
import org.quitclaim.command.copies.PictureFinds;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.FaceSearch;
import org.quitclaim.command.faceprint.Facts;
import org.quitclaim.command.faceprint.RecognitionModel;
import org.quitclaim.command.faceprint.Reenrolments;
import org.quitclaim.command.faceprint.Suggestions;
import org.quitclaim.command.faceprint.WhenPackApprovedThenEnrolAnew;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.command.organisation.SelfDescription;
import org.quitclaim.command.rights.Portrayals;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.photo.Patience;
import org.quitclaim.face.image.RenditionEncoder;
import org.quitclaim.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/** Photos: taken in, marked, covered and released. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FileWordsSettings.class, ReleaseSettings.class})
class PhotoConfiguration {
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
    Undoings undoings(Commands commands, Streams streams, Portrayals portrayals) {
        return new Undoings(commands, streams, portrayals);
    }

    @Bean
    ReleaseLines releaseLines(
            ReleaseSettings settings, Streams streams, Vault vault, SelfDescription organisation, JsonMapper json) {
        return new ReleaseLines(settings, streams, vault, organisation, json);
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

    @Bean
    WhenPackApprovedThenEnrolAnew enrollingAnew(
            Reenrolments reenrolments,
            Facts facts,
            RecognitionModel model,
            RequestsAtWork requests,
            WorkIndex index,
            UpToDate upToDate,
            Streams streams,
            Installation installation) {
        return new WhenPackApprovedThenEnrolAnew(
                reenrolments, facts, model, requests::giveWay, index, upToDate, streams, installation);
    }

    @Bean
    Suggestions suggestions(Commands commands, Sealing sealing, Undoings undoings) {
        return new Suggestions(commands, sealing, undoings::saidNo);
    }

    @Bean
    Duty detectionDuty(PhotoIntake intake, RequestsAtWork requests, Clock clock) {
        return new WhenPhotoRegisteredThenDetect(intake, requests, clock);
    }

    @Bean
    Duty searchDuty(PhotoIntake intake, RequestsAtWork requests) {
        return new WhenSeenQuicklyThenSearch(intake, requests);
    }

    @Bean
    Duty overdueMarkDuty(Commands commands) {
        return new WhenMarkIsOverdueThenCount(commands);
    }

    @Bean
    WhenDetectorImprovedThenLookAgain lookingAgain(
            PhotoIntake intake,
            FaceSearch search,
            RequestsAtWork requests,
            WorkIndex index,
            UpToDate upToDate,
            Streams streams,
            Installation installation,
            Clock clock) {
        return new WhenDetectorImprovedThenLookAgain(
                intake, search, requests, index, upToDate, streams, installation, clock);
    }
}
