package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dies at the k-th step of vault or event store while a whole story is told, and looks at what the next start makes of it.
 *
 * <p>By default at about twelve moments spread over the story, an odd number apart so that some come before a step and some
 * after it, because each costs a start; at every fifth with {@code -Dquitclaim.step-stride=5}, from another one on with
 * {@code -Dquitclaim.step-offset=1}, at every one with a stride of 1.
 */
class StepCrashTest {
    private static final int BY_DEFAULT = 12;
    /** Each has a folder of its own, in which it dies again and again. */
    private static final int SIDE_BY_SIDE = 2;

    @TempDir
    Path folder;

    private final byte[] portrait = Pictures.portrait(3).jpeg();

    /** Or whoever waits on one chain would see the threads of the other one's server die. */
    @BeforeAll
    static void waitForOnesOwnOnly() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @AfterAll
    static void waitAsEverywhere() {
        Awaitility.reset();
    }

    @Test
    void afterAFailureAtAnyStepTheNextStartPutsEverythingRight() throws Exception {
        Map<Integer, String> covered = new ConcurrentSkipListMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<Integer>> chains = IntStream.range(0, SIDE_BY_SIDE)
                    .mapToObj(chain -> threads.submit(() -> dieAgainAndAgain(chain, covered)))
                    .toList();
            for (Future<Integer> chain : chains) {
                System.out.println("moments of the story: " + chain.get());
            }
        }
        System.out.println("died at " + covered.size() + " of them: " + covered);
        assertThat(covered).hasSizeGreaterThanOrEqualTo(BY_DEFAULT);
        assertThat(covered.values())
                .filteredOn(String::isEmpty)
                .as("moments that never came")
                .hasSizeLessThan(SIDE_BY_SIDE + 2);
    }

    /** Every so many-th moment of the story is this chain's; answers how many moments there are. */
    private int dieAgainAndAgain(int chain, Map<Integer, String> covered) throws Exception {
        Path data = folder.resolve("data-" + chain);
        int moments = momentsOfTheStory(data);
        int stride = Integer.getInteger("quitclaim.step-stride", (moments / BY_DEFAULT) | 1);
        int first = Integer.getInteger("quitclaim.step-offset", 0) + chain * stride;
        Ledger before = new Ledger();
        for (int k = first; k < moments; k += SIDE_BY_SIDE * stride) {
            CrashPoints points = new CrashPoints();
            Ledger now = new Ledger();
            try (Server server = Running.demo(data, points)) {
                check(server, data, before);
                dieAt(k, points, server, now);
            }
            covered.put(k, points.crashedAt());
            before = now;
        }
        try (Server server = Running.demo(data)) {
            check(server, data, before);
        }
        return moments;
    }

    private void check(Server server, Path data, Ledger ledger) throws Exception {
        new Aftermath(server, data, Office.at(server.address()), ledger).check();
    }

    /** Told once undisturbed, to count. */
    private int momentsOfTheStory(Path data) throws Exception {
        CrashPoints points = new CrashPoints();
        Ledger ledger = new Ledger();
        try (Server server = Running.demo(data, points)) {
            Office office = Office.at(server.address());
            office.recordDpia("DPIA");
            Story story = Story.at(office, ledger, portrait);
            Rest.await(server);
            points.arm(Integer.MAX_VALUE);
            story.tellAll();
            Rest.await(server);
            int moments = points.passed();
            assertThat(ledger.published).hasSize(1);
            check(server, data, ledger);
            return moments;
        }
    }

    private void dieAt(int k, CrashPoints points, Server server, Ledger ledger) {
        Story story = Story.at(Office.at(server.address()), ledger, portrait);
        Rest.await(server);
        points.arm(k);
        try {
            story.tellAll();
        } catch (NotAcknowledged e) {
            assertThat(points.crashedAt())
                    .as("only the crash keeps the story from being told: %s", e)
                    .isNotEmpty();
        }
        // threads of the server die of the crash as they would with the process
        Awaitility.await("the crash, or rest without one")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !points.crashedAt().isEmpty() || Rest.isReached(server));
    }
}
