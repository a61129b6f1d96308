package org.quitclaim.demo;

import java.util.List;
import java.util.Map;
import org.quitclaim.drawn.DrawnPhoto;

/** How photos get into the server. */
final class Darkroom {
    private Darkroom() {}

    /** Opens a collection for the photographer and remembers it under {@code word}. */
    static void openCollection(StorySoFar story, String word, String name) {
        Reply opened =
                story.staff.editor().post("/api/collections", Map.of("name", name, "zone", AskedUse.ZONE.getId()));
        story.remember(word, opened.orFail().text("collectionId"));
        String photographer =
                story.staff.photographer().get("/api/accounts/me").orFail().text("accountId");
        story.staff
                .editor()
                .put(
                        "/api/collections/" + story.recall(word) + "/photographers",
                        Map.of("add", List.of(photographer), "remove", List.of()))
                .orFail();
    }

    /** Only the compliance officer can; a new collection finds faces and compares none. */
    static void switchRecognitionOn(StorySoFar story, String collection) {
        story.staff
                .officer()
                .put(
                        "/api/collections/" + story.recall(collection) + "/recognition-policy",
                        Map.of("mode", "RECOGNISE_ATTESTED", "widest", "PARTICIPANTS", "automatic", "NEVER"))
                .orFail();
    }

    static Photo upload(StorySoFar story, String collection, String fileName, DrawnPhoto drawn) {
        Reply taken = send(story, collection, fileName, drawn.jpeg()).orFail();
        searched(story.staff.photographer(), taken);
        return Photo.of(taken, drawn);
    }

    /** Until small faces were looked for too, nothing is cleared. */
    static void searched(Session photographer, Reply taken) {
        if (taken.json().path("beingSearched").asBoolean()) {
            Patience.until(
                    () -> photographer.get("/api/photos/" + taken.text("photoId")),
                    photo -> !photo.json().path("beingSearched").asBoolean(true));
        }
    }

    static Reply send(StorySoFar story, String collection, String fileName, byte[] file) {
        Map<String, String> fields = Map.of("collectionId", story.recall(collection));
        return story.staff.photographer().upload("/api/photos", new Upload(fileName, file, fields));
    }
}
