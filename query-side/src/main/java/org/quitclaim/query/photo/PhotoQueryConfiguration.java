package org.quitclaim.query.photo;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.query.collection.Shoots;
import org.quitclaim.query.live.ReachedChanges;
import org.quitclaim.query.projection.CaughtUp;
import org.quitclaim.vault.remnant.SearchedStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The read model of this capability and its queries. */
@Configuration(proxyBeanMethods = false)
@Import(PhotoQueries.class)
public class PhotoQueryConfiguration {
    @Bean
    PhotoStatusProjector photoStatusProjector(
            MongoDatabase database, @Value("${quitclaim.home-territory:EEA}") String home, Clock clock) {
        return new PhotoStatusProjector(database, new Territory(home), clock);
    }

    @Bean
    SearchedStore photosSearched(PhotoStatusProjector projector, CaughtUp caughtUp) {
        return new PhotosSearched(projector, caughtUp);
    }

    @Bean
    PhotoNames photoNames(PhotoStatusProjector projector, Shoots shoots) {
        return new PhotoNames(projector, shoots);
    }

    @Bean
    ReachedChanges reachedPhotos(PhotoStatusProjector projector, Shoots shoots) {
        return (own, change) -> change.kind().equals(PhotoDocument.KIND)
                && projector.photos().find(change.id()).stream()
                        .anyMatch(photo -> shoots.reaches(own, photo.photo().collection()));
    }
}
