package org.quitclaim.query.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Walks the shelves of a listing, newest first.
 *
 * <p><b>Guarantees:</b> reads at most {@value #LOOKED_AT} documents and one shelf more, then answers with what it has and
 * where to go on.
 */
public final class Listing<D extends ReadDocument> {
    private static final int LOOKED_AT = 4_000;

    private final List<Long> shelves;
    private final LongFunction<List<D>> shelf;

    Listing(List<Long> shelves, LongFunction<List<D>> shelf) {
        this.shelves = shelves;
        this.shelf = shelf;
    }

    public Page<D> page(Cursor from, int limit, Predicate<D> wanted) {
        List<D> found = new ArrayList<>();
        int lookedAt = 0;
        for (long number : shelves) {
            if (number > Shelves.number(from.before())) {
                continue;
            }
            if (lookedAt >= LOOKED_AT) {
                return new Page<>(found, new Cursor((number + 1) * Shelves.WIDTH).text());
            }
            List<D> here = shelf.apply(number);
            lookedAt += here.size();
            found.addAll(sorted(here, from, wanted));
            if (found.size() > limit) {
                return cut(found, limit);
            }
        }
        return cut(found, limit);
    }

    /** Pages through documents that were found otherwise. */
    public static <D extends ReadDocument> Page<D> of(List<D> all, Cursor from, int limit, Predicate<D> wanted) {
        return cut(sorted(all, from, wanted), limit);
    }

    private static <D extends ReadDocument> List<D> sorted(List<D> documents, Cursor from, Predicate<D> wanted) {
        return documents.stream()
                .filter(document -> document.born() < from.before())
                .filter(wanted)
                .sorted(Comparator.comparingLong(ReadDocument::born).reversed())
                .toList();
    }

    private static <D extends ReadDocument> Page<D> cut(List<D> found, int limit) {
        boolean more = found.size() > limit;
        List<D> shown = more ? found.subList(0, limit) : found;
        @Nullable String next = more ? new Cursor(shown.getLast().born()).text() : null;
        return new Page<>(shown, next);
    }
}
