package org.quitclaim.standalone;

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

    /** One request, by somebody who may send it. */
    record Request(Client sender, String path, Map<String, ?> body) {
        Answer send(String key) {
            return sender.post(path, body, key);
        }
    }

    RepeatedRequests(Office office, String notice, Taken photo) {
        this.office = office;
        Asked asked = office.ask(office.register("Somebody", ""), notice, List.of(Office.website(9)));
        Client officer = office.officer();
        Client admin = office.visitor().as(Role.ADMIN);
        String person = "/api/persons/" + asked.person();
        String pictured = "/api/photos/" + photo.photo();
        String face = photo.faces().getFirst().path("faceId").asString();
        put(
                "/api/persons",
                officer,
                "/api/persons",
                Map.of("name", "Someone", "capacity", "VISITOR", "ageGroup", "ADULT"));
        put(
                "/api/persons/{id}/representatives",
                officer,
                person + "/representatives",
                Map.of("name", "Mo", "role", "PARENT", "verified", true, "sole", false, "authority", "Act 1"));
        put(
                "/api/persons/{id}/quitclaims",
                officer,
                person + "/quitclaims",
                Map.of("noticeId", notice, "asks", List.of(Office.website(9))));
        put("/api/persons/{id}/rights-requests", officer, person + "/rights-requests", Map.of("right", "ACCESS"));
        put("/api/q/{token}/rights", office.visitor(), asked.page() + "/rights", Map.of("right", "PORTABILITY"));
        put("/api/collections", office.editor(), "/api/collections", Map.of("name", "Shoot"));
        put(
                "/api/photos/{id}/faces",
                office.editor(),
                pictured + "/faces",
                Map.of("box", Map.of("x", 0.1, "y", 0.1, "width", 0.2, "height", 0.2), "kind", "FACE"));
        put("/api/photos/{id}/renditions", office.editor(), pictured + "/renditions", Map.of("cover", List.of(face)));
        put("/api/publications", office.editor(), "/api/publications", Office.publication(photo, "somewhere"));
        put(
                "/api/breaches",
                officer,
                "/api/breaches",
                Map.of("everybody", true, "discoveredAt", Office.today(-1) + "T00:00:00Z", "account", "a lost disk"));
        put("/api/notices", officer, "/api/notices", Office.notice(Map.of("en", "Your photo")));
        put("/api/service-tokens", admin, "/api/service-tokens", Map.of("roles", List.of("AUDITOR")));
        put(
                "/api/accounts",
                admin,
                "/api/accounts",
                Map.of("login", "repeated@example.org", "roles", List.of("AUDITOR")));
    }

    private void put(String route, Client sender, String path, Map<String, ?> body) {
        requests.put("POST " + route, new Request(sender, path, body));
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
