package org.quitclaim.command.export;

import java.time.Clock;
import org.quitclaim.access.edge.CostlyWork;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.command.CommandSideSettings;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.RecognitionModel;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.command.rights.Portrayals;
import org.quitclaim.command.rights.RightsRequests;
import org.quitclaim.face.image.RenditionEncoder;
import org.quitclaim.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** A person's copy of everything about her. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {
    @Bean
    Receipts receipts(Streams streams, Vocabulary vocabulary, JsonMapper json) {
        return new Receipts(streams, vocabulary, json);
    }

    @Bean
    PersonalData personalData(
            Streams streams,
            Vault vault,
            Portrayals portrayals,
            RightsRequests requests,
            Receipts receipts,
            Vocabulary vocabulary,
            RecognitionModel model,
            CommandSideSettings settings,
            JsonMapper json,
            Clock clock) {
        return new PersonalData(
                streams,
                vault,
                portrayals,
                requests,
                receipts,
                vocabulary,
                model,
                settings.evidenceRetention(),
                json,
                clock);
    }

    @Bean
    MaskedPhotos maskedPhotos(PhotoImages images, RenditionEncoder encoder) {
        return new MaskedPhotos(images, encoder);
    }

    @Bean
    Handover handover(
            PersonalData data,
            Receipts receipts,
            Streams streams,
            MaskedPhotos photos,
            Portrayals portrayals,
            JsonMapper json,
            CostlyWork work) {
        return new Handover(
                data,
                receipts,
                new ExportArchive(streams, photos, json, work),
                photos,
                portrayals,
                new AccessCases(streams, portrayals));
    }
}
