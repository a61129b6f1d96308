package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;

/**
 * What a server that is at work still holds of a person it has erased, once the epoch of her key is retired: searched as
 * somebody would who has a live dump of it and an ordinary backup from before.
 */
class DestroyedKeysInMemoryTest {
    private static final Pattern HEAP = Pattern.compile("\\[0x([0-9a-f]+), 0x[0-9a-f]+, 0x([0-9a-f]+)\\)");

    private static final int VISITORS = 8;
    private static final int FEW = 2;

    @TempDir
    Path folder;

    private final AtomicInteger staying = new AtomicInteger(VISITORS);
    private final AtomicInteger answered = new AtomicInteger();

    @Test
    @Requirement({"R62", "R64", "R66", "R89"})
    void neither_a_destroyed_key_nor_the_faceprint_is_left_in_a_server_under_load() throws Exception {
        try (ChildProcess server = ChildProcess.start(
                List.of(),
                DemoServerProcess.class,
                folder.resolve("output"),
                folder.resolve("data").toString())) {
            URI address = server.address();
            Office office = Office.at(address);
            Asked asked = enrolled(office);
            List<Thread> visitors = visitors(address, asked);
            try {
                office.visitor()
                        .post(asked.page() + "/rights", Map.of("right", "ACCESS"))
                        .orFail();
                Answer numbers = office.officer()
                        .get("/api/persons/" + asked.person() + "/data")
                        .orFail();
                Secrets secrets = Secrets.of(backedUp(), kek(), numbers);
                MemorySearch inUse = secrets.search().in(dump(server, "before"));
                assertThat(inUse.found()).as("keys in use are found").contains(Secrets.KEK);
                assertThat(secrets.opening(inUse.keys()))
                        .as("and those that are found are tried rightly")
                        .isPositive();

                // their threads of the server are idle from here, and keep what they keep
                staying.set(FEW);
                for (Thread each : visitors.subList(FEW, VISITORS)) {
                    each.join();
                }
                office.withdraw(asked, true, List.of()).orFail();
                awaitErased(office, asked);
                assertThat(ran("rotate-epoch")).isZero();

                int then = answered.get();
                await().until(() -> answered.get() > then + VISITORS);
                MemorySearch heap = secrets.search().in(dump(server, "after"));
                MemorySearch beside = beside(server, secrets);
                assertThat(secrets.opening(heap.keys()))
                        .as("keys on the heap that open anything of the backup")
                        .isZero();
                assertThat(secrets.opening(beside.keys())).as("beside it").isZero();
                assertThat(heap.found()).as("on the heap").isEmpty();
                assertThat(beside.found()).as("beside the heap").doesNotContainAnyElementsOf(Secrets.KEYS);
            } finally {
                staying.set(0);
                for (Thread each : visitors) {
                    each.join();
                }
            }
        }
    }

