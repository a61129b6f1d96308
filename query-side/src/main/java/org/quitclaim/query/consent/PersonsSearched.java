package org.quitclaim.query.consent;

import java.util.List;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.erasure.Remnant;
import org.quitclaim.query.projection.CaughtUp;
import org.quitclaim.vault.remnant.DestroyedKey;
import org.quitclaim.vault.remnant.Leftover;
import org.quitclaim.vault.remnant.SearchedStore;

/** What screens show of persons: no faceprint of an erased generation, and no standing as if nothing had happened. */
record PersonsSearched(PersonProjector projector, CaughtUp caughtUp) implements SearchedStore {
    @Override
    public String name() {
        return "persons-view";
    }

    @Override
    public boolean isView() {
        return true;
    }

    @Override
    public List<Leftover> find(List<DestroyedKey> erased) throws java.io.IOException {
        caughtUp.await();
        return erased.stream()
                .filter(this::isShown)
                .map(one -> new Leftover(one.erasureCase(), name(), "persons", Remnant.LINK))
                .toList();
    }

    private boolean isShown(DestroyedKey one) {
        return projector
                .documents()
                .find(one.person().value())
                .filter(document -> isShown(document.person(), one))
                .isPresent();
    }

    private static boolean isShown(Known person, DestroyedKey one) {
        return switch (one.scope()) {
            case RECOGNITION ->
                person.recognition().generation() <= one.key().generation().number()
                        && !person.recognition().faceprints().isEmpty();
            case IDENTITY -> !person.erasureRequested();
            case EVIDENCE, PHOTO, STAFF, EDITORIAL -> false;
        };
    }
}
