package org.quitclaim.standalone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quitclaim.access.Role;
import org.quitclaim.access.RouteRules;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.springframework.beans.factory.ListableBeanFactory;
import tools.jackson.databind.JsonNode;

/** Sends to every route that the server describes what nobody should send, as somebody who may call it. */
final class OddRequests {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    /** What one may write in an address in place of an id or a parameter; encoded before it is sent. */
    private static final List<String> ODD = List.of(
            "x",
            "-1",
            "0",
            "201",
            "9223372036854775808",
            "null",
            "per_aaaaaaaaaaaaaaaaaaaaaaaaaa",
            "era_aaaaaaaaaaaaaaaaaaaaaaaaaa",
            "YjE",
            "Yjk5OTk5OTk5OTk5OTk5OTk5OTk",
            "a\u0000\n\u202e",
            "%",
            "..",
            "' or 1=1 --",
            "$where",
            "a".repeat(5_000));

    private static final List<String> ODD_POSITIONS = List.of("-1", "x", "9223372036854775808", "1".repeat(5_000));

    /** Answers that never end, and what would lock the logins of the tests out. */
    private static final List<String> LEFT_OUT =
            List.of("GET /api/live", "POST /api/accounts/me/password", "DELETE /api/accounts/{id}");

    private static final Map<String, String> WORDS = Map.of(
            "language", "en",
            "territory", "NL",
            "territories", "NL",
            "zone", "Europe/Amsterdam",
            "context", "general",
            "contexts", "general",
            "key", "CONTROLLER");

    private final Office office;
    private final String notice;
    private final String collection;
    private final Taken photo;
    private final JsonNode description;
    private final Map<Role, Client> clients = new EnumMap<>(Role.class);
    private final Map<String, Role> callers = new HashMap<>();

    OddRequests(Office office, ListableBeanFactory beans, String notice, Taken photo) {
        this.office = office;
        this.notice = notice;
        this.collection = office.openCollection("Odd requests");
        this.photo = photo;
        this.description = office.visitor().get("/openapi.json").orFail().json();
        for (Role role : List.of(Role.ADMIN, Role.AUDITOR, Role.EDITOR, Role.PHOTOGRAPHER, Role.COMPLIANCE_OFFICER)) {
            clients.put(role, office.visitor().as(role));
            RouteRules.allowedFor(role, beans).forEach(route -> callers.put(route, role));
        }
    }

    private record Route(String method, String path, JsonNode operation) {
        String name() {
            return method + " " + path;
        }
    }

