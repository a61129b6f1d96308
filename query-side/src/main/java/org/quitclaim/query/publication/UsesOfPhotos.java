package org.quitclaim.query.publication;

import java.util.List;
import java.util.stream.Stream;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.query.projection.DocumentCollection;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * For which channels a photo is in use, for whoever works on it: a mark that they change takes it offline.
 *
 * <p><b>Guarantees:</b> neither where to, nor who asked, nor whom it shows.
 */
public final class UsesOfPhotos {
    private final DocumentCollection<PublicationDocument> publications;

    UsesOfPhotos(PublicationProjector projector) {
        this.publications = projector.documents();
    }

    /** How far a use has come that is not over. */
    public enum Standing {
        /** Released; nobody said that it is out. */
        CLEARED,
        PUBLISHED,
        /** Ordered offline, and nobody said that it is. */
        TAKEDOWN_DUE
    }

    public record UseOfPhoto(Channel channel, Standing standing) {}

    /** Each once. */
    public List<UseOfPhoto> of(PhotoId photo) {
        return publications.where(Criteria.where(PublicationDocument.PHOTO).is(photo.value())).stream()
                .flatMap(one -> switch (PublicationView.state(one.state())) {
                    case CLEARED -> use(one, Standing.CLEARED);
                    case PUBLISHED -> use(one, Standing.PUBLISHED);
                    case TAKEDOWN_DUE -> use(one, Standing.TAKEDOWN_DUE);
                    case REQUESTED, BLOCKED, TAKEN_DOWN -> Stream.<UseOfPhoto>empty();
                })
                .distinct()
                .toList();
    }

    private static Stream<UseOfPhoto> use(PublicationDocument one, Standing standing) {
        return Stream.of(new UseOfPhoto(one.use().channel(), standing));
    }
}
