package org.quitclaim.domain.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quitclaim.domain.AnyRecord;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.EventCatalogue;
import org.quitclaim.domain.Requirement;

@Requirement("R64")
class NosTest {
    static Stream<Class<? extends DomainEvent>> events() {
        return EventCatalogue.all().stream();
    }

    /** A new family has no case in the switch over all of them until somebody decided. */
    @ParameterizedTest
    @MethodSource("events")
    void somebodyDecidedOfEveryEventWhetherItSaysNo(Class<? extends DomainEvent> event) {
        assertThat(List.of(Nos.Said.values()))
                .contains(Nos.in(AnyRecord.of(event).sample()));
    }
}