    /** Nobody else asks anything, so nothing happens to overwrite what handing her numbers over has left in buffers. */
    @ParameterizedTest
    @ValueSource(strings = {"data", "export"})
    @Requirement({"R62", "R64", "R89"})
    void the_numbers_that_an_officer_handed_over_are_not_left_in_a_server_that_is_idle(String last) throws Exception {
        try (ChildProcess server = ChildProcess.start(
                List.of(),
                DemoServerProcess.class,
                folder.resolve("output"),
                folder.resolve("data").toString())) {
            Office office = Office.at(server.address());
            Asked asked = enrolled(office);
            office.visitor()
                    .post(asked.page() + "/rights", Map.of("right", "ACCESS"))
                    .orFail();
            String person = "/api/persons/" + asked.person();
            Answer numbers = office.officer().get(person + "/data").orFail();
            Secrets secrets = Secrets.of(backedUp(), kek(), numbers);
            office.officer().get(person + '/' + last).orFail();
            office.withdraw(asked, true, List.of()).orFail();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> office.officer()
                            .get("/api/erasure-cases?person=" + asked.person())
                            .json()
                            .toString()
                            .contains("\"closedAt\":\"2"));
            assertThat(ran("rotate-epoch")).isZero();
            MemorySearch heap = secrets.search().in(dump(server, "quiet"));
            assertThat(heap.found()).as("on the heap").isEmpty();
            assertThat(beside(server, secrets).found()).as("beside the heap").doesNotContainAnyElementsOf(Secrets.KEYS);
        }
    }

    private Asked enrolled(Office office) {
        office.recordDpia("DPIA");
        byte[] portrait = Pictures.portrait(3).jpeg();
        String collection = office.openCollection("Memory");
        office.allowRecognition(collection);
        String person = office.register("Memory Person", "memory@lindeveld.example");
        Asked asked = office.ask(person, office.publishNotice(), List.of(Office.recognition(90), Office.website(90)));
        office.sayYes(asked, 2).orFail();
        Taken taken = office.take(collection, "memory.jpg", Pictures.another(portrait, 1));
        office.enrol(person, taken, taken.faces().getFirst().path("faceId").asString())
                .orFail();
        return asked;
    }

    /** Each on a connection of its own, so that many threads of the server open and seal. */
    private List<Thread> visitors(URI address, Asked asked) {
        List<Thread> visitors = new ArrayList<>();
        for (int i = 0; i < VISITORS; i++) {
            Client visitor = Client.visitor(address);
            Client officer = Office.at(address).officer();
            int own = i;
            visitors.add(Thread.ofPlatform().start(() -> {
                for (int n = 0; own < staying.get(); n++) {
                    visitor.get(asked.page() + (n % 3 == 0 ? "/data" : n % 3 == 1 ? "/export" : ""));
                    officer.post(
                            "/api/persons",
                            Map.of(
                                    "name",
                                    "Visitor " + own + " " + n,
                                    "email",
                                    "visitor-" + own + "-" + n + "@lindeveld.example",
                                    "capacity",
                                    "VISITOR",
                                    "ageGroup",
                                    "ADULT"));
                    answered.incrementAndGet();
                }
                // last, so that what an answer leaves on its connection and its thread stays there
                visitor.get(asked.page() + "/data");
            }));
        }
        return visitors;
    }

    private Path backedUp() throws Exception {
        Path backup = folder.resolve("backup");
        assertThat(ran("backup", backup.toString())).isZero();
        return backup;
    }

    private byte[] kek() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data-keys"))) {
            return Files.readAllBytes(files.filter(each -> each.toString().endsWith(".kek"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private void awaitErased(Office office, Asked asked) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> office.visitor()
                        .get(asked.page() + "/data")
                        .list("faceprints")
                        .isEmpty());
    }

    private int ran(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        return Main.run(all, new Console(System.out, new PrintStream(System.out)));
    }

    private Path dump(ChildProcess server, String name) throws Exception {
        Path file = folder.resolve(name + ".hprof");
        jcmd(server, "GC.heap_dump", file.toString());
        return file;
    }

    private static String jcmd(ChildProcess server, String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(server.process().pid())));
        all.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    /** What is not the Java heap: libraries, threads, buffers. What lies on the heap without use is a stated residual. */
    private static MemorySearch beside(ChildProcess server, Secrets secrets) throws Exception {
        MemorySearch search = secrets.search();
        List<long[]> heap = new ArrayList<>();
        Matcher spaces = HEAP.matcher(jcmd(server, "GC.heap_info"));
        while (spaces.find()) {
            heap.add(
                    new long[] {Long.parseUnsignedLong(spaces.group(1), 16), Long.parseUnsignedLong(spaces.group(2), 16)
                    });
        }
        assertThat(heap).as("the heap's place").isNotEmpty();
        Path process = Path.of("/proc", Long.toString(server.process().pid()));
        try (RandomAccessFile memory =
                new RandomAccessFile(process.resolve("mem").toFile(), "r")) {
            for (String line : Files.readAllLines(process.resolve("maps"))) {
                String[] range = line.substring(0, line.indexOf(' ')).split("-");
                long from = Long.parseUnsignedLong(range[0], 16);
                long to = Long.parseUnsignedLong(range[1], 16);
                boolean onHeap = heap.stream().anyMatch(one -> from < one[1] && one[0] < to);
                if (line.contains(" rw-p ") && !onHeap) {
                    search.in(memory, from, to);
                }
            }
        }
        return search;
    }
}
