package org.quitclaim.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quitclaim.access.problem.Shortage;

/** Why screens are not shown, told apart from an error of the program. */
class ScreensFailedTest {
    private static final Throwable FAILED =
            new IllegalStateException("a wrapper", new MongoTimeoutException("somebody's value"));

    @ParameterizedTest
    @CsvSource({
        "DISK, SCREENS_NO_ROOM",
        "DISK_USED_UP, SCREENS_NO_ROOM",
        "FILE_HANDLES, SCREENS_NO_FILES",
        "MEMORY, SCREENS_AWAY"
    })
    void whatRanOutIsNamed(Shortage shortage, QueryRejection told) {
        assertThat(new ScreensFailed(() -> Optional.of(shortage)).in(FAILED)).hasValue(told);
    }

    @Test
    void whereNothingRanOutItIsAnIncidentThatIsTriedAgain() {
        QueryRejection told = new ScreensFailed(Optional::empty)
                .in(new MongoException("closed"))
                .orElseThrow();

        assertThat(told).isEqualTo(QueryRejection.SCREENS_AWAY);
        assertThat(told.isIncident()).isTrue();
        assertThat(told.retryAfter()).isPositive();
    }

    @Test
    void anErrorOfTheProgramStaysOne() {
        assertThat(new ScreensFailed(() -> Optional.of(Shortage.DISK)).in(new IllegalStateException("a bug")))
                .isEmpty();
    }
}
