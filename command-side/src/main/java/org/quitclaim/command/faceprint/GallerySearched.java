package org.quitclaim.command.faceprint;

import java.util.List;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.RecognitionKey;
import org.quitclaim.domain.erasure.Remnant;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.face.gallery.FaceprintGallery;
import org.quitclaim.vault.remnant.DestroyedKey;
import org.quitclaim.vault.remnant.Leftover;
import org.quitclaim.vault.remnant.SearchedStore;

/** The gallery in memory: nobody is in it whose faceprint went, unless a later consent brought a new one. */
final class GallerySearched implements SearchedStore {
    private final FaceprintGallery gallery;
    private final Streams streams;

    public GallerySearched(FaceprintGallery gallery, Streams streams) {
        this.gallery = gallery;
        this.streams = streams;
    }

    @Override
    public String name() {
        return "gallery";
    }

    @Override
    public List<Leftover> find(List<DestroyedKey> erased) {
        return erased.stream()
                .filter(one -> one.scope() == KeyScope.RECOGNITION)
                .filter(one -> gallery.holds(one.person()) && !enrolledAnew(one.person()))
                .map(one -> new Leftover(one.erasureCase(), name(), "vectors", Remnant.LINK))
                .toList();
    }

    private boolean enrolledAnew(PersonId person) {
        return streams.consent(person) instanceof Known known
                && known.recognition().phase() == RecognitionKey.Phase.ACTIVE;
    }
}
