package org.quitclaim.demo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.quitclaim.drawn.Cast;
import tools.jackson.databind.JsonNode;

/** A certificate of erasure as somebody checks it who has nothing but the file and the published keys. */
final class Certificate {
    private static final String BEGIN = "{\"certificate\":";
    private static final String END = ",\"jws\":\"";

    private Certificate() {}

    /** Whether the certificate of this person's erasure is signed by a published key, and names nobody. */
    static Finding genuine(StorySoFar story, Cast role) {
        String file = file(story, role);
        String statement = file.substring(BEGIN.length(), file.lastIndexOf(END));
        String jws = Server.JSON.readTree(file).path("jws").asString("");
        String payload =
                Base64.getUrlEncoder().withoutPadding().encodeToString(statement.getBytes(StandardCharsets.UTF_8));
        JsonNode header = Server.JSON.readTree(Base64.getUrlDecoder().decode(jws.substring(0, jws.indexOf('.'))));
        JsonNode key = Release.key(story, header.path("kid").asString(""));
        return Finding.that(
                        Release.verified(key, jws.replace("..", "." + payload + ".")),
                        "the signature does not fit the key")
                .and(Finding.that(!file.contains(story.person(role)), "the certificate names the person"));
    }

    /** Whether the check page accepts it as it is, and not with one word changed. */
    static Finding checked(StorySoFar story, Cast role) {
        String file = file(story, role);
        String changed = file.replace("\"DONE\"", "\"DUNE\"");
        return Finding.same(true, accepted(story, file)).and(Finding.same(false, accepted(story, changed)));
    }

    private static boolean accepted(StorySoFar story, String file) {
        String base64 = Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
        return story.staff
                .visitor()
                .post("/certificates/check", Map.of("file", base64))
                .orFail()
                .json()
                .path("accepted")
                .asBoolean(false);
    }

    private static String file(StorySoFar story, Cast role) {
        JsonNode deletion = Erasure.deletionFile(story, story.person(role));
        String id = deletion.path("erasureCaseId").asString("");
        return new String(
                story.staff
                        .officer()
                        .get("/api/erasure-cases/" + id + "/certificate")
                        .orFail()
                        .bytes(),
                StandardCharsets.UTF_8);
    }
}
