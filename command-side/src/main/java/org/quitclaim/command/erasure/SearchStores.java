package org.quitclaim.command.erasure;

import java.util.List;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.erasure.ErasureCommand;
import org.quitclaim.domain.erasure.ErasureCommand.RecordCleanSearch;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.StoreCode;
import org.quitclaim.vault.remnant.Leftover;

/** Every store is searched for what should be gone. */
record SearchStores(RemnantSearch search) implements FollowUp {
    @Override
    public ErasureStep step() {
        return ErasureStep.SEARCH_CLEAN;
    }

    @Override
    public ErasureCommand record(Open open) {
        return new RecordCleanSearch(
                open.work().id(),
                search.stores(open).stream().map(StoreCode::new).toList());
    }

    @Override
    public Outcome take(Open open, Origin origin) {
        List<Leftover> left = search.everything(open);
        return left.isEmpty()
                ? Outcome.DONE
                : new Outcome.Leftovers(
                        left.stream().map(Leftover::found).distinct().toList());
    }
}
