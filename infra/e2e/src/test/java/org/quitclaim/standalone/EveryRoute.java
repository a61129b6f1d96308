package org.quitclaim.standalone;

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

/** Every route that the server describes, with ids of real things for its address and somebody who may call it. */
final class EveryRoute {
    static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    /** Answers that never end, and what would lock the logins of the tests out. */
    private static final List<String> LEFT_OUT = List.of(
            "GET /api/live",
            "POST /api/accounts/me/password",
            "DELETE /api/accounts/{id}",
            "PUT /api/accounts/{id}/roles",
            "PUT /api/accounts/{id}/password");

    private static final Map<String, String> WORDS = Map.of(
            "language", "en",
            "territory", "NL",
            "territories", "NL",
            "zone", "Europe/Amsterdam",
            "context", "general",
            "contexts", "general",
            "key", "CONTROLLER",
            "because", "ANOTHER_PERSON",
            "doubt", "positions-missing-1-1",
            "look", "1");

    private final Office office;
    private final String collection;
    private final Taken photo;
    private final JsonNode description;
    private final Map<Role, Client> clients = new EnumMap<>(Role.class);
    private final Map<String, Role> callers = new HashMap<>();

    EveryRoute(Office office, ListableBeanFactory beans, Taken photo) {
        this.office = office;
        this.collection = office.openCollection("Every route");
        this.photo = photo;
        this.description = office.visitor().get("/openapi.json").orFail().json();
        for (Role role : List.of(Role.ADMIN, Role.AUDITOR, Role.EDITOR, Role.PHOTOGRAPHER, Role.COMPLIANCE_OFFICER)) {
            clients.put(role, office.visitor().as(role));
            RouteRules.allowedFor(role, beans).forEach(route -> callers.put(route, role));
        }
    }

    /** As the description has it. */
    record Route(String method, String path, JsonNode operation) {
        String name() {
            return method + " " + path;
        }

        JsonNode body() {
            return operation
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
        }

        Stream<JsonNode> parameters() {
            return operation
                    .path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").asString().equals("query"));
        }
    }

    JsonNode schemas() {
        return description.path("components").path("schemas");
    }

    List<Route> routes(String... methods) {
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

    Client caller(Route route) {
        Role role = callers.get(route.name());
        return role == null ? office.visitor() : Objects.requireNonNull(clients.get(role), "every role logs in");
    }

    /** Ids of somebody and of a notice, new each time, since some routes end them. */
    Map<String, String> somebody() {
        String notice = office.publishNotice();
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
        ids.put("notices", notice);
        ids.put("collection", collection);
        ids.put("face", photo.faces().getFirst().path("faceId").asString());
        ids.put("faceId", ids.get("face"));
        ids.put("cover", ids.get("face"));
        ids.put("rendition", photo.rendition());
        ids.put("token", asked.page().substring(asked.page().lastIndexOf('/') + 1));
        ids.putAll(WORDS);
        ids.putAll(begun(asked, notice));
        return ids;
    }

    /** Something of each kind that a route goes on with, under the word by which its address begins. */
    private Map<String, String> begun(Asked asked, String notice) {
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
                "quitclaims", quitclaim(asked, notice));
    }

    private String quitclaim(Asked asked, String notice) {
        return office.offer(asked.person(), notice, List.of(Office.recognition(9)))
                .orFail()
                .text("quitclaimId");
    }

    static String path(Route route, Map<String, String> ids) {
        return VARIABLE.matcher(route.path()).replaceAll(variable -> value(route, variable.group(1), ids));
    }

    /** The address of a route, and the same with each of its parameters in turn, of every value that it can have. */
    static List<String> addresses(Route route, Map<String, String> ids) {
        String path = path(route, ids);
        List<String> addresses = new ArrayList<>(List.of(path));
        route.parameters().forEach(parameter -> {
            String name = parameter.path("name").asString();
            values(name, parameter.path("schema"), ids)
                    .forEach(value -> addresses.add(path + "?" + name + "=" + value));
        });
        return addresses;
    }

    private static List<String> values(String parameter, JsonNode schema, Map<String, String> ids) {
        if (schema.has("enum")) {
            return schema.path("enum").valueStream().map(JsonNode::asString).toList();
        }
        return switch (schema.path("type").asString("")) {
            case "boolean" -> List.of("true", "false");
            case "integer" -> List.of("2");
            default -> List.of(Objects.requireNonNull(ids.get(parameter), () -> "a value is known for " + parameter));
        };
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
}
