package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.access.edge.CostlyWork;
import org.quitclaim.access.edge.CostlyWork.Kind;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;

/** Many who ask at once for what costs a processor much, against those who work and those who withdraw. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrowdsTest {
    /** More than there are threads. */
    private static final int CROWD = 260;

    private static final Duration SOON = Duration.ofSeconds(8);

    private Server server;
    private Office office;
    private RawHttp http;
    private String notice;
    private String person;
    private String page;
    private Taken photo;
    private String officer;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        http = new RawHttp(server.address());
        office = Office.at(server.address());
        notice = office.publishNotice();
        person = office.register("Somebody", "");
        page = office.ask(person, notice, List.of(Office.website(9))).page();
        photo = office.take(
                office.openCollection("Crowds"), "one.jpg", Pictures.portrait(7).jpeg());
        office.mark(photo, person);
        officer = identity(office.officer());
        Rest.await(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private RawHttp.Answered ask(Kind kind) throws IOException {
        return switch (kind) {
            case OWN_PHOTO -> http.send("GET " + page + "/photos/" + photo.photo(), new byte[0]);
            case OWN_EXPORT -> http.send("GET " + page + "/export", new byte[0]);
            case STAFF_EXPORT -> http.send("GET /api/persons/" + person + "/data\n" + officer, new byte[0]);
            case CERTIFICATE_CHECK ->
                http.send(
                        "POST /certificates/check\nContent-Type: application/json",
                        "{\"file\":\"bm9uZQ==\"}".getBytes(StandardCharsets.US_ASCII));
        };
    }

    private static String identity(Client client) {
        return client.identity().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("R98")
    void a_crowd_that_asks_for_one_costly_thing_keeps_nobody_from_another_or_from_withdrawing(Kind kind)
            throws Exception {
        Asked asked = office.ask(office.register("Another", ""), notice, List.of(Office.website(9)));
        office.sayYes(asked, 1).orFail();
        CountDownLatch enough = new CountDownLatch(1);
        Queue<RawHttp.Answered> answers = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                everyTurnIsTaken(kind, threads, enough);
                for (int i = 0; i < CROWD; i++) {
                    threads.submit(() -> answers.add(ask(kind)));
                }

                soon("the crowd to be told", () -> Awaitility.await().until(() -> answers.size() > CROWD / 2));
                assertThat(answers).allSatisfy(answer -> {
                    assertThat(answer).hasToString("503 server.busy-with-such");
                    assertThat(answer.text()).contains("Retry-After: 5");
                });
                soon("an editor", () -> office.editor().get("/api/photos").orFail());
                soon(
                        "a withdrawal by link",
                        () -> office.withdraw(asked, false, List.of("WEBSITE")).orFail());
            } finally {
                enough.countDown();
            }
        }
        assertThat(ask(kind).status()).as("afterwards").isLessThan(500);
    }

    /** Whose work takes as long as it takes. */
    private void everyTurnIsTaken(Kind kind, ExecutorService threads, CountDownLatch enough)
            throws InterruptedException {
        CostlyWork work = server.bean(CostlyWork.class);
        CountDownLatch taken = new CountDownLatch(kind.atOnce());
        for (int i = 0; i < kind.atOnce(); i++) {
            threads.submit(() -> {
                work.run(kind, () -> {
                    taken.countDown();
                    enough.await();
                });
                return kind;
            });
        }
        assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void soon(String who, Runnable answered) {
        assertThat(CompletableFuture.runAsync(answered)).as(who).succeedsWithin(SOON);
    }
}
