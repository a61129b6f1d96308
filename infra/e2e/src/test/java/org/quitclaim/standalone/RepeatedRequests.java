package org.quitclaim.standalone;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;

/** A request to every route that creates something, so that each can be sent twice with one idempotency key. */
final class RepeatedRequests {
    /** The file itself is the key: the same photo twice is one photo. */
    private static final String OF_A_FILE = "POST /api/photos";

    private final Office office;
    private final Map<String, Request> requests = new LinkedHashMap<>();

    /** One request, by somebody who may send it, and a field that can as well have another value. */
    record Request(Client sender, String path, Map<String, ?> body, String field, Object other) {
        Answer send(String key) {
            return sender.post(path, body, key);
        }

        Answer sendOther(String key) {
            Map<String, Object> changed = new HashMap<>(body);
            changed.put(field, other);
            return sender.post(path, changed, key);
        }
    }

    RepeatedRequests(Office office, String notice, Taken photo) {
        this.office = office;
        String somebody = office.register("Somebody", "");
        Answer offered =
                office.offer(somebody, notice, List.of(Office.website(9))).orFail();
        Asked asked = office.asked(somebody, offered);
        String quitclaim = offered.text("quitclaimId");
        Client officer = office.officer();
        Client admin = office.visitor().as(Role.ADMIN);
        String person = "/api/persons/" + asked.person();
        String pictured = "/api/photos/" + photo.photo();
        String face = photo.faces().getFirst().path("faceId").asString();
        put(
                "/api/persons",
                officer,
                "/api/persons",
                Map.of("name", "Someone", "capacity", "VISITOR", "ageGroup", "ADULT"),
                "name",
                "Another");
        put(
                "/api/persons/{id}/representatives",
                officer,
                person + "/representatives",
                Map.of("name", "Mo", "role", "PARENT", "verified", true, "sole", false, "authority", "Act 1"),
                "name",
                "Bo");
        put(
                "/api/persons/{id}/quitclaims",
                officer,
                person + "/quitclaims",
                Map.of("noticeId", notice, "asks", List.of(Office.website(9))),
                "asks",
                List.of(Office.website(8)));
        put(
                "/api/quitclaims/{id}/links",
                officer,
                "/api/quitclaims/" + quitclaim + "/links",
                Map.of("reason", "LOST"),
                "reason",
                "NOT_RECEIVED");
        put(
                "/api/persons/{id}/rights-requests",
                officer,
                person + "/rights-requests",
                Map.of("right", "ACCESS"),
                "right",
                "PORTABILITY");
        put(
                "/api/q/{token}/rights",
                office.visitor(),
                asked.page() + "/rights",
                Map.of("right", "PORTABILITY"),
                "right",
                "ACCESS");
        put("/api/collections", office.editor(), "/api/collections", Map.of("name", "Shoot"), "name", "Another");
        put(
                "/api/photos/{id}/faces",
                office.editor(),
                pictured + "/faces",
                Map.of("box", Map.of("x", 0.1, "y", 0.1, "width", 0.2, "height", 0.2), "kind", "FACE"),
                "box",
                Map.of("x", 0.5, "y", 0.1, "width", 0.2, "height", 0.2));
        put(
                "/api/photos/{id}/renditions",
                office.editor(),
                pictured + "/renditions",
                Map.of("cover", List.of(face)),
                "cover",
                List.of());
        put(
                "/api/publications",
                office.editor(),
                "/api/publications",
                Office.publication(photo, "somewhere"),
                "destination",
                "elsewhere");
        put(
                "/api/breaches",
                officer,
                "/api/breaches",
                Map.of("everybody", true, "discoveredAt", Office.today(-1) + "T00:00:00Z", "account", "a lost disk"),
                "account",
                "a found disk");
        put(
                "/api/notices",
                officer,
                "/api/notices",
                Office.notice(Map.of("en", "Your photo")),
                "purposes",
                List.of("PUBLICATION"));
        put(
                "/api/service-tokens",
                admin,
                "/api/service-tokens",
                Map.of("name", "cms", "scopes", List.of("PUBLISH"), "ends", Office.today(30) + "T00:00:00Z"),
                "scopes",
                List.of("ACKNOWLEDGE"));
        put(
                "/api/accounts",
                admin,
                "/api/accounts",
                Map.of("login", asked.person() + "@example.org", "roles", List.of("AUDITOR")),
                "login",
                "another-" + asked.person() + "@example.org");
    }

    private void put(String route, Client sender, String path, Map<String, ?> body, String field, Object other) {
        requests.put("POST " + route, new Request(sender, path, body, field, other));
    }

    Map<String, Request> all() {
        return requests;
    }

    /** Every route that answers 201, by the description that the server gives of itself. */
    Set<String> creating() {
        Set<String> creating = new TreeSet<>();
        office.visitor()
                .get("/openapi.json")
                .orFail()
                .json()
                .path("paths")
                .propertyStream()
                .filter(path -> path.getValue().path("post").path("responses").has("201"))
                .forEach(path -> creating.add("POST " + path.getKey()));
        creating.remove(OF_A_FILE);
        return creating;
    }
}
