package org.quitclaim.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.account.SampleLogins;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.query.History;
import org.quitclaim.query.QueryApplication;
import org.quitclaim.query.TurnedClock;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryHttpTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path data;

    private ConfigurableApplicationContext application;
    private History history;
    private CollectionId collection;
    private PersonId anna;
    private RecordId annasName;
    private final List<PhotoId> photos = new ArrayList<>();

    @BeforeAll
    void start() throws VaultException {
        application = QueryApplication.start(data, Map.of(), SampleLogins.class);
        EventStore store = application.getBean(EventStore.class);
        history = new History(one -> store.publish(new GenericDomainEventMessage<>(
                "stream",
                one.event().stream().value(),
                one.sequence(),
                one.event(),
                QueryApplication.SOMEBODY.metaData())));
        annasName = IdMint.recordId();
        anna = history.person(Capacity.VISITOR, annasName);
        Vault vault = application.getBean(Vault.class);
        KeyRef key = KeyRef.first(anna, KeyScope.IDENTITY);
        vault.create(key);
        vault.seal(new SealRequest(
                key,
                new RecordKind("identity"),
                annasName,
                Plaintext.of("{\"name\":\"Anna Canary\",\"email\":\"a@example.org\"}")));
        history.grant(anna, History.websiteUntil(LocalDate.parse("2026-12-31")));
        collection = history.collection(UseContext.GENERAL);
        for (int i = 0; i < 5; i++) {
            photos.add(history.reviewedPhoto(collection, i == 0 ? List.of(history.person()) : List.of(anna)));
        }
    }

    @AfterAll
    void stop() {
        application.close();
    }

    @Test
    void nobodyIsAnsweredWithoutLogin() throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request("/api/photos").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void anAdministratorSeesNoPhotos() throws Exception {
        assertThat(login("admin", "demo-administrator")
                        .send(request("/api/photos").build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void photosAreListedNewestFirstPageByPage() throws Exception {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/api/photos?limit=2&cursor=" + cursor, 200);
            page.path("items").forEach(photo -> seen.add(photo.path("photoId").stringValue()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen)
                .containsExactlyElementsOf(
                        photos.reversed().stream().map(PhotoId::value).toList());
    }

    @Test
    @Requirement("R40")
    void photosAreFoundByPersonColourAndChannel() throws Exception {
        assertThat(get("/api/photos?person=" + anna.value(), 200).path("items").size())
                .isEqualTo(4);
        assertThat(get("/api/photos?status=GREEN&channel=WEBSITE&collection=" + collection.value(), 200)
                        .path("items")
                        .size())
                .isEqualTo(4);
        assertThat(get("/api/photos?status=GREEN&channel=PRESS", 200)
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void aGreenTellsUntilWhenAndIsGoneAfterwards() throws Exception {
        String path = "/api/photos/" + photos.getLast().value();
        JsonNode website =
                get(path, 200).path("renditions").path(0).path("status").path(0);
        assertThat(website.path("colour").stringValue()).isEqualTo("GREEN");
        assertThat(website.path("until").stringValue()).isEqualTo("2026-12-31T23:00:00Z");
        TurnedClock clock = application.getBean(TurnedClock.class);
        clock.turn(Duration.ofDays(60));
        try {
            JsonNode later =
                    get(path, 200).path("renditions").path(0).path("status").path(0);
            assertThat(later.path("colour").stringValue()).isEqualTo("RED");
            assertThat(later.path("reasons").path(0).path("code").stringValue()).isEqualTo("consent.expired");
        } finally {
            clock.turn(Duration.ofDays(-60));
        }
    }

    @Test
    void whoAsksForAPositionThatIsNotThereYetIsToldSo() throws Exception {
        HttpResponse<String> answer = login("editor", "demo-editor")
                .send(
                        request("/api/photos")
                                .header("Quitclaim-At-Least", "999999")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(JSON.readTree(answer.body()).path("code").stringValue()).isEqualTo("query.not-yet-there");
    }

    @Test
    void nonsenseIsAnsweredWithWhatToDo() throws Exception {
        assertThat(code("/api/photos?cursor=nonsense", 400)).isEqualTo("query.malformed-cursor");
        assertThat(code("/api/photos?limit=100000", 422)).isEqualTo("query.too-many");
        assertThat(code("/api/photos?status=PURPLE", 400)).isEqualTo("request.invalid-parameter");
        assertThat(code("/api/photos/nobody", 404)).isEqualTo("request.unknown-id");
        assertThat(code("/api/persons/per_" + "a".repeat(26), 404)).isEqualTo("request.unknown-id");
    }

    @Test
    void consentsAreToldInWordsOfTheVocabularyAndWithoutAName() throws Exception {
        JsonNode person = get("/api/persons/" + anna.value(), 200);
        assertThat(person.path("grants").path(0).path("status").stringValue()).isEqualTo("ConsentGiven");
        assertThat(person.path("grants").path(0).path("live").booleanValue()).isTrue();
        assertThat(person.toString()).doesNotContain("Canary");
    }

    @Test
    void aNameIsOpenedForTheViewerAndThatIsWrittenDown() throws Exception {
        int before = application.getBean(Vault.class).accesses(annasName).size();
        HttpClient client = login("compliance", "demo-compliance");
        HttpResponse<String> answer = client.send(
                request("/api/names")
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", forgeryToken(client))
                        .POST(HttpRequest.BodyPublishers.ofString("{\"ids\":[\"" + anna.value() + "\"]}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).contains("Anna Canary").doesNotContain("example.org");
        assertThat(application.getBean(Vault.class).accesses(annasName)).hasSize(before + 1);
    }

    @Test
    void whoFollowsLiveIsToldWhatChanged() throws Exception {
        HttpClient client = login("editor", "demo-editor");
        HttpResponse<InputStream> stream =
                client.send(request("/api/live").build(), HttpResponse.BodyHandlers.ofInputStream());
        PersonId person = history.person();
        GrantId grant = history.grant(person, History.websiteUntil(LocalDate.parse("2026-12-31")));
        assertThat(grant).isNotNull();
        assertThat(lineWith(stream.body(), person.value())).contains("\"kind\":\"persons\"");
    }

    private static String lineWith(InputStream stream, String wanted) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.contains(wanted)) {
                line = lines.readLine();
            }
            return line == null ? "" : line;
        }
    }

    private JsonNode get(String path, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = login("editor", "demo-editor")
                .send(
                        request(path)
                                .header("Quitclaim-At-Least", Long.toString(head()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private String code(String path, int status) throws IOException, InterruptedException {
        return get(path, status).path("code").stringValue();
    }

    private long head() {
        return application.getBean(StreamHead.class).position();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + application.getEnvironment().getProperty("local.server.port") + path))
                .header("Accept", "application/json, text/event-stream, image/jpeg")
                .timeout(Duration.ofSeconds(60));
    }

    private final Map<String, HttpClient> clients = new java.util.HashMap<>();

    private HttpClient login(String name, String password) throws IOException, InterruptedException {
        HttpClient known = clients.get(name);
        if (known != null) {
            return known;
        }
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpResponse<String> answer = client.send(
                request("/login")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"login\":\"" + name + "\",\"password\":\"" + password + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        clients.put(name, client);
        return client;
    }

    private static String forgeryToken(HttpClient client) {
        CookieManager cookies = (CookieManager) client.cookieHandler().orElseThrow();
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
