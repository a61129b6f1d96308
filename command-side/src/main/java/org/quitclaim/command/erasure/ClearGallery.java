package org.quitclaim.command.erasure;

import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;

/** The gallery was cleared before the withdrawal was answered; here it is made sure of. */
record ClearGallery(GalleryKeeper gallery) implements FollowUp {
    @Override
    public ErasureStep step() {
        return ErasureStep.GALLERY_CLEARED;
    }

    @Override
    public Outcome take(Open open, Origin origin) {
        gallery.judgeAnew(open.work().person());
        return Outcome.DONE;
    }
}
