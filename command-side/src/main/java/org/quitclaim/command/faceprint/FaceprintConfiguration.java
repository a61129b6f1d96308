package org.quitclaim.command.faceprint;

import java.io.IOException;
import java.time.Clock;
import org.quitclaim.command.CommandSideSettings;
import org.quitclaim.command.copies.KnownPictures;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.governance.RecognitionMethod;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.PermitId;
import org.quitclaim.eventstore.RefusedStart;
import org.quitclaim.face.detect.FaceDetector;
import org.quitclaim.face.embed.FaceEmbedder;
import org.quitclaim.face.gallery.FaceprintGallery;
import org.quitclaim.face.gallery.MatchRule;
import org.quitclaim.face.pack.ModelPack;
import org.quitclaim.face.pack.PackFolder;
import org.quitclaim.face.pack.PackUnusable;
import org.quitclaim.face.permit.PermitIssuer;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.remnant.SearchedStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Recognition: models, the gallery, and who asks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ComparisonSettings.class, PolicySettings.class, RecognitionSettings.class})
class FaceprintConfiguration {
    @Bean
    SearchedStore gallerySearched(FaceprintGallery gallery, Streams streams) {
        return new GallerySearched(gallery, streams);
    }

    @Bean
    PermitIssuer permitIssuer(Clock clock) {
        return new PermitIssuer(clock, () -> IdMint.mint(PermitId.PREFIX, PermitId::new));
    }

    @Bean(destroyMethod = "close")
    RecognitionModel recognitionModel(
            PermitIssuer permits, CommandSideSettings settings, RecognitionSettings recognition) throws IOException {
        try {
            return loaded(PackFolder.configured().read(), permits, settings, recognition);
        } catch (PackUnusable e) {
            throw new RefusedStart(e.code(), String.valueOf(e.getMessage()), e);
        }
    }

    private static RecognitionModel loaded(
            ModelPack pack, PermitIssuer permits, CommandSideSettings settings, RecognitionSettings recognition) {
        if (!MatchRule.serves(pack.limits(), recognition.falsePositiveRate())) {
            throw new IllegalArgumentException("quitclaim.recognition.false-positive-rate is "
                    + recognition.falsePositiveRate() + ", and the model pack was not measured for so low a rate");
        }
        return new RecognitionModel(
                pack,
                new FaceDetector(pack, settings.threads()),
                new FaceEmbedder(pack, permits, settings.threads()),
                new MatchRule(pack.limits(), recognition.falsePositiveRate()));
    }

    @Bean
    RecognitionMethod recognitionMethod(RecognitionModel model, PolicySettings policy) {
        return new RecognitionMethod(
                model.name(),
                model.pack().digest(),
                model.rule().falsePositiveRate(),
                // both hold, so this is what is approved: the setting alone would read as if one person were enough
                Math.max(policy.leastGallery(), model.pack().limits().measured().automaticFrom()),
                policy.unseenIsEnough());
    }

    @Bean
    FaceSearch faceSearch(RecognitionModel model, CommandSideSettings settings) {
        return new FaceSearch(model, settings.smallestFace());
    }

    @Bean(destroyMethod = "close")
    FaceprintGallery faceprintGallery(RecognitionModel model) {
        return new FaceprintGallery(model.pack().embedder().dimension());
    }

    @Bean
    GalleryKeeper galleryKeeper(
            FaceprintGallery gallery,
            PermitIssuer permits,
            Streams streams,
            WorkIndex index,
            UpToDate upToDate,
            Vault vault,
            RecognitionModel model,
            Clock clock) {
        return new GalleryKeeper(gallery, permits, streams, index, upToDate, vault, model, clock);
    }

    @Bean
    Facts facts(
            Streams streams,
            Installation installation,
            PermitIssuer permits,
            WorkIndex index,
            UpToDate upToDate,
            HistoryTrust trust,
            RecognitionMethod method,
            Clock clock) {
        return new Facts(streams, installation, permits, index, upToDate, trust, method, clock);
    }

    @Bean
    Enrolments enrolments(
            Commands commands,
            Facts facts,
            PermitIssuer permits,
            RecognitionModel model,
            GalleryKeeper gallery,
            Sealing sealing,
            PhotoImages images,
            FaceSearch search) {
        return new Enrolments(commands, facts, permits, model, gallery, sealing, images, search);
    }

    @Bean
    Reenrolments reenrolments(
            Enrolments enrolments,
            Facts facts,
            RecognitionModel model,
            Streams streams,
            Commands commands,
            WorkIndex index,
            UpToDate upToDate,
            Vault vault,
            Clock clock) {
        return new Reenrolments(enrolments, facts, model, streams, commands, index, upToDate, vault, clock);
    }

    @Bean
    RecognitionRuns recognitionRuns(
            Commands commands, RecognitionModel model, GalleryKeeper gallery, PhotoImages images, Clock clock) {
        return new RecognitionRuns(commands, model, gallery, images, clock);
    }

    @Bean
    AttestedRecognition attestedRecognition(
            Commands commands,
            Facts facts,
            PermitIssuer permits,
            RecognitionModel model,
            GalleryKeeper gallery,
            Suggestions suggestions,
            RecognitionRuns runs,
            Comparisons comparisons,
            PolicySettings policy) {
        return new AttestedRecognition(
                commands, facts, permits, model, gallery, suggestions, runs, comparisons, policy);
    }

    @Bean
    Comparisons comparisons(
            Commands commands,
            WorkIndex index,
            UpToDate upToDate,
            KnownPictures pictures,
            ComparisonSettings settings,
            Clock clock) {
        return new Comparisons(commands, index, upToDate, pictures, settings, clock);
    }

    @Bean
    DesignatedComparison designatedComparison(
            Facts facts,
            PermitIssuer permits,
            RecognitionModel model,
            GalleryKeeper gallery,
            Suggestions suggestions,
            RecognitionRuns runs,
            Comparisons comparisons) {
        return new DesignatedComparison(facts, permits, model, gallery, suggestions, runs, comparisons);
    }

    @Bean
    Duty restrictionDuty(GalleryKeeper gallery, WorkIndex index) {
        return new WhenRestrictedThenSuspend(gallery, index);
    }
}