    private List<Route> routes(String... methods) {
        List<Route> routes = new ArrayList<>();
        description
                .path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .map(verb -> new Route(verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue()))
                        .filter(route -> List.of(methods).contains(route.method()) && !LEFT_OUT.contains(route.name()))
                        .forEach(routes::add));
        return routes;
    }

    private Client caller(Route route) {
        Role role = callers.get(route.name());
        return role == null ? office.visitor() : Objects.requireNonNull(clients.get(role), "every role logs in");
    }

    /** Ids of somebody new each time, since some routes end somebody. */
    private Map<String, String> somebody() {
        Asked asked = office.ask(office.register("Somebody", ""), notice, List.of(Office.website(9)));
        Map<String, String> ids = new HashMap<>(Map.of(
                "person", asked.person(),
                "personId", asked.person(),
                "add", asked.person(),
                "ids", asked.person(),
                "photo", photo.photo(),
                "photoId", photo.photo(),
                "photoIds", photo.photo(),
                "renditionId", photo.rendition(),
                "noticeId", notice));
        ids.put("face", photo.faces().getFirst().path("faceId").asString());
        ids.put("faceId", ids.get("face"));
        ids.put("cover", ids.get("face"));
        ids.put("token", asked.page().substring(asked.page().lastIndexOf('/') + 1));
        ids.putAll(WORDS);
        ids.putAll(begun(asked));
        return ids;
    }

    /** Something of each kind that a route goes on with, under the word by which its address begins. */
    private Map<String, String> begun(Asked asked) {
        String person = "/api/persons/" + asked.person();
        String representative = office.officer()
                .post(
                        person + "/representatives",
                        Map.of("name", "A", "role", "PARENT", "verified", true, "sole", true, "authority", "Act 1"))
                .orFail()
                .text("representativeId");
        String request = office.officer()
                .post(person + "/rights-requests", Map.of("right", "ACCESS"))
                .orFail()
                .text("requestId");
        String breach = office.officer()
                .post(
                        "/api/breaches",
                        Map.of(
                                "person",
                                asked.person(),
                                "discoveredAt",
                                Office.today(-1) + "T00:00:00Z",
                                "account",
                                "x"))
                .orFail()
                .text("id");
        String publication = office.requestPublication(photo, "https://www.example.org/odd")
                .orFail()
                .text("publicationId");
        return Map.of(
                "representative", representative,
                "representatives", representative,
                "publicationId", publication,
                "publications", publication,
                "takedowns", publication,
                "rights-requests", request,
                "breaches", breach,
                "collections", collection,
                "quitclaims", quitclaim(asked));
    }

    private String quitclaim(Asked asked) {
        return office.offer(asked.person(), notice, List.of(Office.recognition(9)))
                .orFail()
                .text("quitclaimId");
    }

    private static String path(Route route, Map<String, String> ids) {
        return VARIABLE.matcher(route.path()).replaceAll(variable -> value(route, variable.group(1), ids));
    }

    private static String value(Route route, String variable, Map<String, String> ids) {
        String known = ids.get(variable);
        if (known != null) {
            return known;
        }
        String kind = route.path().split("/")[2];
        String otherwise = route.path().contains("/photos/") ? "photo" : "person";
        return Objects.requireNonNull(
                ids.get(ids.containsKey(kind) ? kind : otherwise), "somebody and a photo are there");
    }

    /** Every body in which one thing is odd; what the server failed at, of all that was sent. */
    List<String> failuresOverBodies() {
        List<String> failed = new ArrayList<>();
        for (Route route : routes("POST", "PUT")) {
            JsonNode schema = route.operation()
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
            Map<String, String> ids = somebody();
            String path = path(route, ids);
            OddBodies bodies = new OddBodies(description.path("components").path("schemas"), ids);
            for (OddBodies.Odd odd : bodies.of(schema)) {
                note(caller(route).raw(route.method(), path, odd.body()), odd.what(), failed);
            }
        }
        return failed;
    }

    /** Every variable and parameter of every address replaced by something odd. */
    List<String> failuresOverAddresses() {
        List<String> failed = new ArrayList<>();
        Map<String, String> ids = somebody();
        for (Route route : routes("GET", "POST", "PUT", "DELETE")) {
            for (String odd : ODD) {
                addresses(route, ids, encoded(odd))
                        .forEach(path -> note(
                                caller(route).raw(route.method(), path, "{}"),
                                odd.substring(0, Math.min(odd.length(), 40)),
                                failed));
            }
        }
        return failed;
    }

    private static Stream<String> addresses(Route route, Map<String, String> ids, String odd) {
        Stream<String> variables = VARIABLE.matcher(route.path()).results().map(variable -> {
            Map<String, String> others = new HashMap<>(ids);
            others.put(variable.group(1), odd);
            return path(route, others);
        });
        Stream<String> parameters = route.operation()
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter ->
                        path(route, ids) + "?" + parameter.path("name").asString() + "=" + odd);
        return Stream.concat(variables, parameters);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Positions that the history never reaches: refused or answered with "later", never waited for without end. */
    List<String> failuresOverPositions() {
        List<String> failed = new ArrayList<>();
        Map<String, String> ids = somebody();
        for (Route route : routes("GET")) {
            for (String position : ODD_POSITIONS) {
                Answer answer = caller(route).atLeast(position, path(route, ids));
                if (answer.status() >= 500 && !answer.text("code").equals("query.not-yet-there")) {
                    failed.add(answer + " at least " + position);
                }
            }
        }
        return failed;
    }

    private static void note(Answer answer, String what, List<String> failed) {
        if (answer.status() >= 500) {
            failed.add(answer + " by " + what);
        }
    }
}
