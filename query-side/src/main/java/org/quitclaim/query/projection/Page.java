package org.quitclaim.query.projection;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a listing, newest first.
 *
 * @param next where the next part begins, opaque; absent when there is none. A part can be shorter than asked for, or
 *     empty, and still have a next one
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
