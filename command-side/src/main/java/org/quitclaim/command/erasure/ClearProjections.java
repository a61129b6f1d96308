package org.quitclaim.command.erasure;

import java.util.List;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.vault.remnant.Leftover;

/** What screens show has caught up and shows nothing of it any more. */
record ClearProjections(RemnantSearch search) implements FollowUp {
    @Override
    public ErasureStep step() {
        return ErasureStep.PROJECTIONS_CLEARED;
    }

    @Override
    public Outcome take(Open open, Origin origin) {
        List<Leftover> left = search.views(open);
        return left.isEmpty()
                ? Outcome.DONE
                : new Outcome.Leftovers(
                        left.stream().map(Leftover::found).distinct().toList());
    }
}
