package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.access.Role;
import org.quitclaim.access.RouteRules;
import org.quitclaim.domain.Requirement;
import org.quitclaim.query.openapi.DescribedRoutes;
import org.quitclaim.standalone.Office.Taken;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the whole server can be asked, and that it says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {
    /** Words of a route that would find, group or judge people by their faces. */
    private static final List<String> NEVER = List.of(
            "search",
            "identify",
            "who",
            "cluster",
            "similar",
            "match",
            "emotion",
            "mood",
            "gender",
            "ethnic",
            "race",
            "stream",
            "camera",
            "live-",
            "scrape",
            "import",
            "embedding",
            "vector",
            "compare");

    /** Where a picture can be sent: to be taken in, and to enrol one named person. */
    private static final List<String> TAKING_PICTURES =
            List.of("POST /api/may-i", "POST /api/persons/{id}/faceprint", "POST /api/photos");

    private Server server;
    private WebApplicationContext context;
    private Office office;
    private String notice;
    private Taken photo;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        context = Objects.requireNonNull(
                server.bean(DispatcherServlet.class).getWebApplicationContext(), "a servlet has its context");
        office = Office.at(server.address());
        notice = office.publishNotice();
        photo = office.take(
                office.openCollection("Routes"), "one.jpg", Pictures.portrait(7).jpeg());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Requirement("R70")
    void everyRouteSaysWhoMayCallIt() {
        RouteRules.everyHandlerIsMarked(context);
    }

    /** Nothing that moves is taken in, so nothing can be watched live, and an address is not fetched but refused. */
    @Test
    @Requirement("R80")
    void neither_moving_pictures_nor_addresses_of_pictures_are_taken_in() {
        String collection = office.openCollection("Moving");
        byte[] film = "\0\0\0\030ftypmp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1);
        byte[] matroska = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, 1, 2, 3, 4};
        byte[] address = "http://127.0.0.1:1/portrait.jpg".getBytes(StandardCharsets.US_ASCII);
        assertThat(List.of(film, matroska, address))
                .allSatisfy(file -> assertThat(office.photographer()
                                .upload(collection, "photo.jpg", file)
                                .status())
                        .isBetween(400, 499));
    }

    @Test
    void what_goes_beside_a_photo_is_described_as_a_part_and_the_word_of_a_preview_as_needed() {
        JsonNode paths = office.visitor().get("/openapi.json").orFail().json().path("paths");
        JsonNode upload = paths.path("/api/photos").path("post");
        assertThat(upload.path("parameters").values())
                .noneMatch(parameter -> parameter.path("in").asString().equals("query"));
        assertThat(upload.path("requestBody").toString()).contains("collectionId", "derivedFrom", "file");
        List<JsonNode> words = paths.values().stream()
                .flatMap(path -> path.path("delete").path("parameters").values().stream())
                .filter(parameter -> parameter.path("name").asString().equals("confirm"))
                .toList();
        assertThat(words)
                .hasSizeGreaterThan(3)
                .allMatch(word -> word.path("required").asBoolean());
    }

    @Test
    void theOpenApiDocumentDescribesEveryRouteAndNoOther() throws IOException, InterruptedException {
        DescribedRoutes routes = DescribedRoutes.of(context);

        assertThat(routes.described())
                .isEqualTo(routes.served())
                .contains("POST /api/publications", "GET /api/photos/{id}", "GET /.well-known/jwks.json");
        assertThat(routes.dangling()).isEmpty();
        assertThat(routes.unnamed()).isEmpty();
        assertThat(routes.repeated()).isEmpty();
    }

    /** The page hides what a role may not do; its list must not go its own way. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void thePageOffersARoleExactlyWhatItMayCall(Role role) throws IOException {
        Map<String, String> listed = new HashMap<>();
        try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("/static/app/may.js"))) {
            Pattern.compile("\"(\\w+ /[^\"]+)\": \\[([^]]+)]")
                    .matcher(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(one -> listed.put(one.group(1), one.group(2)));
        }
        List<String> allowed = RouteRules.allowedFor(role, context);

        assertThat(listed).hasSizeGreaterThan(5);
        assertThat(listed)
                .allSatisfy((route, roles) ->
                        assertThat(roles.contains("\"" + role + "\"")).as(route).isEqualTo(allowed.contains(route)));
    }

    @Test
    @Requirement("R70")
    void noRouteFindsGroupsOrJudgesPeopleByTheirFaces() {
        assertThat(routes())
                .isNotEmpty()
                .noneMatch(route -> NEVER.stream().anyMatch(route.toLowerCase(Locale.ROOT)::contains));
    }

    @Test
    @Requirement({"R27", "R54"})
    void aPictureCanOnlyBeTakenInOrEnrolOnePerson() {
        assertThat(RouteRules.mapped(context).stream()
                        .filter(mapped -> Stream.of(mapped.method().getMethodParameters())
                                .anyMatch(parameter -> isFile(parameter.getParameterType())))
                        .map(RouteRules.Mapped::route)
                        .sorted())
                .isEqualTo(TAKING_PICTURES);
    }

    /** Whoever got no answer asks again; with the same key that is the same request, and nothing is there twice. */
    @Test
    void aRepeatedRequestIsAnsweredTheSame() {
        RepeatedRequests requests = new RepeatedRequests(office, notice, photo);

        assertThat(requests.all().keySet()).containsExactlyInAnyOrderElementsOf(requests.creating());
        assertThat(requests.all()).allSatisfy((route, request) -> {
            Answer first = request.send(route).orFail();
            assertThat(withoutSecrets(request.send(route))).isEqualTo(withoutSecrets(first));
            assertThat(request.send(route + " again").json()).isNotEqualTo(first.json());
        });
    }

    @Test
    void aKeyThatCameWithAnotherBodyIsRefusedOnEveryRouteThatCreates() {
        RepeatedRequests requests = new RepeatedRequests(office, notice, photo);

        assertThat(requests.all()).allSatisfy((route, request) -> {
            Answer first = request.send(route + " once").orFail();
            request.sendOther(route + " once").isRefusal(422, "request.key-reused");
            assertThat(withoutSecrets(request.send(route + " once"))).isEqualTo(withoutSecrets(first));
        });
    }

    /** What is shown once is not shown to a repeated request. */
    private static JsonNode withoutSecrets(Answer answer) {
        return answer.json() instanceof ObjectNode object
                ? object.deepCopy().without(List.of("token", "oneTimePassword", "passwordHalf"))
                : answer.json();
    }

    @Test
    void aKeyIsUsedUpOnlyByWhatWasAccepted() {
        String path = "/api/collections";
        office.editor()
                .post(path, Map.of("name", "Shoot", "zone", "Nowhere/Land"), "mended")
                .isRefusal(422, "request.invalid");
        Answer mended = office.editor()
                .post(path, Map.of("name", "Shoot", "zone", "Europe/Paris"), "mended")
                .orFail();
        LinkedHashMap<String, Object> turned = new LinkedHashMap<>();
        turned.put("zone", "Europe/Paris");
        turned.put("name", "Shoot");
        assertThat(office.editor().post(path, turned, "mended").json()).isEqualTo(mended.json());
        turned = new LinkedHashMap<>(turned.reversed());
        assertThat(office.editor().post(path, turned, "mended").json()).isEqualTo(mended.json());
    }

    @Test
    void noBodyMakesTheServerFail() {
        assertThat(odd().failuresOverBodies()).isEmpty();
    }

    @Test
    void noAddressMakesTheServerFail() {
        assertThat(odd().failuresOverAddresses()).isEmpty();
    }

    @Test
    void noPositionMakesTheServerFail() {
        assertThat(odd().failuresOverPositions()).isEmpty();
    }

    private OddRequests odd() {
        return new OddRequests(new EveryRoute(office, context, photo));
    }

    private Stream<String> routes() {
        return RouteRules.mapped(context).stream()
                .filter(mapped -> mapped.method().getBeanType().getName().startsWith("org.quitclaim."))
                .map(RouteRules.Mapped::route);
    }

    private static boolean isFile(Class<?> type) {
        return type.getName().endsWith("MultipartFile")
                || type == byte[].class
                || java.io.InputStream.class.isAssignableFrom(type);
    }
}
