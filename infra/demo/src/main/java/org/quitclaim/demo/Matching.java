package org.quitclaim.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Vouching for faces, and what the server makes of it. */
final class Matching {
    private Matching() {}

    /** "Everybody here signed for recognition, except the faces I leave out." */
    static Reply attest(StorySoFar story, Map<String, ?> photos, List<String> leaveOut) {
        Map<String, Object> body = new LinkedHashMap<>(photos);
        body.put("leaveOut", leaveOut);
        body.put("scope", "PARTICIPANTS");
        return story.staff.photographer().post("/api/photos/attestations", body);
    }

    /** How many suggestions the shoot shows. */
    static long suggestions(StorySoFar story) {
        return story.shoot().values().stream()
                .map(photo -> PhotoView.of(story.staff.editor(), photo.id()))
                .mapToLong(Matching::suggestions)
                .sum();
    }

    private static long suggestions(PhotoView view) {
        return view.json()
                .path("faces")
                .valueStream()
                .mapToLong(face -> face.path("suggestions").size())
                .sum();
    }
}
