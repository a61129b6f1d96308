package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;

/** A feed that was opened goes on for half an hour, but not for somebody who would no longer be let in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveFeedTest {
    private static final String FEED = "/api/live";
    private static final String OWN = "a password of one's own";
    private Server server;
    private Office office;
    private Client admin;

    /** Somebody new, with a password of their own. */
    private record Newcomer(String account, Client client) {}

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        admin = office.visitor().as(Role.ADMIN);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Newcomer newcomer(String login) {
        Office.Newcomer made = office.newcomer(login, Role.EDITOR);
        Client visitor = office.visitor();
        visitor.as(login, made.oneTimePassword())
                .post("/api/accounts/me/password", Map.of("old", made.oneTimePassword(), "chosen", OWN))
                .orFail();
        return new Newcomer(made.account(), visitor.as(login, OWN));
    }

    private static void endsAfter(Client client, Runnable cause) throws IOException {
        try (InputStream feed = client.follow(FEED)) {
            assertThat(feed.read()).isGreaterThan(0);
            AtomicBoolean over = new AtomicBoolean();
            Thread reader = Thread.ofVirtual().start(() -> {
                try (feed) {
                    feed.transferTo(java.io.OutputStream.nullOutputStream());
                    over.set(true);
                } catch (IOException e) {
                    over.set(true);
                }
            });
            Awaitility.await().during(Duration.ofSeconds(2)).until(reader::isAlive);
            cause.run();
            Awaitility.await("the feed to end").atMost(Duration.ofSeconds(180)).untilTrue(over);
        }
    }

    @Test
    void itEndsWithTheAccount() throws IOException {
        Newcomer gone = newcomer("gone");

        endsAfter(gone.client(), () -> admin.remove("/api/accounts/" + gone.account()));
    }

    @Test
    void itEndsWhenThePasswordIsReplaced() throws IOException {
        Newcomer changed = newcomer("changed");
        Client elsewhere = Client.visitor(server.address()).as("changed", OWN);

        endsAfter(
                changed.client(),
                () -> elsewhere
                        .post("/api/accounts/me/password", Map.of("old", OWN, "chosen", "another " + OWN))
                        .orFail());
    }

    @Test
    void itEndsWithTheSession() throws IOException {
        Newcomer leaving = newcomer("leaving");

        endsAfter(leaving.client(), () -> leaving.client().post("/logout").orFail());
    }

    @Test
    void itEndsWithTheToken() throws IOException {
        Answer token = admin.post(
                        "/api/service-tokens",
                        Map.of("name", "feed", "roles", List.of("AUDITOR"), "ends", Office.today(30) + "T00:00:00Z"))
                .orFail();
        office.officer()
                .post("/api/service-tokens/" + token.text("tokenId") + "/agreement", Map.of())
                .orFail();

        endsAfter(
                admin.bearing(token.text("token")), () -> admin.remove("/api/service-tokens/" + token.text("tokenId")));
    }

    @Test
    void oneAccountDoesNotTakeTheFeedsOfAll() throws IOException {
        Newcomer greedy = newcomer("greedy");
        List<InputStream> feeds = new java.util.ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                feeds.add(greedy.client().follow(FEED));
            }
            greedy.client().get(FEED, "text/event-stream").isRefusal(503, "query.too-many-watchers");
        } finally {
            for (InputStream feed : feeds) {
                feed.close();
            }
        }
    }
}
