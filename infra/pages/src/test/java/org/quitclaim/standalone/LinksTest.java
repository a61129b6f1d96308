package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.standalone.Office.Asked;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** A person's link in a whole server: what it opens, who can end that, and what nobody can end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class LinksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final HttpClient http = HttpClient.newHttpClient();
    private Path data;
    private Server server;
    private Office office;
    private String notice;
    private int people;

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder.resolve("data");
        server = Running.demo(data);
        office = Office.at(server.address());
        notice = office.publishNotice();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Somebody who was asked about the website, and the place of her links. */
    private record Linked(Asked asked, String quitclaim) {
        String links() {
            return "/api/quitclaims/" + quitclaim + "/links";
        }

        Asked by(String link) {
            return new Asked(asked.person(), "/api" + link);
        }
    }

    private Linked somebody() {
        return somebody(office, notice);
    }

    private Linked somebody(Office at, String about) {
        String person = at.register("Somebody " + people++, "");
        Answer offered = at.offer(person, about, List.of(Office.website(200))).orFail();
        return new Linked(at.asked(person, offered), offered.text("quitclaimId"));
    }

    /** The path of one more link of hers. */
    private static String again(Office at, Linked her) {
        return Mailboxes.link(at, at.editor().post(her.links(), Map.of("reason", "LOST")), her.quitclaim());
    }

    private static List<JsonNode> listed(Office at, Linked her) {
        return at.officer().get(her.links()).orFail().json().valueStream().toList();
    }

    private static Answer withdraw(Office at, Asked asked) {
        return at.withdraw(asked, false, List.of("WEBSITE"));
    }

    private static void revoke(Office at, Linked her, int which) {
        String link = listed(at, her).get(which).path("linkId").asString();
        at.officer()
                .post(her.links() + "/" + link + "/revocation", Map.of("reason", "WRONG_ADDRESS"))
                .orFail();
    }

    @Test
    void links_are_random_and_none_is_answered_to_staff() {
        Linked her = somebody();
        String first = her.asked().page();

        Answer made = office.editor()
                .post(her.links(), Map.of("reason", "LOST"), "the-same")
                .orFail();
        Answer repeated = office.editor()
                .post(her.links(), Map.of("reason", "LOST"), "the-same")
                .orFail();

        String second = Mailboxes.link(office, made, her.quitclaim());
        assertThat("/api" + second).isNotEqualTo(first).hasSameSizeAs(first);
        assertThat(made.json().propertyNames()).containsExactly("linkId");
        assertThat(repeated.json()).isEqualTo(made.json());
        assertThat(listed(office, her)).hasSize(2).allSatisfy(one -> {
            assertThat(one.path("issuedBy").asString()).startsWith("acc_");
            assertThat(one.path("power").asString()).isEqualTo("SIGNING");
            assertThat(one.has("sha256")).isFalse();
        });
        assertThat(listed(office, her).getFirst().path("issuedBy").asString())
                .isNotEqualTo(listed(office, her).get(1).path("issuedBy").asString());
    }

    @Test
    void a_link_with_one_other_letter_opens_nothing() {
        String page = somebody().asked().page();
        String changed = page.substring(0, page.length() - 2)
                + (page.charAt(page.length() - 2) == 'a' ? 'b' : 'a')
                + page.charAt(page.length() - 1);

        office.visitor().get(changed).isRefusal(404, "link.unknown");
        office.visitor().get("/api/q/short").isRefusal(404, "link.unknown");
    }

    /** Programs that check mail open every link in it, some of them with a whole browser. */
    @Test
    void opening_a_link_changes_nothing_whatever_of_it_is_opened() throws Exception {
        Linked her = somebody();
        office.sayYes(her.asked(), 1).orFail();
        office.visitor()
                .post(her.asked().page() + "/rights", Map.of("right", "ACCESS"))
                .orFail();
        String grant = office.visitor()
                .get(her.asked().page() + "/rights")
                .orFail()
                .list("receipts")
                .getFirst()
                .asString();
        String page = again(office, her);
        List<String> addresses = Stream.of(
                        "", "/rights", "/export", "/data", "/receipts/" + grant, "/receipts/" + grant + "/paper")
                .map(path -> "/api" + page + path)
                .toList();
        Rest.awaitButFor(server, "REQUEST");
        long before = server.bean(StreamHead.class).position();

        for (String method : List.of("GET", "HEAD")) {
            assertThat(status(method, page)).isEqualTo(200);
            for (String address : addresses) {
                assertThat(status(method, address))
                        .as(method + " " + address.replace(page, "…"))
                        .isEqualTo(200);
            }
        }
        Rest.awaitButFor(server, "REQUEST");

        assertThat(server.bean(StreamHead.class).position()).isEqualTo(before);
        assertThat(listed(office, her).get(1).path("firstUsed").asString("")).isEmpty();
    }

    private int status(String method, String path) throws IOException, InterruptedException {
        return send(method, path).statusCode();
    }

    private HttpResponse<byte[]> send(String method, String path) throws IOException, InterruptedException {
        URI address = server.address().resolve(path);
        return http.send(
                HttpRequest.newBuilder(address)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());
    }

    @Test
    void asking_for_another_link_kills_nobodys_and_its_first_use_ends_the_formers_signing_alone() {
        Linked her = somebody();
        Asked later = her.by(again(office, her));
        office.visitor().get(later.page()).orFail();
        assertThat(signing(her.asked()).path("open").asBoolean()).isTrue();

        office.visitor()
                .post(later.page() + "/rights", Map.of("right", "ACCESS"))
                .orFail();

        office.sayYes(her.asked(), 1).isRefusal(409, "link.signing-passed-on");
        assertThat(signing(her.asked()).path("ended").asString()).isEqualTo("link.signing-passed-on");
        office.sayYes(later, 1).orFail();
        assertThat(office.visitor().get(her.asked().page()).orFail().list("grants"))
                .hasSize(1);
        withdraw(office, her.asked()).orFail();
        assertThat(listed(office, her))
                .extracting(one -> one.path("power").asString())
                .containsExactly("PASSED_ON", "SIGNING");
    }

    private JsonNode signing(Asked asked) {
        return office.visitor().get(asked.page()).orFail().json().path("signing");
    }

    @Test
    void a_former_link_signs_as_long_as_the_new_one_was_only_looked_at() {
        Linked her = somebody();
        Asked later = her.by(again(office, her));
        office.visitor().get(later.page() + "/rights").orFail();

        office.sayYes(her.asked(), 1).orFail();
        withdraw(office, later).orFail();

        assertThat(listed(office, her))
                .extracting(one -> one.path("power").asString())
                .containsExactly("PASSED_ON", "SIGNING");
    }

    @Test
    @Requirement("R17")
    void a_revoked_link_opens_nothing_and_two_other_ways_to_take_back_stay() {
        Linked her = somebody();
        office.sayYes(her.asked(), 1).orFail();
        revoke(office, her, 0);

        for (String path : List.of("", "/rights", "/export", "/data")) {
            office.visitor().get(her.asked().page() + path).isRefusal(404, "link.revoked");
        }
        withdraw(office, her.asked()).isRefusal(404, "link.revoked");
        office.visitor()
                .post(her.asked().page() + "/rights", Map.of("right", "ACCESS"))
                .isRefusal(404, "link.revoked");
        assertThat(office.visitor().get(her.asked().page()).text("detail"))
                .contains("Ask the organisation for a new one", "telling the organisation");

        Asked fresh = her.by(again(office, her));
        withdraw(office, fresh).orFail();
        Linked other = somebody();
        office.sayYes(other.asked(), 1).orFail();
        revoke(office, other, 0);
        office.editor()
                .post("/api/persons/" + other.asked().person() + "/withdrawals", Map.of("channels", List.of("WEBSITE")))
                .orFail();
    }

    @Test
    void only_an_officer_ends_a_link_and_says_why() {
        Linked her = somebody();
        String link = listed(office, her).getFirst().path("linkId").asString();
        String revocation = her.links() + "/" + link + "/revocation";

        office.editor().post(revocation, Map.of("reason", "LOST")).isRefusal(403, "access.not-allowed");
        office.photographer().post(her.links(), Map.of("reason", "LOST")).isRefusal(403, "access.not-allowed");
        office.officer().post(revocation, Map.of()).isRefusal(422, "request.missing-field");
        office.officer().post(revocation, Map.of("reason", "LOST")).orFail();
        office.officer().post(revocation, Map.of("reason", "LOST")).isRefusal(404, "link.revoked");
        JsonNode listed = listed(office, her).getFirst();
        assertThat(listed.path("revokedBecause").asString()).isEqualTo("LOST");
        assertThat(listed.path("revokedAt").asString()).isNotEmpty();
    }

    /** Everything else of this address is refused; nobody stands between her and her no. */
    @Test
    @Requirement("R17")
    void a_withdrawal_is_carried_out_while_the_address_is_throttled() {
        Linked her = somebody();
        office.sayYes(her.asked(), 1).orFail();
        for (int i = 0; i < 60; i++) {
            failToLogIn(i);
        }
        assertThat(failToLogIn(60).text("code")).isEqualTo("access.too-many-attempts");
        for (int i = 0; i < 500; i++) {
            office.visitor().get(her.asked().page() + "x");
        }

        withdraw(office, her.asked()).orFail();
        withdraw(office, her.asked()).isRefusal(409, "consent.already-withdrawn");

        assertThat(office.visitor().get(her.asked().page()).orFail().list("grants"))
                .extracting(one -> one.path("status").asString())
                .containsExactly("WITHDRAWN");
    }

    private Answer failToLogIn(int which) {
        return office.visitor()
                .raw("POST", "/login", "{\"login\":\"nobody" + which + "@example.org\",\"password\":\"wrong\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/rights", "/export", "/data", "/nothing-there", "/photos/pho_x"})
    void whatever_a_link_opens_or_refuses_is_kept_by_nobody_and_told_to_no_other_site(String path) throws Exception {
        Linked her = somebody();
        Linked over = somebody();
        revoke(office, over, 0);
        List<String> addresses =
                new ArrayList<>(List.of(her.asked().page() + path, over.asked().page() + path));
        if (path.isEmpty()) {
            addresses.add(Site.page(her.asked()));
        }
        for (String address : addresses) {
            HttpResponse<byte[]> answer = send("GET", address);
            assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(String.join(",", answer.headers().allValues("Cache-Control")))
                    .contains("no-store");
            if (address.startsWith("/api/")) {
                assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1))
                        .doesNotContain(secret(her.asked()));
            }
        }
    }

    private static String secret(Asked asked) {
        return asked.page().substring(asked.page().length() - 26);
    }

    @Test
    @Requirement("R57")
    void no_link_lies_in_the_log_or_in_any_file(CapturedOutput log) throws Exception {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel("org.quitclaim", LogLevel.TRACE);
        List<String> secrets = new ArrayList<>();
        try {
            Linked her = somebody();
            Asked later = her.by(again(office, her));
            for (Asked one : List.of(her.asked(), later)) {
                secrets.add(secret(one));
                office.visitor().get(one.page()).orFail();
                office.visitor().get(one.page() + "/photos/" + one.person());
                office.visitor().raw("POST", one.page() + "/answers", "{\"answers\":");
                office.visitor().raw("POST", one.page() + "/answers", "{\"odd\":1}");
                office.visitor().get(one.page() + "?odd=1");
                office.visitor().get(one.page() + "%25");
                office.visitor().get(one.page() + "/rights/nowhere");
                send("PATCH", one.page());
                office.sayYes(one, 1);
            }
            withdraw(office, later).orFail();
            revoke(office, her, 0);
            office.visitor().get(her.asked().page()).isRefusal(404, "link.revoked");
            Rest.awaitButFor(server, "REQUEST");
        } finally {
            LoggingSystem.get(getClass().getClassLoader()).setLogLevel("org.quitclaim", null);
        }
        assertThat(log.getAll()).contains("/api/q/{token}");
        assertThat(secrets).isNotEmpty().allSatisfy(secret -> {
            assertThat(log.getAll()).doesNotContain(secret);
            assertThat(filesWith(secret)).isEmpty();
        });
    }

    private List<Path> filesWith(String secret) {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(secret))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Requirement("R17")
    void after_thirty_days_a_link_signs_nothing_and_still_reads_and_takes_back(@TempDir Path folder) {
        try (Server later = Running.demo(folder.resolve("data"))) {
            Office at = Office.at(later.address());
            String about = at.publishNotice();
            Linked silent = somebody(at, about);
            Linked allowing = somebody(at, about);
            at.sayYes(allowing.asked(), 1).orFail();
            assertThat(at.visitor()
                            .get(silent.asked().page())
                            .orFail()
                            .json()
                            .path("signing")
                            .path("until")
                            .asString())
                    .isEqualTo(Office.today(30));

            at.visitor()
                    .as(Role.ADMIN)
                    .post(
                            "/api/demo/clock",
                            Map.of("to", Instant.now().plus(Duration.ofDays(32)).toString()))
                    .orFail();

            at.sayYes(silent.asked(), 1).isRefusal(409, "link.signing-lapsed");
            JsonNode page = at.visitor().get(silent.asked().page()).orFail().json();
            assertThat(page.path("state").asString()).isEqualTo("ASKED");
            assertThat(page.path("signing").path("open").asBoolean()).isFalse();
            withdraw(at, allowing.asked()).orFail();
            Awaitility.await("it is written down")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    listed(at, silent).getFirst().path("power").asString())
                            .isEqualTo("LAPSED"));
            at.sayYes(silent.by(again(at, silent)), 1).orFail();
        }
    }
}
