package org.quitclaim.command.work;

import java.util.List;
import org.quitclaim.domain.erasure.Remnant;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.remnant.DestroyedKey;
import org.quitclaim.vault.remnant.Leftover;
import org.quitclaim.vault.remnant.SearchedStore;

/** The look-ups of the command side: no faceprint, suggestion or, where ordered, sighting leads to the person. */
final class WorkIndexSearched implements SearchedStore {
    private final WorkIndex index;
    private final UpToDate upToDate;

    public WorkIndexSearched(WorkIndex index, UpToDate upToDate) {
        this.index = index;
        this.upToDate = upToDate;
    }

    @Override
    public String name() {
        return "work-lists";
    }

    @Override
    public boolean isView() {
        return true;
    }

    @Override
    public List<Leftover> find(List<DestroyedKey> erased) {
        upToDate.await();
        return erased.stream()
                .filter(one -> isLinked(one))
                .map(one -> new Leftover(one.erasureCase(), name(), "look-ups", Remnant.LINK))
                .toList();
    }

    private boolean isLinked(DestroyedKey one) {
        return (one.scope() == KeyScope.RECOGNITION
                        && (has("faceprint", one) || has("portrait", one) || has("suggestion", one)))
                || (one.sightingsToo() && sighted(one));
    }

    private boolean has(String table, DestroyedKey one) {
        return index.one(
                        "select 1 from " + table + " where person = ? and generation <= ? limit 1",
                        row -> true,
                        one.person().value(),
                        one.key().generation().number())
                .isPresent();
    }

    private boolean sighted(DestroyedKey one) {
        return index.one(
                        "select 1 from sighting where person = ? union select 1 from formerly where person = ?"
                                + " union select 1 from comparison where person = ?"
                                + " union select 1 from listed where person = ? limit 1",
                        row -> true,
                        one.person().value(),
                        one.person().value(),
                        one.person().value(),
                        one.person().value())
                .isPresent();
    }
}
