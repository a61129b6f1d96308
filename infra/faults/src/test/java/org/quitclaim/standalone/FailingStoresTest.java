package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets the stores fail from some step on while a whole story is told to a server, whose threads run on; and looks at what
 * the next start makes of it. At a few moments only, of which some come before a step and some after it:
 * {@link StepCrashTest} looks at every one.
 */
class FailingStoresTest {
    /** Each has a folder of its own, in which it fails again and again. */
    private static final int SIDE_BY_SIDE = 2;

    private static final int EACH = 2;

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
    void afterTheStoresFailedTheNextStartPutsEverythingRight() throws Exception {
        List<String> failed = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<Void>> chains = IntStream.range(0, SIDE_BY_SIDE)
                    .mapToObj(chain -> threads.submit(() -> failAgainAndAgain(chain, failed)))
                    .toList();
            for (Future<Void> chain : chains) {
                chain.get();
            }
        }
        System.out.println("the stores failed at " + failed);
        assertThat(failed).hasSize(SIDE_BY_SIDE * EACH).doesNotContain("");
    }

    /** An odd number of moments apart. */
    private Void failAgainAndAgain(int chain, List<String> failed) throws Exception {
        Path data = folder.resolve("data-" + chain);
        int moments = momentsOfTheStory(data);
        int stride = (moments / (SIDE_BY_SIDE * EACH)) | 1;
        Ledger before = new Ledger();
        for (int k = stride / 2 + chain * stride; k < moments; k += SIDE_BY_SIDE * stride) {
            CrashPoints points = new CrashPoints();
            Ledger now = new Ledger();
            try (Server server = Running.demo(data, points)) {
                new Aftermath(server, data, before).check();
                dieAt(k, points, server, now);
            }
            failed.add(points.crashedAt());
            before = now;
        }
        try (Server server = Running.demo(data)) {
            new Aftermath(server, data, before).check();
        }
        return null;
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
            new Aftermath(server, data, ledger).check();
            return moments;
        }
    }

    private void dieAt(int k, CrashPoints points, Server server, Ledger ledger) {
        Story story = Story.at(Office.at(server.address()), ledger, portrait);
        Rest.await(server);
        points.arm(k);
        FutureTask<Void> told = new FutureTask<>(story::tellAll, null);
        // left alone after the crash: it may wait for a letter that did not leave, until the server is gone
        Thread.ofPlatform().daemon().name("teller").start(told);
        Awaitility.await("the end of the story, or the crash")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> told.isDone() || !points.crashedAt().isEmpty());
        if (told.isDone() && told.state() == Future.State.FAILED) {
            assertThat(points.crashedAt())
                    .as("only the crash keeps the story from being told: %s", told.exceptionNow())
                    .isNotEmpty();
        }
        // threads of the server die of the crash as they would with the process
        Awaitility.await("the crash, or rest without one")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !points.crashedAt().isEmpty() || Rest.isReached(server));
    }
}
