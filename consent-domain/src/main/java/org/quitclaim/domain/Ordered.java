package org.quitclaim.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Copies of sets in one order, so that equal values have equal stored forms. */
public final class Ordered {
    private Ordered() {}

    public static <T extends Comparable<? super T>> Set<T> set(Collection<T> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(values)));
    }

    public static <T extends OpaqueId> List<T> ids(Collection<T> values) {
        return values.stream()
                .distinct()
                .sorted(Comparator.comparing(OpaqueId::value))
                .toList();
    }
}
