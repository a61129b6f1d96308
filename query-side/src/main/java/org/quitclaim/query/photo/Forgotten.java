package org.quitclaim.query.photo;

import java.util.List;
import java.util.Map;
import org.quitclaim.domain.photo.Copies;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Places;
import org.quitclaim.domain.photo.Rendition;
import org.quitclaim.domain.photo.Search;
import org.quitclaim.domain.photo.SeenByHumans;

/**
 * What screens keep of a photo that was removed: that it was here, and that it is gone.
 *
 * <p><b>Guarantees:</b> nobody who was on it can be told from it, neither by a mark nor by a suggestion nor by a reason that
 * follows from what somebody allowed; what is folded afterwards finds no mark that it could change.
 */
final class Forgotten {
    private Forgotten() {}

    static Registered of(Registered photo) {
        Rendition original = photo.original();
        return new Registered(
                photo.id(),
                photo.collection(),
                photo.picture(),
                Map.of(),
                Map.of(original.id(), new Rendition(original.id(), Map.of(), original.image(), List.of())),
                new Search(photo.search().looked(), Map.of()),
                photo.reviewed(),
                true,
                photo.version(),
                photo.releases(),
                photo.regated(),
                new Places(List.of()),
                SeenByHumans.NONE,
                Copies.NONE,
                photo.size());
    }
}
