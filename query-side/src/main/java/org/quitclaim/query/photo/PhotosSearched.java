package org.quitclaim.query.photo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.quitclaim.domain.erasure.Remnant;
import org.quitclaim.query.projection.CaughtUp;
import org.quitclaim.vault.remnant.DestroyedKey;
import org.quitclaim.vault.remnant.Leftover;
import org.quitclaim.vault.remnant.SearchedStore;
import org.springframework.data.mongodb.core.query.Criteria;

/** What screens show of photos: where it was ordered, no face leads to the person. */
record PhotosSearched(PhotoStatusProjector projector, CaughtUp caughtUp) implements SearchedStore {
    @Override
    public String name() {
        return "photos-view";
    }

    @Override
    public boolean isView() {
        return true;
    }

    @Override
    public List<Leftover> find(List<DestroyedKey> erased) throws IOException {
        caughtUp.await();
        List<Leftover> left = new ArrayList<>();
        for (DestroyedKey one : erased) {
            if (one.sightingsToo()) {
                List<String> linked = new ArrayList<>();
                projector
                        .photos()
                        .idsWhere(
                                Criteria.where(PhotoDocument.PERSONS)
                                        .is(one.person().value()),
                                linked::addAll);
                if (!linked.isEmpty()) {
                    left.add(new Leftover(one.erasureCase(), name(), PhotoDocument.KIND, Remnant.LINK));
                }
            }
        }
        return left;
    }
}
