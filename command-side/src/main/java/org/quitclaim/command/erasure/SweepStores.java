package org.quitclaim.command.erasure;

import java.util.List;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.erasure.ErasureCommand;
import org.quitclaim.domain.erasure.ErasureCommand.RecordCleanSweep;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.StoreCode;
import org.quitclaim.vault.sweep.Leftover;

/** Every store is searched for what should be gone. */
record SweepStores(Sweep sweep) implements FollowUp {
    @Override
    public ErasureStep step() {
        return ErasureStep.SWEEP_CLEAN;
    }

    @Override
    public ErasureCommand record(Open open) {
        return new RecordCleanSweep(
                open.work().id(),
                sweep.stores(open).stream().map(StoreCode::new).toList());
    }

    @Override
    public Outcome take(Open open, Origin origin) {
        List<Leftover> left = sweep.everything(open);
        return left.isEmpty()
                ? Outcome.DONE
                : new Outcome.Leftovers(
                        left.stream().map(Leftover::found).distinct().toList());
    }
}
