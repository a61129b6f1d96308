package org.quitclaim.command.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForEachTest {
    @Test
    void oneThatFailsKeepsNobodyElseFromItAndIsTold() {
        List<String> done = new ArrayList<>();
        assertThat(ForEach.guarded(List.of("a", "broken", "c"), one -> {
                    if (one.equals("broken")) {
                        throw new IllegalStateException("not this one");
                    }
                    done.add(one);
                }))
                .isFalse();
        assertThat(done).containsExactly("a", "c");
        assertThat(ForEach.guarded(done, one -> {})).isTrue();
    }
}
