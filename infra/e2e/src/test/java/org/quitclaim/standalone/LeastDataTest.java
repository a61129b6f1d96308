package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** Nobody reads more of a person than their work needs; the table of what is read stands in the documents. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeastDataTest {
    private static final Path TABLE =
            Path.of(System.getProperty("quitclaim.root", "../..")).resolve("docs/design/least-data.md");
    private static final String SUBJECT = "hip-surgery";

    private Server server;
    private Office office;
    private Client auditor;
    private String notice;
    private String own;
    private String patient;
    private Taken photo;
    private String foreign;
    private String stranger;
    private Taken hidden;
    private String publication;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        auditor = office.visitor().as(Role.AUDITOR);
        notice = office.publishNotice();
        patient = person("Petra Patient");
        stranger = person("Stella Stranger");
        own = office.openCollection("Ward");
        office.editor()
                .put("/api/collections/" + own + "/participants", Map.of("add", List.of(patient)))
                .orFail();
        photo = office.take(own, "ward.jpg", Pictures.another(Pictures.sky(), 1));
        office.mark(photo, patient);
        office.review(photo).orFail();
        foreign = office.editor()
                .post("/api/collections", Map.of("name", "Elsewhere", "context", SUBJECT))
                .orFail()
                .text("collectionId");
        office.editor()
                .put("/api/collections/" + foreign + "/participants", Map.of("add", List.of(stranger)))
                .orFail();
        hidden = Office.taken(office.editor()
                .upload(foreign, "elsewhere.jpg", Pictures.another(Pictures.sky(), 2))
                .orFail());
        office.mark(hidden, stranger);
        Answer asked = office.requestPublication(photo, "https://lindeveld.example/ward")
                .orFail();
        publication = asked.text("publicationId");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String person(String name) {
        String person = office.officer()
                .post("/api/persons", Map.of("name", name, "email", "", "capacity", "PATIENT", "ageGroup", "ADULT"))
                .orFail()
                .text("personId");
        Map<String, Object> terms = new HashMap<>(Office.website(30));
        terms.put("contexts", List.of(SUBJECT));
        terms.put("anySubject", true);
        Answer offered = office.officer()
                .post(
                        "/api/persons/" + person + "/quitclaims",
                        Map.of(
                                "noticeId",
                                notice,
                                "asks",
                                List.of(terms, Office.website(30)),
                                "justification",
                                "She asked to tell her story"))
                .orFail();
        office.sayYes(office.asked(person, offered), 2).orFail();
        return person;
    }

    @Test
    @Requirement({"R70", "R93"})
    void every_field_that_a_role_reads_of_a_person_is_decided_in_the_table() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Function<Client, Answer>> route : reading().entrySet()) {
            lines.add(route.getKey());
            TreeMap<String, String> fields = new TreeMap<>();
            readers().forEach((letter, client) -> {
                Answer answer = route.getValue().apply(client);
                if (answer.ok()) {
                    fields(answer.json(), "").forEach(field -> fields.merge(field, letter, String::concat));
                }
            });
            fields.forEach((field, roles) -> lines.add("  %-44s %s".formatted(field, roles)));
        }
        String table = String.join("\n", lines);

        assertThat(Files.readString(TABLE))
                .as("decide who reads a new field, and write it down as:%n%s", table)
                .contains("```\n" + table + "\n```");
    }

    @Test
    void a_list_shows_no_more_than_the_thing_itself() {
        Map<String, String> lists = Map.of(
                "/api/collections",
                "/api/collections/" + own,
                "/api/persons",
                "/api/persons/" + patient,
                "/api/photos?collection=" + own,
                "/api/photos/" + photo.photo(),
                "/api/publications",
                "/api/publications/" + publication);
        readers()
                .values()
                .forEach(client -> lists.forEach((list, one) -> {
                    List<String> single = fields(client.get(one).json(), "");
                    List<String> listed = client.get(list)
                            .json()
                            .path("items")
                            .valueStream()
                            .flatMap(item -> fields(item, "").stream())
                            .toList();
                    assertThat(single).as(list).containsAll(listed);
                }));
    }

    private Map<String, Function<Client, Answer>> reading() {
        Map<String, Function<Client, Answer>> routes = new LinkedHashMap<>();
        routes.put("GET /api/collections/{id}", client -> client.get("/api/collections/" + own));
        routes.put("GET /api/persons/{id}", client -> client.get("/api/persons/" + patient));
        routes.put("GET /api/photos/{id}", client -> client.get("/api/photos/" + photo.photo()));
        routes.put("GET /api/publications/{id}", client -> client.get("/api/publications/" + publication));
        routes.put("POST /api/names", client -> client.post("/api/names", Map.of("ids", List.of(patient))));
        return routes;
    }

    private Map<String, Client> readers() {
        Map<String, Client> readers = new LinkedHashMap<>();
        readers.put("P", office.photographer());
        readers.put("E", office.editor());
        readers.put("O", office.officer());
        readers.put("A", auditor);
        return readers;
    }

    private static List<String> fields(JsonNode node, String path) {
        if (node.isArray()) {
            return node.valueStream()
                    .flatMap(one -> fields(one, path + "[]").stream())
                    .distinct()
                    .toList();
        }
        if (!node.isObject()) {
            return List.of(path);
        }
        return node.propertyStream()
                .flatMap(one -> fields(one.getValue(), path.isEmpty() ? name(one) : path + "." + name(one)).stream())
                .distinct()
                .toList();
    }

    private static String name(Map.Entry<String, JsonNode> property) {
        return property.getKey().startsWith("per_") ? "{id}" : property.getKey();
    }

    @Test
    @Requirement({"R70", "R93"})
    void capacity_and_subjects_stand_in_no_answer_to_a_photographer_or_an_editor() {
        SoftAssertions.assertSoftly(softly -> reading().forEach((route, ask) -> {
            for (Client client : List.of(office.photographer(), office.editor())) {
                String persons = route.startsWith("GET /api/collections") && client == office.editor()
                        ? "" // the subject of a shoot is what its editor typed
                        : String.valueOf(ask.apply(client).json());
                softly.assertThat(persons).as(route).doesNotContain("PATIENT").doesNotContain(SUBJECT);
            }
        }));
    }

    /** Asked one after the other, subjects would tell for which of them she consented, and looking leaves no trace. */
    @Test
    @Requirement("R70")
    void of_a_sensitive_subject_only_officers_and_auditors_hear_who_and_others_only_in_its_own_shoot() {
        Answer token = office.visitor()
                .as(Role.ADMIN)
                .post(
                        "/api/service-tokens",
                        Map.of(
                                "name",
                                "cms",
                                "scopes",
                                List.of("READ_STATUS"),
                                "roles",
                                List.of(),
                                "ends",
                                Office.today(30) + "T00:00:00Z"))
                .orFail();
        if (!token.text("agreementNeededBy").isEmpty()) {
            office.officer()
                    .post("/api/service-tokens/" + token.text("tokenId") + "/agreement", Map.of())
                    .orFail();
        }
        Map<String, Client> all = new LinkedHashMap<>(readers());
        all.put("T", office.visitor().bearer(token.text("token")));
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("/api/photos/" + photo.photo() + "?context=" + SUBJECT, "P- E- Ony Any T-");
        expected.put("/api/photos/" + photo.photo() + "?context=nobody-listed-it", "P- E- O- A- T-");
        expected.put("/api/photos/" + photo.photo() + "?context=sports", "P- Eny Ony Any Tny");
        expected.put("/api/photos/" + photo.photo(), "Pny Eny Ony Any Tny");
        expected.put("/api/photos/" + hidden.photo() + "?context=" + SUBJECT, "P- E Ony Any T");
        expected.put("/api/photos/" + hidden.photo() + "?context=abortion", "P- E- Ony Any T-");
        expected.put("/api/photos?context=" + SUBJECT, "P- E- Ony Any T-");
        expected.put("/api/photos?collection=" + own + "&context=" + SUBJECT, "P- E- Ony Any T-");
        expected.put("/api/photos?person=" + stranger + "&status=GREEN&context=" + SUBJECT, "P- E- O A T-");
        expected.put("/api/photos?collection=" + foreign + "&context=" + SUBJECT, "P- E Ony Any T-");
        expected.put("/api/photos?collection=" + foreign + "&context=abortion", "P- E- Ony Any T-");

        SoftAssertions.assertSoftly(softly ->
                expected.forEach((path, roles) -> softly.assertThat(all.entrySet().stream()
                                .map(one -> one.getKey() + told(one.getValue().get(path)))
                                .collect(Collectors.joining(" ")))
                        .as(path)
                        .isEqualTo(roles)));
        assertThat(office.editor()
                        .get("/api/photos/" + photo.photo() + "?context=" + SUBJECT)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("query.subject-of-another-shoot");
        assertThat(office.editor()
                        .get("/api/photos/" + hidden.photo() + "?context=" + SUBJECT)
                        .orFail()
                        .json()
                        .toString())
                .contains("consent.not-by-everybody")
                .doesNotContain("consent.no-consent", "consent.other");
    }

    /** Whoever adds a route that takes a subject decides in the test above who is told. */
    @Test
    void two_routes_answer_for_a_subject_and_no_third() {
        List<String> routes = new ArrayList<>();
        office.officer()
                .get("/openapi.json")
                .orFail()
                .json()
                .path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(verb -> verb.getValue()
                                .path("parameters")
                                .valueStream()
                                .anyMatch(parameter ->
                                        parameter.path("name").asString().equals("context")))
                        .forEach(verb -> routes.add(verb.getKey() + " " + path.getKey())));

        assertThat(routes).containsExactlyInAnyOrder("get /api/photos", "get /api/photos/{id}");
    }

    /** {@code -} refused; {@code n} a reason names somebody; {@code y} a reason says what of the consent is lacking. */
    private static String told(Answer answer) {
        if (!answer.ok()) {
            return "-";
        }
        List<JsonNode> reasons = answer.json().findValues("reasons").stream()
                .flatMap(JsonNode::valueStream)
                .toList();
        boolean names = reasons.stream().anyMatch(reason -> reason.has("personId") || reason.has("faceId"));
        boolean why = reasons.stream().anyMatch(reason -> {
            String code = reason.path("code").asString();
            return code.startsWith("consent.") && !code.equals("consent.not-by-everybody");
        });
        return (names ? "n" : "") + (why ? "y" : "");
    }

    @Test
    @Requirement({"R70", "R93"})
    void what_belongs_to_another_collection_reads_like_what_does_not_exist() {
        String nobody = "per_" + "a".repeat(26);
        String nowhere = "col_" + "a".repeat(26);
        String nothing = "pho_" + "a".repeat(26);
        String face = office.editor()
                .get("/api/photos/" + hidden.photo())
                .orFail()
                .list("faces")
                .getFirst()
                .path("faceId")
                .asString();
        Client client = office.photographer();
        SoftAssertions.assertSoftly(softly -> {
            same(softly, nowhere, foreign, id -> client.get("/api/collections/" + id));
            same(softly, nowhere, foreign, id -> client.get("/api/photos?collection=" + id));
            same(
                    softly,
                    nowhere,
                    foreign,
                    id -> client.put("/api/collections/" + id + "/participants", Map.of("add", List.of())));
            same(softly, nowhere, foreign, id -> client.upload(id, "x.jpg", Pictures.sky()));
            same(
                    softly,
                    nowhere,
                    foreign,
                    id -> client.post("/api/photos/attestations", Map.of("collectionId", id, "scope", "PARTICIPANTS")));
            same(softly, nowhere, foreign, id -> client.post("/api/persons", newcomer(id)));
            same(softly, nobody, stranger, id -> client.get("/api/persons/" + id));
            same(softly, nobody, stranger, id -> client.get("/api/photos?person=" + id));
            same(softly, nobody, stranger, id -> client.post("/api/names", Map.of("ids", List.of(id))));
            same(softly, nobody, stranger, id -> offer(client, id));
            same(
                    softly,
                    nobody,
                    stranger,
                    id -> client.put(
                            "/api/collections/" + own + "/participants", Map.of("add", List.of(id), "from", own)));
            same(
                    softly,
                    nobody,
                    stranger,
                    id -> client.post(
                            "/api/photos/" + photo.photo() + "/faces/" + face + "/sighting", Map.of("personId", id)));
            same(
                    softly,
                    nobody,
                    stranger,
                    id -> client.post(
                            "/api/photos/" + photo.photo() + "/faces/" + face + "/comparison", Map.of("personId", id)));
            same(softly, nothing, hidden.photo(), id -> client.get("/api/photos/" + id));
            same(softly, nothing, hidden.photo(), id -> client.get("/api/photos/" + id + "/preview", "image/jpeg"));
            same(
                    softly,
                    nothing,
                    hidden.photo(),
                    id -> client.get("/api/photos/" + id + "/faces/" + face + "/cut", "image/jpeg"));
            same(
                    softly,
                    nothing,
                    hidden.photo(),
                    id -> client.get(
                            "/api/photos/" + id + "/renditions/" + hidden.rendition() + "/preview", "image/jpeg"));
            same(softly, nothing, hidden.photo(), id -> client.get("/api/photos/" + id + "/copies"));
            same(
                    softly,
                    nothing,
                    hidden.photo(),
                    id -> client.post("/api/photos/" + photo.photo() + "/copies/" + id, Map.of("same", true)));
            same(softly, nothing, hidden.photo(), id -> client.post("/api/names", Map.of("ids", List.of(id))));
            same(
                    softly,
                    nothing,
                    hidden.photo(),
                    id -> client.post("/api/photos/reviews", Map.of("photoIds", List.of(id), "alone", true)));
            same(
                    softly,
                    nothing,
                    hidden.photo(),
                    id -> client.post(
                            "/api/photos/attestations", Map.of("photoIds", List.of(id), "scope", "PARTICIPANTS")));
            same(
                    softly,
                    nothing,
                    hidden.photo(),
                    id -> client.post("/api/photos/" + id + "/renditions", Map.of("cover", List.of())));
            same(
                    softly,
                    nothing,
                    hidden.photo(),
                    id -> client.post(
                            "/api/photos/" + id + "/faces",
                            Map.of("box", Map.of("x", 0.1, "y", 0.1, "width", 0.1, "height", 0.1), "kind", "FACE")));
            for (String verb : List.of("unregistered", "sighting", "comparison", "dismissal")) {
                same(
                        softly,
                        nothing,
                        hidden.photo(),
                        id -> client.post(
                                "/api/photos/" + id + "/faces/" + face + "/" + verb,
                                verb.equals("dismissal")
                                        ? Map.of("reason", "NOT_A_PERSON")
                                        : verb.equals("unregistered") ? Map.of() : Map.of("personId", patient)));
            }
            same(
                    softly,
                    nothing,
                    hidden.photo(),
                    id -> client.put(
                            "/api/photos/" + id + "/faces/" + face + "/box",
                            Map.of("x", 0.1, "y", 0.1, "width", 0.1, "height", 0.1)));
            same(
                    softly,
                    nothing,
                    hidden.photo(),
                    id -> client.raw("DELETE", "/api/photos/" + id + "/faces/" + face + "/sighting", ""));
        });
    }

    private Answer offer(Client client, String person) {
        return client.post(
                "/api/persons/" + person + "/quitclaims",
                Map.of(
                        "noticeId",
                        notice,
                        "asks",
                        List.of(Office.website(9)),
                        "justification",
                        "On the spot",
                        "collectionId",
                        own));
    }

    private static Map<String, String> newcomer(String collection) {
        return Map.of(
                "name", "Nina Newcomer",
                "capacity", "VISITOR",
                "ageGroup", "ADULT",
                "collectionId", collection);
    }

    private static void same(SoftAssertions softly, String unknown, String foreign, Function<String, Answer> ask) {
        Answer hidden = ask.apply(foreign);
        Answer missing = ask.apply(unknown);
        softly.assertThat(told(hidden, foreign)).as(hidden.asked()).isEqualTo(told(missing, unknown));
    }

    private static String told(Answer answer, String id) {
        return answer.toString().replace(id, "{id}")
                + (answer.json().has("items") ? answer.json().toString() : "")
                + (answer.json().has("names") ? answer.json().toString() : "");
    }

    @Test
    @Requirement({"R70", "R93"})
    void lists_and_the_same_picture_show_a_photographer_only_their_own() {
        assertThat(ids(office.photographer().get("/api/collections"), "collectionId"))
                .contains(own)
                .doesNotContain(foreign);
        assertThat(ids(office.photographer().get("/api/photos"), "photoId"))
                .contains(photo.photo())
                .doesNotContain(hidden.photo());
        assertThat(ids(office.photographer().get("/api/persons"), "personId"))
                .contains(patient)
                .doesNotContain(stranger);

        Answer same = office.photographer()
                .upload(own, "same.jpg", Pictures.another(Pictures.sky(), 2))
                .orFail();

        assertThat(same.list("sameElsewhere")).isEmpty();
        assertThat(same.list("alike"))
                .as("nor of one that only looks like theirs")
                .isEmpty();
        assertThat(office.photographer()
                        .get("/api/photos/" + same.text("photoId"))
                        .orFail()
                        .list("derivedFrom"))
                .isEmpty();
        assertThat(office.editor()
                        .get("/api/photos/" + same.text("photoId"))
                        .orFail()
                        .list("derivedFrom"))
                .as("the editor is told")
                .hasSize(1);
    }

    /** Of the same pixels as, and looking like, a photo of another shoot; and of a picture that nobody has. */
    @Test
    @Requirement("R70")
    void may_i_tells_a_photographer_of_a_photo_elsewhere_what_it_tells_of_one_that_is_nowhere() {
        byte[] elsewhere = Pictures.another(Pictures.sky(), 2);
        List<byte[]> files = List.of(
                Pictures.sameAgain(elsewhere, 1), Pictures.smaller(elsewhere), Pictures.another(Pictures.sky(), 3));

        assertThat(files)
                .extracting(file -> office.editor().uploadTo("/api/may-i", "", "any.jpg", file).list("photos").stream()
                        .map(one -> one.path("photoId").asString())
                        .toList())
                .as("the editor is told")
                .containsExactly(List.of(hidden.photo()), List.of(hidden.photo()), List.of());
        assertThat(files)
                .extracting(file -> office.photographer()
                        .uploadTo("/api/may-i", "", "any.jpg", file)
                        .orFail()
                        .json()
                        .toString())
                .containsOnly("{\"known\":false,\"channels\":[],\"photos\":[]}");
        office.photographer().get("/api/copies").isRefusal(403, "access.not-allowed");
    }

    private static List<String> ids(Answer page, String field) {
        return page.orFail().list("items").stream()
                .map(one -> one.path(field).asString())
                .collect(Collectors.toList());
    }

    @Test
    @Requirement({"R70", "R93"})
    void names_are_read_by_whoever_works_with_those_who_take_part() {
        String alone = person("Lara Alone");

        assertThat(named(office.photographer())).containsOnlyKeys(patient);
        assertThat(named(office.editor())).containsOnlyKeys(patient, stranger);
        auditor.post("/api/names", Map.of("ids", List.of(patient))).isRefusal(403, "access.not-allowed");
        assertThat(names(office.editor(), alone)).as("takes part nowhere").isEmpty();
        assertThat(names(office.officer(), alone)).hasSize(1);
    }

    private Map<String, String> named(Client client) {
        Map<String, String> names = new HashMap<>(names(client, patient));
        names.putAll(names(client, stranger));
        return names;
    }

    private static Map<String, String> names(Client client, String person) {
        return client.post("/api/names", Map.of("ids", List.of(person)))
                .orFail()
                .json()
                .path("names")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().asString()));
    }

    @Test
    @Requirement("R70")
    void a_photographer_who_is_taken_off_a_collection_sees_it_no_longer() {
        String collection = office.openCollection("For a day");
        String account = office.photographer().get("/api/accounts/me").orFail().text("accountId");
        office.photographer().get("/api/collections/" + collection).orFail();

        office.editor()
                .put("/api/collections/" + collection + "/photographers", Map.of("remove", List.of(account)))
                .orFail();

        office.photographer().get("/api/collections/" + collection).isRefusal(404, "request.unknown-id");
        office.photographer().upload(collection, "late.jpg", Pictures.sky()).isRefusal(404, "collection.unknown");
        office.photographer()
                .put("/api/collections/" + collection + "/photographers", Map.of("add", List.of(account)))
                .isRefusal(403, "access.not-allowed");
    }

    @Test
    @Requirement("R6")
    void no_refusal_tells_an_editor_in_which_capacity_somebody_is_portrayed() {
        String visitor = office.register("Vera Visitor", "");
        for (String person : List.of(patient, visitor)) {
            office.editor()
                    .post(
                            "/api/persons/" + person + "/quitclaims",
                            Map.of("noticeId", notice, "asks", List.of(Office.website(9))))
                    .isRefusal(422, "request.missing-field");
        }
    }

    @Test
    void a_photographer_registers_people_on_the_spot_in_a_collection_of_their_own() {
        String person = office.photographer()
                .post("/api/persons", newcomer(own))
                .orFail()
                .text("personId");

        office.photographer().get("/api/persons/" + person).orFail(); // waits until it is there to be read
        assertThat(names(office.photographer(), person)).containsValue("Nina Newcomer");
        offer(office.photographer(), person).orFail();
        Map<String, String> homeless = new HashMap<>(newcomer(own));
        homeless.remove("collectionId");
        office.photographer().post("/api/persons", homeless).isRefusal(422, "request.missing-field");
    }

    @Test
    void the_destination_is_read_by_whoever_publishes_and_whoever_takes_down() {
        String path = "/api/publications/" + publication + "/destination";

        for (Client client : List.of(office.editor(), office.officer())) {
            assertThat(client.get(path).orFail().text("destination")).isEqualTo("https://lindeveld.example/ward");
        }
        for (Client client : List.of(office.photographer(), auditor)) {
            client.get(path).isRefusal(403, "access.not-allowed");
        }
        office.editor()
                .get("/api/publications/pub_" + "a".repeat(26) + "/destination")
                .isRefusal(404, "publication.unknown");
    }
}
