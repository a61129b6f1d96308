package org.quitclaim.query.live;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.query.projection.Change;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Whoever has gone makes room for whoever comes, however the connection ended. */
class LiveFeedLimitTest {
    private static final ActorId SOMEBODY = ActorId.of("acc_aaaaaaaaaaaaaaaaaaaaaaaaaa");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicBoolean gone = new AtomicBoolean();

    /** The container ended the answer already when its page was closed: completing it once more throws, as it did in the demo. */
    private final class ClosedPage extends SseEmitter {
        @Override
        public void send(Set<DataWithMediaType> event) throws IOException {
            if (gone.get()) {
                throw new IOException("Broken pipe");
            }
        }

        @Override
        public void complete() {
            throw new IllegalStateException("The async request is over");
        }
    }

    @Test
    void pages_that_were_closed_leave_their_places_to_others() {
        try (LiveFeed feed = new LiveFeed(ClosedPage::new)) {
            for (int page = 0; page < LiveFeed.MOST_OF_ONE; page++) {
                watch(feed);
            }
            assertThatThrownBy(() -> watch(feed)).isInstanceOf(RejectedException.class);

            gone.set(true);
            feed.written(List.of(new Change("photos", "any")), 1);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThatCode(() -> watch(feed)).doesNotThrowAnyException());
        }
    }

    private static void watch(LiveFeed feed) {
        feed.watch(SOMEBODY, () -> true, change -> true);
    }
}
