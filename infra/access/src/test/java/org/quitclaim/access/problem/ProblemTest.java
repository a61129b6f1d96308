package org.quitclaim.access.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.access.AccessTest;
import org.quitclaim.access.Browser;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProblemTest extends AccessTest {
    private static final String PHOTO = "pho_" + "a".repeat(26);

    @ParameterizedTest
    @CsvSource({
        "REFUSED, 409, consent.already-withdrawn",
        "REFUSED_INPUT, 422, consent.missing-choice",
        "REFUSED_UNKNOWN, 404, photo.unknown",
        "REFUSED_LATER, 409, photo.removed",
        "REFUSED_ELSEWHERE, 409, photo.face-open",
        "CONCURRENT, 409, request.conflict",
        "NO_AGGREGATE, 404, request.unknown-id",
        "STATUS, 503, server.busy",
        "FULL, 507, server.disk-used-up",
        "FULL_FILE, 507, server.no-room-for-files",
        "NO_HANDLE, 503, server.file-handles-short",
        "NO_CONNECTION, 503, server.threads-short",
        "KEY_GONE, 410, vault.gone",
        "KEY_LOCKED, 409, vault.suspended",
        "RECORD_GONE, 410, vault.gone",
        "RECORD_DAMAGED, 503, vault.damaged",
        "VAULT_FAILED, 503, vault.unavailable",
        "BUG, 500, server.error",
        "NO_SUCH_WAY, 400, request.invalid-parameter"
    })
    void everyFailureHasItsStatusAndCode(String way, int status, String code) {
        Browser.Answer answer = browser().get("/throw/" + way);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:quitclaim:problem:" + code);
        assertThat(answer.json().path("title").asString()).isNotEmpty();
        assertThat(answer.json().path("detail").asString()).isNotEmpty();
        assertThat(answer.text()).doesNotContain("Canary");
    }

    /** Whoever just lost a withdrawal must not read that withdrawals are recorded. */
    @Test
    void where_no_room_was_left_it_is_said_that_nothing_was_recorded() {
        assertThat(browser().get("/throw/FULL").json().path("detail").asString())
                .contains("was NOT recorded", "Tell the organisation in another way")
                .doesNotContain("still recorded");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                        | 400 | request.malformed",
                "[]                                       | 400 | request.malformed",
                "{\"name\":\"x\",\"channels\":[],\"on\":\"2026-11-23\",\"share\":{\"value\":1}} {} | 400 |"
                        + " request.malformed",
                "{\"name\":\"x\",\"channels\":[\"NO\"],\"on\":\"2026-11-23\",\"share\":{\"value\":1}} | 400 |"
                        + " request.malformed",
                "{\"name\":\"x\",\"channels\":[],\"on\":\"yesterday\",\"share\":{\"value\":1}} | 400 |"
                        + " request.malformed",
                "{\"name\":\"x\",\"channels\":[],\"on\":\"2026-11-23\"} | 400 | request.malformed",
                "{\"name\":null,\"channels\":[],\"on\":\"2026-11-23\",\"share\":{\"value\":1}} | 400 |"
                        + " request.malformed",
                "{\"name\":\"x\",\"channels\":[],\"on\":\"2026-11-23\",\"share\":{\"value\":1},\"Kanarie\":1} | 400 |"
                        + " request.unknown-field",
                "{\"name\":\"x\",\"channels\":[],\"on\":\"2026-11-23\",\"share\":{\"value\":101}} | 422 |"
                        + " request.unacceptable-value",
            })
    void aBodyThatCannotBeUsedIsRefused(String body, int status, String code) {
        Browser.Answer answer = browser().post("/throw/orders", "application/json", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text()).doesNotContain("Kanarie");
    }

    private static final Map<String, Object> ORDER =
            Map.of("name", "x", "channels", List.of("WEBSITE"), "on", "2026-11-23", "share", Map.of("value", 1));

    @Test
    void aCompleteBodyIsRead() {
        Browser.Answer answer = browser().post("/throw/orders", ORDER);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("remark").isNull()).isTrue();
    }

    @Test
    void anUnknownFieldIsAnsweredWithThoseThatAreKnown() {
        Map<String, Object> body = new HashMap<>(ORDER);
        body.put("nmae", "x");

        assertThat(browser().post("/throw/orders", body).json().path("detail").asString())
                .endsWith("Known are: channels, name, on, remark, share");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "channels", "on", "share"})
    void aFieldThatIsMissingOrNullIsNamed(String field) {
        Map<String, Object> missing = new HashMap<>(ORDER);
        missing.remove(field);
        Map<String, Object> absent = new HashMap<>(ORDER);
        absent.put(field, null);

        for (Map<String, Object> body : List.of(missing, absent)) {
            Browser.Answer answer = browser().post("/throw/orders", body);
            assertThat(answer.code()).isEqualTo("request.malformed");
            assertThat(answer.json().path("detail").asString()).endsWith("(" + field + ")");
        }
    }

    @Test
    void aNullInAListIsRefusedAndTheListNamed() {
        Map<String, Object> body = new HashMap<>(ORDER);
        body.put("channels", Collections.singletonList(null));

        Browser.Answer answer = browser().post("/throw/orders", body);

        assertThat(answer.code()).isEqualTo("request.malformed");
        assertThat(answer.json().path("detail").asString()).endsWith("(channels)");
    }

    @Test
    void anIdThatCannotExistIsUnknown() {
        assertThat(browser().get("/throw/photos/" + PHOTO + "?page=1").status()).isEqualTo(200);
        Browser.Answer answer = browser().get("/throw/photos/pho_x?page=1");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("request.unknown-id");
    }

    @Test
    void parametersThatAreMissingOrImpossibleAreRefused() {
        assertThat(browser().get("/throw/photos/" + PHOTO).code()).isEqualTo("request.missing-parameter");
        assertThat(browser().get("/throw/photos/" + PHOTO + "?page=one").code()).isEqualTo("request.invalid-parameter");
    }

    @Test
    void a_body_that_says_it_is_packed_or_in_another_alphabet_is_not_read_as_what_it_is_not() {
        Browser known = loggedInAs(Role.EDITOR);

        Browser.Answer packed = known.with("Content-Encoding", "gzip").post("/throw/orders", "application/json", "{}");
        Browser.Answer other = known.with("Content-Encoding", "identity")
                .post("/throw/orders", "application/json; charset=\"UTF-16\"", "{}");
        Browser.Answer plain = known.post("/throw/orders", "application/json;charset=UTF-8", "{}");

        assertThat(packed.status()).isEqualTo(415);
        assertThat(packed.code()).isEqualTo("request.body-encoded");
        assertThat(other.status()).isEqualTo(415);
        assertThat(other.code()).isEqualTo("request.body-encoded");
        assertThat(plain.code()).isNotEqualTo("request.body-encoded");
    }

    @Test
    void contentTypesThatAreNotReadOrWrittenAreRefused() {
        Browser known = loggedInAs(Role.EDITOR);

        Browser.Answer text = known.post("/throw/orders", "text/plain", "hello");
        Browser.Answer image = known.with("Accept", "image/png").post("/throw/orders", "application/json", "{}");

        assertThat(text.status()).isEqualTo(415);
        assertThat(text.code()).isEqualTo("request.media-type");
        assertThat(image.status()).isEqualTo(406);
        assertThat(image.code()).isEqualTo("request.no-such-format");
        assertThat(image.text()).as("says what there is").contains("(application/json");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        Browser.Answer fits = upload("x".repeat(1000));
        Browser.Answer tooLarge = upload("x".repeat(2000));

        assertThat(fits.text()).isEqualTo("1000");
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.code()).isEqualTo("photo.too-large");
    }

    @Test
    void anUploadWithoutItsFileIsRefused() {
        assertThat(browser()
                        .post("/throw/upload", "multipart/form-data; boundary=b", "--b--\r\n")
                        .code())
                .isEqualTo("request.missing-parameter");
    }

    @Test
    void detailsSpeakTheReadersLanguage() {
        Browser.Answer dutch = browser().with("Accept-Language", "nl").get("/throw/REFUSED");
        Browser.Answer french = browser().with("Accept-Language", "fr").get("/throw/REFUSED");

        assertThat(dutch.json().path("detail").asString()).startsWith("Hiervoor is geen geldige toestemming");
        assertThat(dutch.json().path("title").asString()).isEqualTo("Kan nu niet");
        assertThat(french.json().path("detail").asString()).startsWith("There is no live consent");
    }

    @Test
    void aBugIsFoundInTheLogByItsIncidentButNotItsWords(CapturedOutput output) {
        String incident = browser().get("/throw/BUG").json().path("incident").asString();

        assertThat(incident).matches("inc_[0-9a-f]{16}");
        assertThat(output.getAll()).contains(incident, "IllegalStateException").doesNotContain("Canary");
    }

    @Test
    void whatTheServerItselfRefusesIsAProblemToo() {
        Browser.Answer answer = browser().get("/sample/editors;x=y");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.address-refused");
    }

    @Test
    @Requirement("R70")
    void theLogHoldsRoutesButNoAddressesQueriesOrNames(CapturedOutput output) {
        browser().get("/sample/public?name=Kanarie");
        browser().post("/sample/q/secret-link-token", Map.of("name", "Kanarie"));
        browser().logIn("kanarie@example.org", "kanarie-password");

        assertThat(output.getAll())
                .contains("GET /sample/public 400", "POST /sample/q/{token} 200", "POST /login 401")
                .doesNotContainIgnoringCase("kanarie")
                .doesNotContain("secret-link-token");
    }

    private Browser.Answer upload(String content) {
        String body = String.join(
                "\r\n",
                List.of(
                        "--b",
                        "Content-Disposition: form-data; name=\"file\"; filename=\"f\"",
                        "",
                        content,
                        "--b--",
                        ""));
        return browser().post("/throw/upload", "multipart/form-data; boundary=b", body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/login?lang=%          | request.malformed-address",
                "/login?lang=%C0        | request.malformed-address",
                "/login?%=x             | request.malformed-address",
                "/login?lang=%4         | request.malformed-address",
                "/login?lang=%u0041     | request.malformed-address",
                "/login?lang=nl&Kanarie | request.unknown-parameter",
                "/login?Kanarie=x       | request.unknown-parameter",
                "/login?LANG=nl         | request.unknown-parameter",
                "/login?lang=nl&lang=en | request.repeated-parameter",
                "/sample/public?at=now  | request.unknown-parameter",
            })
    void anAddressThatDoesNotSayWhatItMeansIsRefused(String address, String code) throws IOException {
        // no client library sends such an address
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains(code).doesNotContain("Kanarie");
        }
    }

    @Test
    void anUnknownParameterIsNamedByItsPlaceAndTheKnownOnesByName() {
        assertThat(browser()
                        .get("/login?outcome=x&kanarie@example.org=1")
                        .json()
                        .path("detail")
                        .asString())
                .endsWith(" 2; lang, outcome");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "login=%C0&password=x", "%=", "login=a&password=%zz", "login=%e0%80%80&password=x"})
    void aFormThatCannotBeReadIsRefused(String form) {
        assertThat(browser()
                        .post("/login", "application/x-www-form-urlencoded", form)
                        .code())
                .isEqualTo("request.malformed-form");
    }
}
