package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process in the middle of its work, again and again on the same data.
 *
 * <p>Five times by default, because every start takes seconds; {@code -Dquitclaim.kills=20} for the whole measure.
 */
class KilledUnderLoadTest {
    private static final int KILLS = Integer.getInteger("quitclaim.kills", 5);
    private static final int STORIES_AT_ONCE = 4;
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    @TempDir
    Path folder;

    private final Ledger ledger = new Ledger();

    @Test
    void nothingAcknowledgedIsLostAndNothingForbiddenStaysPossible() throws Exception {
        Path data = folder.resolve("data");
        QuickStart quick = QuickStart.in(folder);
        Story story = prepared(data, quick);
        for (int kill = 1; kill <= KILLS; kill++) {
            int before = told();
            try (ChildProcess child = child(data, quick, quick.using(), kill)) {
                URI address = child.address();
                loadUntilKilled(story.with(Office.at(address)), child, kill);
            }
            assertThat(told()).as("stories begun between two kills").isGreaterThan(before);
            assertThat(photosIn(ChildProcess.temporary(output(kill))))
                    .as("photos in the clear that a killed process left behind")
                    .isEmpty();
        }
        System.out.println("after " + KILLS + " kills: " + ledger);
        try (Server server = Running.demo(data)) {
            new Aftermath(server, data, ledger).check();
        }
        assertThat(ledger.published).isNotEmpty();
        assertThat(ledger.withdrawn).isNotEmpty();
        assertThat(ledger.enrolled).isNotEmpty();
    }

    private int told() {
        return ledger.persons.size();
    }

    private ChildProcess child(Path data, QuickStart quick, String option, int run) throws Exception {
        return ChildProcess.start(
                List.of(), quick.classPath(), List.of(option), DemoServerProcess.class, output(run), data.toString());
    }

    private Path output(int kill) {
        return folder.resolve("output-" + kill);
    }

    /** Files that begin as every JPEG does. */
    private static List<Path> photosIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(KilledUnderLoadTest::isJpeg)
                    .toList();
        }
    }

    private static boolean isJpeg(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(JPEG.length), JPEG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By a child that is not killed, from which the others get to know their classes. */
    private Story prepared(Path data, QuickStart quick) throws Exception {
        try (ChildProcess child = child(data, quick, quick.recording(), 0)) {
            Office office = Office.at(child.address());
            office.recordDpia("DPIA");
            Story story = Story.at(office, ledger, Pictures.portrait(3).jpeg());
            child.end();
            assertThat(quick.archive()).exists();
            return story;
        }
    }

    /**
     * The kill comes a little after somebody was published, withdrawn or taken out of recognition, in turn: the others
     * are somewhere in the middle then, and so is the work that this one left to do.
     */
    private void loadUntilKilled(Story story, ChildProcess child, int kill) throws Exception {
        AtomicBoolean killed = new AtomicBoolean();
        Set<String> milestone =
                List.of(ledger.published, ledger.withdrawn, ledger.unrecognised).get(kill % 3);
        int before = milestone.size();
        try (ExecutorService threads = Executors.newFixedThreadPool(STORIES_AT_ONCE)) {
            List<Future<?>> stories = new ArrayList<>();
            for (int thread = 0; thread < STORIES_AT_ONCE; thread++) {
                boolean faceprints = thread == 0;
                stories.add(threads.submit(() -> tellUntilKilled(story, faceprints, killed)));
            }
            try {
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() ->
                                milestone.size() > before || stories.stream().anyMatch(Future::isDone));
                child.process().waitFor(37L * (kill % 10), TimeUnit.MILLISECONDS);
            } finally {
                killed.set(true);
                child.kill();
            }
            for (Future<?> one : stories) {
                one.get();
            }
        }
    }

    private static void tellUntilKilled(Story story, boolean faceprints, AtomicBoolean killed) {
        while (!killed.get()) {
            try {
                if (faceprints) {
                    story.tellWithFaceprint();
                } else {
                    story.tell();
                }
            } catch (NotAcknowledged e) {
                if (!killed.get()) {
                    throw e;
                }
                return;
            }
        }
    }
}
