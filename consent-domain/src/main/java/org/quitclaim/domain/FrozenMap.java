package org.quitclaim.domain;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.OrderedPMap;

/**
 * A map that nobody changes any more, in the order in which it was filled.
 *
 * <p>A state is rebuilt at every event, mostly with the same maps as before; one that is frozen already is taken over as
 * it is, and one with an entry more shares the rest with it, so folding a stream of n events takes n steps, not n².
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class FrozenMap<K, V> extends AbstractMap<K, V> {
    private final OrderedPMap<K, V> content;

    private FrozenMap(OrderedPMap<K, V> content) {
        this.content = content;
    }

    public static <K, V> FrozenMap<K, V> of(Map<K, V> map) {
        return map instanceof FrozenMap<K, V> frozen ? frozen : new FrozenMap<>(OrderedPMap.from(map));
    }

    /** The same with this entry, which keeps its place if the key was there. */
    public FrozenMap<K, V> with(K key, V value) {
        return new FrozenMap<>(content.plus(key, value));
    }

    public FrozenMap<K, V> without(K key) {
        return new FrozenMap<>(content.minus(key));
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return content.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return content.containsKey(key);
    }

    @Override
    public int size() {
        return content.size();
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return content.entrySet();
    }
}
