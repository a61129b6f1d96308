package org.quitclaim.domain.consent;

import java.util.Collections;
import java.util.List;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PhotoId;

/**
 * Which photos a grant is about. Naming nothing never means everything: {@link Extent#ALL} has to be said.
 */
public record Coverage(Extent extent, List<CollectionId> collections, List<PhotoId> photos) {
    /** How the photos are named. */
    public enum Extent {
        ALL,
        COLLECTIONS,
        PHOTOS
    }

    public static final Coverage EVERYTHING = new Coverage(Extent.ALL, List.of(), List.of());

    public Coverage {
        collections = Ordered.ids(collections);
        photos = Ordered.ids(photos);
        boolean consistent = switch (extent) {
            case ALL -> collections.isEmpty() && photos.isEmpty();
            case COLLECTIONS -> !collections.isEmpty() && photos.isEmpty();
            case PHOTOS -> collections.isEmpty() && !photos.isEmpty();
        };
        if (!consistent) {
            throw new IllegalArgumentException("a coverage names what its extent says, and only that");
        }
    }

    /** Whether everything that {@code other} is sure to include is included here; false where that cannot be known. */
    boolean includesAll(Coverage other) {
        return extent == Extent.ALL
                || (extent == other.extent
                        && collections.containsAll(other.collections)
                        && photos.containsAll(other.photos));
    }

    /** Whether a photo may be included in both; a photo's collection is not known here. */
    boolean meet(Coverage other) {
        return extent != other.extent
                || extent == Extent.ALL
                || !Collections.disjoint(collections, other.collections)
                || !Collections.disjoint(photos, other.photos);
    }

    public boolean includes(CollectionId collection, PhotoId photo) {
        return switch (extent) {
            case ALL -> true;
            case COLLECTIONS -> collections.contains(collection);
            case PHOTOS -> photos.contains(photo);
        };
    }
}
