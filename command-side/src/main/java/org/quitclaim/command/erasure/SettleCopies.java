package org.quitclaim.command.erasure;

import java.util.List;
import org.quitclaim.command.copies.CopyPairs;
import org.quitclaim.command.copies.CopyWatch;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.id.PhotoId;

/**
 * Before photos are covered or removed their copies are looked for: those of the same pixels are linked to the person, so
 * that what happens to the photo happens to them; of those that only look alike a human says whether they are copies.
 *
 * <p><b>Guarantees:</b> while it is known who is where. It waits for that human, and with it the case.
 */
record SettleCopies(CopyWatch copies, CopyPairs pairs) implements FollowUp {
    @Override
    public ErasureStep step() {
        return ErasureStep.COPIES_SETTLED;
    }

    @Override
    public Outcome take(Open open, Origin origin) {
        if (!copies.isReady()) {
            return Outcome.WAITING;
        }
        copies.photosOf(open.work().person()).forEach(photo -> copies.look(photo, origin));
        boolean followed = copies.follow(open.work().person(), origin);
        List<PhotoId> all = copies.photosOf(open.work().person());
        return followed && !pairs.anyUnsettled(all) ? Outcome.DONE : Outcome.WAITING;
    }
}
