package org.quitclaim.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.quitclaim.mongo.embedded.SortedIndex.Entry;

/**
 * How one index answers one query: equality on its first fields, then a range or the order on the next.
 *
 * <p>Two bounds on an array are taken to mean one element between them, as {@code $elemMatch} does.
 *
 * @param prefixes the key prefixes that equality leaves; several for {@code $in}
 * @param equalities how many fields they cover
 * @param low appended to a prefix, where its range begins
 * @param high appended to a prefix, where its range ends
 * @param sorted the index delivers the order that was asked for
 */
record QueryPlan(
        SortedIndex index,
        List<String> prefixes,
        int equalities,
        String low,
        String high,
        boolean ranged,
        boolean sorted,
        boolean reverse) {
    private static final String LAST = String.valueOf(Character.MAX_VALUE);
    private static final int MAX_PREFIXES = 1_000;

    /** The best plan that any of the indexes offers; null when none helps. */
    static @Nullable QueryPlan best(
            Collection<SortedIndex> indexes, Conditions conditions, @Nullable Document orderBy) {
        QueryPlan best = null;
        for (SortedIndex index : indexes) {
            QueryPlan plan = of(index, conditions, orderBy);
            if (plan.worth() > (best == null ? 0 : best.worth())) {
                best = plan;
            }
        }
        return best;
    }

    /** Whether it leads to what is asked for, and does not walk in order past everything that is not. */
    boolean finds(Conditions conditions) {
        return equalities > 0 || Set.of(index.fields().getFirst()).containsAll(conditions.fields());
    }

    private int worth() {
        return 4 * equalities + (ranged ? 2 : 0) + (sorted ? 1 : 0);
    }

    private static QueryPlan of(SortedIndex index, Conditions conditions, @Nullable Document orderBy) {
        List<String> prefixes = List.of("");
        List<String> fields = index.fields();
        int depth = 0;
        while (depth < fields.size()) {
            List<Object> values = conditions.equalTo(fields.get(depth));
            if (values == null || (long) prefixes.size() * values.size() > MAX_PREFIXES) {
                break;
            }
            prefixes = extend(prefixes, values);
            depth++;
        }
        Map<String, Object> bounds = depth < fields.size() ? conditions.boundsOf(fields.get(depth)) : Map.of();
        int order = direction(fields, depth, orderBy);
        return new QueryPlan(
                index, prefixes, depth, low(bounds), high(bounds), !bounds.isEmpty(), order != 0, order < 0);
    }

    private static List<String> extend(List<String> prefixes, List<Object> values) {
        Set<String> longer = new LinkedHashSet<>();
        for (String prefix : prefixes) {
            values.forEach(value -> longer.add(prefix + SortableKey.of(value)));
        }
        return new ArrayList<>(longer);
    }

    /** 1 or -1 when the entries under a prefix come in the order asked for, else 0. */
    private static int direction(List<String> fields, int depth, @Nullable Document orderBy) {
        if (orderBy == null || orderBy.isEmpty()) {
            return 0;
        }
        List<String> remaining = new ArrayList<>(fields.subList(depth, fields.size()));
        if (!fields.contains("_id")) {
            remaining.add("_id");
        }
        List<String> wanted = new ArrayList<>(orderBy.keySet());
        if (wanted.size() > remaining.size()
                || !remaining.subList(0, wanted.size()).equals(wanted)) {
            return 0;
        }
        Set<Integer> signs = new LinkedHashSet<>();
        orderBy.values().forEach(sign -> signs.add(((Number) sign).intValue()));
        return signs.size() == 1 ? signs.iterator().next() : 0;
    }

    /** A range stays within the type of its bound, as in MongoDB. */
    private static String low(Map<String, Object> bounds) {
        if (bounds.isEmpty()) {
            return "";
        }
        Object from = bounds.getOrDefault("$gt", bounds.get("$gte"));
        if (from != null) {
            // whoever asks for the next value must not walk past all that have this one; numbers may share a key
            boolean past = bounds.containsKey("$gt") && !(from instanceof Number);
            return SortableKey.of(from) + (past ? LAST : "");
        }
        return SortableKey.of(bounds.values().iterator().next()).substring(0, 1);
    }

    private static String high(Map<String, Object> bounds) {
        Object to = bounds.getOrDefault("$lt", bounds.get("$lte"));
        if (to != null) {
            return SortableKey.of(to) + LAST;
        }
        return bounds.isEmpty()
                ? LAST
                : SortableKey.of(bounds.values().iterator().next()).substring(0, 1) + LAST;
    }

    /** Each position once, lazily, so that a limit ends the walk. */
    Iterable<Object> positions() {
        return () -> {
            Set<Object> seen = new HashSet<>();
            Iterator<Entry> all = prefixes.size() == 1
                    ? walk(prefixes.getFirst())
                    : sorted ? new Merged(prefixes, this::walk, reverse) : inTurn();
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false)
                    .map(Entry::position)
                    .filter(seen::add)
                    .iterator();
        };
    }

    private Iterator<Entry> walk(String prefix) {
        return index.between(prefix + low, prefix + high, reverse);
    }

    private Iterator<Entry> inTurn() {
        return prefixes.stream()
                .flatMap(prefix -> StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(walk(prefix), Spliterator.ORDERED), false))
                .iterator();
    }
}
