package org.quitclaim.command.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureState.Work;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.vault.Fingerprint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.remnant.DestroyedKey;
import org.quitclaim.vault.remnant.Leftover;
import org.quitclaim.vault.remnant.SearchedStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks in every store for what should be gone.
 *
 * <p><b>Guarantees:</b> no finding is a pass, and only if every store could be looked at. One search serves all cases
 * that wait for one. Where a store can rewrite its files, what was found in them is looked for again after that; SQLite
 * leaves copies behind when it moves rows.
 *
 * <p>Not guaranteed: what a file system, an SSD or a snapshot keeps; compressed or encoded copies of names.
 *
 * <p><b>Thread-safety:</b> one call at a time.
 */
public final class RemnantSearch {
    private static final Logger LOG = LoggerFactory.getLogger(RemnantSearch.class);
    private static final int MOST_CASES = 200;

    private final List<SearchedStore> stores;
    private final ErasureCases cases;
    private final RemnantList remnants;
    private final Streams streams;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Set<ErasureCaseId> seenClean = new HashSet<>();

    public RemnantSearch(
            List<SearchedStore> stores,
            ErasureCases cases,
            RemnantList remnants,
            Streams streams,
            WorkIndex index,
            UpToDate upToDate) {
        this.streams = streams;
        this.stores = List.copyOf(stores);
        this.cases = cases;
        this.remnants = remnants;
        this.index = index;
        this.upToDate = upToDate;
    }

    /** The stores that are looked at, by their stable codes. */
    public List<String> stores() {
        return stores.stream().map(SearchedStore::name).sorted().toList();
    }

    /**
     * The stores that could say something about this case. One whose key was destroyed before the case was opened, by the
     * ledger after a restore, has no fingerprints: what is searched by these alone is then not said to be searched.
     */
    List<String> stores(Open open) {
        return open.lookedFor().isEmpty()
                ? stores.stream()
                        .filter(store -> !store.byFingerprint())
                        .map(SearchedStore::name)
                        .sorted()
                        .toList()
                : stores();
    }

    /** What is left of a case in what screens show. */
    synchronized List<Leftover> views(Open open) {
        return look(stores.stream().filter(SearchedStore::isView).toList(), erased(open));
    }

    /** What is left of a case anywhere. */
    synchronized List<Leftover> everything(Open open) {
        ErasureCaseId id = open.work().id();
        if (seenClean.remove(id)) {
            return List.of();
        }
        Map<ErasureCaseId, List<DestroyedKey>> together = new LinkedHashMap<>();
        together.put(id, erased(open));
        waiting().forEach(other -> together.computeIfAbsent(other.work().id(), any -> erased(other)));
        List<Leftover> left =
                search(together.values().stream().flatMap(List::stream).toList());
        together.keySet().stream()
                .filter(other -> !other.equals(id) && of(other, left).isEmpty())
                .forEach(seenClean::add);
        return of(id, left);
    }

    private List<Leftover> search(List<DestroyedKey> erased) {
        List<Leftover> left = new ArrayList<>();
        for (SearchedStore store : stores) {
            List<Leftover> here = look(List.of(store), erased);
            if (!here.isEmpty() && rewritten(store)) {
                here = look(List.of(store), erased);
            }
            here.forEach(one -> LOG.warn("The search found {} in {} ({}).", one.what(), one.store(), one.place()));
            left.addAll(here);
        }
        return left;
    }

    private static List<Leftover> of(ErasureCaseId id, List<Leftover> left) {
        return left.stream().filter(one -> one.erasureCase().equals(id)).toList();
    }

    /** Cases for which nothing but this search and the recipients is left. */
    private List<Open> waiting() {
        upToDate.await();
        Set<ErasureStep> last = Set.of(ErasureStep.SEARCH_CLEAN, ErasureStep.RECIPIENTS_TOLD);
        return index
                .all(
                        "select subject from todo where kind = 'FOLLOW_UP' order by since limit " + MOST_CASES,
                        row -> new ErasureCaseId(row.getString(1)))
                .stream()
                .flatMap(id -> cases.find(id).stream())
                .filter(open -> !seenClean.contains(open.work().id()))
                .filter(open -> open.parked().isEmpty()
                        && open.todo().contains(ErasureStep.SEARCH_CLEAN)
                        && last.containsAll(open.todo()))
                .toList();
    }

    /** The person's key, and the keys of photos that went with it. */
    private List<DestroyedKey> erased(Open open) {
        Work work = open.work();
        List<DestroyedKey> erased = new ArrayList<>();
        erased.add(erased(
                work,
                KeyRef.of(work.person(), work.scope(), new KeyGeneration(work.keyGeneration())),
                new TreeSet<>(open.required()).contains(ErasureStep.SIGHTINGS_DETACHED),
                remnants.read(open)));
        if (open.done().stream().anyMatch(ErasureStep::takesPhotos)) {
            LeavingPhotos.of(streams, work.id())
                    .forEach(one -> erased.add(erased(work, LeavingPhotos.key(one), false, List.of())));
        }
        return erased;
    }

    private DestroyedKey erased(Work work, KeyRef key, boolean sightingsToo, List<Fingerprint> prints) {
        return new DestroyedKey(
                work.id(), work.person(), key, sightingsToo, cases.shred(key).records(), prints);
    }

    private static List<Leftover> look(List<SearchedStore> where, List<DestroyedKey> erased) {
        List<Leftover> left = new ArrayList<>();
        for (SearchedStore store : where) {
            try {
                left.addAll(store.find(erased));
            } catch (IOException e) {
                throw new UncheckedIOException("a store could not be looked at: " + store.name(), e);
            } catch (VaultException e) {
                throw new VaultUnavailable(e);
            }
        }
        return left;
    }

    private static boolean rewritten(SearchedStore store) {
        try {
            return store.rewrite();
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
