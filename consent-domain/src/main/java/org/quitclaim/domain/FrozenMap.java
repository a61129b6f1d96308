package org.quitclaim.domain;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map that nobody changes any more, in the order in which it was filled.
 *
 * <p>A state is rebuilt at every event, mostly with the same maps as before; one that is frozen already is taken over as
 * it is, so folding a stream does not copy everything at each step.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class FrozenMap<K, V> extends AbstractMap<K, V> {
    private final Map<K, V> content;

    private FrozenMap(Map<K, V> content) {
        this.content = content;
    }

    public static <K, V> Map<K, V> of(Map<K, V> map) {
        return map instanceof FrozenMap<K, V> ? map : new FrozenMap<>(new LinkedHashMap<>(map));
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
    public Set<Entry<K, V>> entrySet() {
        return Collections.unmodifiableMap(content).entrySet();
    }
}
