package org.quitclaim.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrozenMapTest {
    @Property(tries = 200)
    void holdsWhatAMapInTheOrderOfItsFillingHolds(
            @ForAll @Size(max = 40) List<@IntRange(min = -9, max = 9) Integer> steps) {
        Map<Integer, Integer> plain = new LinkedHashMap<>();
        FrozenMap<Integer, Integer> frozen = FrozenMap.of(Map.of());
        for (int step = 0; step < steps.size(); step++) {
            int key = steps.get(step);
            if (key < 0) {
                plain.remove(-key);
                frozen = frozen.without(-key);
            } else {
                plain.put(key, step);
                frozen = frozen.with(key, step);
            }
        }

        assertThat(frozen).isEqualTo(plain).hasSize(plain.size());
        assertThat(List.copyOf(frozen.keySet())).isEqualTo(List.copyOf(plain.keySet()));
    }

    @Test
    void aChangeLeavesTheMapItCameFromAsItWas() {
        FrozenMap<String, Integer> before = FrozenMap.of(Map.of("a", 1));

        assertThat(before.with("b", 2)).containsOnlyKeys("a", "b");
        assertThat(before.without("a")).isEmpty();
        assertThat(before).isEqualTo(Map.of("a", 1));
    }

    @Test
    void whatIsFrozenIsNotCopied() {
        FrozenMap<String, Integer> frozen = FrozenMap.of(Map.of("a", 1));

        assertThat(FrozenMap.of(frozen)).isSameAs(frozen);
    }
}
