package org.quitclaim.demo;

import java.util.List;
import java.util.Map;
import org.quitclaim.drawn.DrawnPhoto;

/** How photos get into the server. */
final class Darkroom {
    private Darkroom() {}

    /** Opens a collection for the photographer and remembers it under {@code word}. */
    static void openCollection(Tale tale, String word, String name) {
        Reply opened = tale.staff.editor().post("/api/collections", Map.of("name", name, "zone", Wish.ZONE.getId()));
        tale.remember(word, opened.orFail().text("collectionId"));
        String photographer =
                tale.staff.photographer().get("/api/accounts/me").orFail().text("accountId");
        tale.staff
                .editor()
                .put(
                        "/api/collections/" + tale.recall(word) + "/photographers",
                        Map.of("add", List.of(photographer), "remove", List.of()))
                .orFail();
    }

    /** Only the compliance officer can; a new collection finds faces and compares none. */
    static void switchRecognitionOn(Tale tale, String collection) {
        tale.staff
                .officer()
                .put(
                        "/api/collections/" + tale.recall(collection) + "/recognition-policy",
                        Map.of("mode", "RECOGNISE_ATTESTED", "widest", "PARTICIPANTS", "automatic", "NEVER"))
                .orFail();
    }

    static Photo upload(Tale tale, String collection, String fileName, DrawnPhoto drawn) {
        Reply taken = send(tale, collection, fileName, drawn.jpeg()).orFail();
        searched(tale.staff.photographer(), taken);
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

    static Reply send(Tale tale, String collection, String fileName, byte[] file) {
        Map<String, String> fields = Map.of("collectionId", tale.recall(collection));
        return tale.staff.photographer().upload("/api/photos", new Upload(fileName, file, fields));
    }
}
