package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.eventstore.StreamHead;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * What HTTP allows, or nearly allows, and nobody needs: it is refused with a problem detail that names the cause, or answered
 * as if it were not there, and leaves no trace in the log or in the history.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class OddHttpTest {
    private static final String JSON = "Content-Type: application/json";
    private static final String PERSON = "{\"name\":\"A\",\"capacity\":\"VISITOR\",\"ageGroup\":\"ADULT\"}";

    private Server server;
    private RawHttp http;
    private String officer;
    private String photographer;
    private String link;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        http = new RawHttp(server.address());
        Office office = Office.at(server.address());
        Office.Asked asked =
                office.ask(office.register("Somebody", ""), office.publishNotice(), List.of(Office.website(9)));
        link = asked.page();
        officer = known(office.officer());
        photographer = known(office.photographer());
        Rest.await(server);
    }

    private static String known(Client client) {
        return client.identity().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** A request, and how it has to be answered: the status and, of a refusal, the code. */
    private record Odd(String lines, byte[] body, String answer) {
        @Override
        public String toString() {
            return lines.replaceAll("(Cookie|X-XSRF-TOKEN): \\S+\\s", "").replaceAll("(?s)^(.{160}).*", "$1…");
        }
    }

    private void areAnswered(CapturedOutput log, List<Odd> requests) throws IOException {
        int said = log.getAll().length();
        StreamHead head = server.bean(StreamHead.class);
        long before = head.position();
        List<String> wrong = new ArrayList<>();
        for (Odd odd : requests) {
            String answer = http.send(odd.lines(), odd.body()).toString().strip();
            if (!answer.matches(odd.answer())) {
                wrong.add(odd + " -> " + answer + " instead of " + odd.answer());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(head.position()).as("the history").isEqualTo(before);
        assertThat(log.getAll().substring(said)).doesNotContain("\tat ").doesNotContain("Exception");
    }

    private static Odd odd(String answer, String lines) {
        return odd(answer, lines, "");
    }

    private static Odd odd(String answer, String lines, String body) {
        return new Odd(lines, body.getBytes(StandardCharsets.UTF_8), answer);
    }

    private Odd person(String answer, String headers, String body) {
        return odd(answer, "POST /api/persons\n" + officer + "\n" + headers, body);
    }

    @Test
    void a_content_type_that_is_not_read_is_named_as_the_cause(CapturedOutput log) throws IOException {
        String media = "415 request.media-type";
        areAnswered(
                log,
                List.of(
                        person(media, "Content-Type: application/xml", "<a/>"),
                        person(media, "Content-Type: text/plain", PERSON),
                        person(media, "Content-Type: nonsense", PERSON),
                        person("415 request.body-encoded", "Content-Type: application/json; charset=nonsense", PERSON),
                        person(media, "Content-Type: application/json/json", PERSON),
                        person(media, "X-Nothing: 1", PERSON),
                        person(media, "Content-Type: */*", PERSON),
                        person(media, "Content-Type: application/*", PERSON),
                        person(media, "Content-Type: application/*+json", PERSON),
                        person(media, "Content-Type: *", PERSON),
                        odd(media, "POST " + link + "/withdrawals\nContent-Type: */*", "{}"),
                        odd(media, "POST /api/q/nobody/answers\nContent-Type: text/*", "{}"),
                        person(media, "Content-Type: multipart/form-data; boundary=x", "--x--\r\n"),
                        odd(media, "POST " + link + "/withdrawals\nContent-Type: application/xml", "<a/>")));
    }

    @Test
    void parts_that_cannot_be_read_are_named_as_the_cause(CapturedOutput log) throws IOException {
        String to = "POST /api/photos\n" + photographer + "\nContent-Type: multipart/form-data";
        String nameless = "--x\r\nContent-Disposition: form-data; filename=\"a.jpg\"\r\n\r\na\r\n--x--\r\n";
        String headless = "--x\r\n\r\na\r\n--x--\r\n";
        String field = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\na\r\n";
        String manyParts = field.formatted("a").repeat(60) + "--x--\r\n";
        String longName = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + "a".repeat(10_000)
                + "\"\r\n\r\na\r\n--x--\r\n";
        areAnswered(
                log,
                List.of(
                        odd("400 request.malformed-parts", to, "a"),
                        odd("400 request.malformed-parts", to + "; boundary=", "--x--\r\n"),
                        odd("400 request.malformed-parts", to + "; boundary=x", "--x\r\nContent-Disp"),
                        odd("400 request.(missing-parameter|malformed-parts)", to + "; boundary=x", nameless),
                        odd("400 request.(missing-parameter|malformed-parts)", to + "; boundary=x", headless),
                        odd("400 request.(missing-parameter|malformed-parts)", to + "; boundary=x", "--x--\r\n"),
                        odd(
                                "400 request.missing-parameter",
                                to + "; boundary=x",
                                field.formatted("collectionId") + "--x--\r\n"),
                        odd("413 request.too-many-parts", to + "; boundary=x", manyParts),
                        odd("400 request.part-head-too-long", to + "; boundary=x", longName)));
    }

    @Test
    void methods_that_nobody_needs_are_refused_as_such(CapturedOutput log) throws IOException {
        String no = "405 request.method-not-allowed";
        areAnswered(
                log,
                List.of(
                        odd(no, "PROPFIND /api/persons\n" + officer),
                        odd(no, "QUERY /api/persons\n" + officer),
                        odd(no, "GETT /api/persons\n" + officer),
                        odd(no, "PATCH /api/persons\n" + officer),
                        odd(no, "PROPFIND " + link),
                        odd(no, "TRACE /api/persons\n" + officer),
                        odd(no, "CONNECT example.org:443")));
    }

    /** Whoever refuses it: the application, its firewall or the container. */
    @Test
    void what_is_refused_under_a_link_is_kept_by_nobody_and_tells_nobody_where_it_came_from() throws IOException {
        List<String> refused = new ArrayList<>();
        for (String path : List.of(link, link.replaceFirst("^/api", ""))) {
            for (String method : List.of("TRACE", "CONNECT", "PROPFIND", "GETT", "QUERY", "PATCH", "DELETE")) {
                refused.add(method + " " + path);
            }
            refused.add("GET " + path + "/%C0");
            refused.add("GET " + path + "/%00");
            refused.add("GET " + path + "/..;/x");
            refused.add("GET " + path + "/%2e%2e/%2e%2e/%2e%2e/%2e%2e");
            refused.add("GET " + path + "\nTransfer-Encoding: nonsense");
            refused.add("GET " + path + "\nContent-Length: nonsense");
            refused.add("GET " + path + "\nX-Long: " + "a".repeat(40_000));
        }
        for (String request : refused) {
            RawHttp.Answered answer = http.send(request, new byte[0]);
            assertThat(answer.status()).as(request.substring(0, 20)).isBetween(400, 499);
            assertThat(answer.text())
                    .as(request.replaceAll("(?s)a{50}.*", ""))
                    .contains("no-store", "Referrer-Policy: no-referrer");
        }
    }

    @Test
    void addresses_that_mean_something_elsewhere_are_refused(CapturedOutput log) throws IOException {
        String bad = "400 request.(address-refused|malformed-address)";
        areAnswered(
                log,
                List.of(
                        odd(bad, "GET /api/persons;a=b\n" + officer),
                        odd(bad, "GET /api/..;/persons\n" + officer),
                        odd(bad, "GET /api//persons\n" + officer),
                        // these three the container refuses before the application sees them
                        odd(bad, "GET /api/persons/%00\n" + officer),
                        odd(bad, "GET /api/%2e%2e/%2e%2e/etc/passwd\n" + officer),
                        odd(bad, "GET /api/persons/a%2Fb\n" + officer),
                        odd(bad, "GET /api/persons/a%5Cb\n" + officer),
                        odd(bad, "GET /api/persons/%C0\n" + officer),
                        odd("404 request.unknown-id", "GET /api/persons/" + "a".repeat(5_000) + "\n" + officer),
                        odd("404", "GET /q/%E2%80%AE")));
    }

    @Test
    void headers_of_nonsense_are_refused_or_not_heeded(CapturedOutput log) throws IOException {
        String persons = "GET /api/persons\n" + officer + "\n";
        areAnswered(
                log,
                List.of(
                        odd("406 request.no-such-format", persons + "Accept: application/nonsense"),
                        odd("406 request.no-such-format", persons + "Accept: nonsense"),
                        odd("200", persons + "Accept-Language: nonsense;q=x, \u00ff\u00fe"),
                        odd("200", persons + "Cookie: a; =; JSESSIONID=../../x; lang=%00; XSRF-TOKEN="),
                        odd("400 .*", persons + "Cookie: " + "a=b; ".repeat(1_000)),
                        odd("200", persons + "If-None-Match: nonsense, \"\"\"\nETag: *\nIf-Modified-Since: yesterday"),
                        odd("200", persons + "Range: bytes=-1"),
                        odd("200", persons + "Range: bytes=0-99999999999999999999,1-2,3-4"),
                        odd("200", persons + "Upgrade: websocket\nSec-WebSocket-Key: x\nSec-WebSocket-Version: 13"),
                        odd("(200|206|416).*", "GET /person/person.js\nRange: bytes=-1"),
                        odd("(200|416).*", "GET /person/person.js\nRange: bytes=99999999999999999999-"),
                        odd("(200|206|416).*", "GET /person/person.js\nRange: bytes=" + "0-1,".repeat(500) + "0-1"),
                        odd("(200|416).*", "GET /person/person.js\nRange: nonsense"),
                        odd("(200|304).*", "GET /person/person.js\nIf-None-Match: \u00ff,*,\"\"\""),
                        odd("401 .*", "GET /api/live\nLast-Event-ID: nonsense"),
                        odd("400 request.*", "GET /api/persons\n" + officer + "\nX-Long: " + "a".repeat(40_000))));
    }

    /** Ten is the most that the container itself takes. */
    @Test
    void who_reads_many_languages_or_takes_many_formats_is_answered(CapturedOutput log) throws IOException {
        String eleven = "\nAccept-Language: en-GB,en-US;q=0.9,en;q=0.9,fr,de,es,it,tr,ar,pl,pt";
        String thousand = "\nAccept-Language: " + "fr-BE,".repeat(1_000) + "nl";
        String formats = "\nAccept: " + "text/html,".repeat(1_000) + "*/*";
        areAnswered(
                log,
                List.of(
                        odd("200", "GET /login" + eleven),
                        odd("200", "GET " + link + eleven),
                        odd("200", "GET " + link + thousand),
                        odd("200", "GET " + link.replaceFirst("^/api", "") + thousand),
                        odd("200", "GET /api/persons\n" + officer + eleven),
                        odd("200", "GET " + link + "\nAccept-Encoding: " + "gzip,".repeat(1_000) + "br"),
                        odd("(200|406).*", "GET " + link + formats),
                        odd("404 .*", "GET /api/q/nobody" + eleven),
                        odd("422 .*|400 .*", "POST " + link + "/withdrawals\n" + JSON + eleven, "{}")));
    }

    @Test
    void a_folder_however_deep_is_nowhere(CapturedOutput log) throws IOException {
        String deep = "a/".repeat(4_000);
        areAnswered(
                log,
                List.of(
                        odd("401 .*|404 .*|302 .*", "GET /" + deep),
                        odd("401 .*|404 .*|302 .*", "GET /" + deep + "x.css"),
                        odd("401 .*|404 .*", "GET /api/" + deep),
                        odd("401 .*|404 .*", "GET " + link + "/" + deep)));
    }

    @Test
    void a_length_that_is_none_leaves_no_trace(CapturedOutput log) throws IOException {
        String to = "POST " + link + "/withdrawals\n" + JSON;
        areAnswered(
                log,
                List.of(
                        odd("400 .*", to + "\nContent-Length: -5"),
                        odd("400 .*", to + "\nContent-Length: 99999999999999999999"),
                        odd("400 .*", to + "\nContent-Length: two"),
                        odd("400 .*", to + "\nContent-Length: 2\nContent-Length: 3"),
                        odd("400 .*", to + "\nContent-Length: ")));
    }

    @Test
    void a_form_that_cannot_be_read_leaves_no_trace_and_is_answered_by_a_page_where_pages_are(CapturedOutput log)
            throws IOException {
        String form = "\nContent-Type: application/x-www-form-urlencoded";
        String tooLong = form + "\nContent-Length: 2000000";
        String page = link.replaceFirst("^/api", "");
        List<Odd> requests = new ArrayList<>();
        for (String of : List.of(page, "/q/x")) {
            for (String step : List.of("/check", "/answers", "/code", "/withdrawals", "/requests")) {
                requests.add(odd("4\\d\\d", "POST " + of + step + tooLong));
                requests.add(odd("4\\d\\d", "POST " + of + step + form, "a=%zz&lang=%zz"));
                requests.add(odd("4\\d\\d", "POST " + of + step + form, "a=b&".repeat(2_000)));
            }
        }
        for (String other : List.of("/login", "/api/persons\n" + officer, link + "/answers", "/", "/error", "/q/x")) {
            requests.add(odd("4\\d\\d.*", "POST " + other + tooLong));
            requests.add(odd("4\\d\\d.*", "POST " + other + form, "_csrf=%zz&_method=%zz"));
        }
        areAnswered(log, requests);
    }

    @Test
    void json_that_only_some_readers_take_is_refused(CapturedOutput log) throws IOException {
        String bad = "400 request.malformed";
        String deep = "{\"name\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        byte[] notUtf8 = PERSON.replace("A", "\u00ff").getBytes(StandardCharsets.ISO_8859_1);
        areAnswered(
                log,
                List.of(
                        person(bad, JSON, "{\"name\":\"A\",\"name\":\"B\"," + PERSON.substring(1)),
                        person(bad, JSON, deep),
                        person("4\\d\\d request\\..*", JSON, "{\"name\":1e999999999}"),
                        person("4\\d\\d request\\..*", JSON, "{\"name\":" + "9".repeat(5_000) + "}"),
                        person(bad, JSON, PERSON + PERSON),
                        person(bad, JSON, "NaN"),
                        person(bad, JSON, "\u0000"),
                        person("4\\d\\d request\\..*", JSON, PERSON.replace("A", "\\ud800")),
                        person("422 request.invalid", JSON, PERSON.replace("\"A\"", "\"Ab \\ud800 Cd\"")),
                        person(bad, JSON, PERSON.replace("\"A\"", "7")),
                        person(bad, JSON, PERSON.replace("\"VISITOR\"", "0")),
                        answers(bad, "{\"ask\":0.9,\"granted\":true}", "true"),
                        answers(bad, "{\"ask\":\"0\",\"granted\":true}", "true"),
                        answers(bad, "{\"ask\":0,\"granted\":1}", "true"),
                        answers(bad, "{\"ask\":0,\"granted\":\"true\"}", "true"),
                        answers(bad, "{\"ask\":0,\"granted\":true}", "\"true\""),
                        odd(bad, "POST " + link + "/withdrawals\n" + JSON, "{\"channels\":[0]}"),
                        odd(bad, "POST " + link + "/withdrawals\n" + JSON, "{\"recognition\":0}"),
                        new Odd("POST /api/persons\n" + officer + "\n" + JSON, notUtf8, bad),
                        person("422 request.too-long", JSON, PERSON.replace("\"A\"", "\"" + "A".repeat(10_000) + "\"")),
                        odd(
                                bad,
                                "POST " + link + "/withdrawals\n" + JSON,
                                "{\"recognition\":false,\"recognition\":true}")));
    }

    @Test
    void a_key_that_came_before_is_known_however_its_address_is_written(CapturedOutput log) throws IOException {
        String key = "\nIdempotency-Key: the same\n" + JSON;
        assertThat(http.send("POST /api/persons\n" + officer + key, PERSON.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .strip())
                .isEqualTo("201");
        Rest.await(server);
        areAnswered(
                log,
                List.of(odd(
                        "422 request.key-reused",
                        "POST /api/%70ersons\n" + officer + key,
                        PERSON.replace("VISITOR", "STAFF"))));
    }

    private Odd answers(String answer, String one, String confirmed) {
        return odd(
                answer,
                "POST " + link + "/answers\n" + JSON,
                "{\"language\":\"en\",\"answers\":[" + one + "],\"confirmed\":" + confirmed
                        + ",\"representatives\":[]}");
    }

    /** The head alone, of the same status, and nothing written for it. */
    @Test
    void every_address_that_can_be_read_answers_the_head_alone_as_well(CapturedOutput log) throws IOException {
        List<Odd> heads = new ArrayList<>();
        for (String path : List.of("/api/persons", "/api/photos", "/api/notices", "/api/governance/room")) {
            heads.add(odd("200", "HEAD " + path + "\n" + officer));
        }
        heads.add(odd("200", "HEAD /openapi.json"));
        heads.add(odd("401", "HEAD /api/persons"));
        areAnswered(log, heads);
        assertThat(http.send("HEAD /openapi.json", new byte[0]).text()).endsWith("\r\n\r\n");
    }
}
