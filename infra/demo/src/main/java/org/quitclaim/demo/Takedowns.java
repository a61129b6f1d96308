package org.quitclaim.demo;

import java.util.Set;
import java.util.stream.Collectors;

/** What has to come off. */
final class Takedowns {
    private Takedowns() {}

    /** The publications whose takedown nobody has acknowledged yet. */
    static Set<String> open(StorySoFar story) {
        return story.staff.editor().get("/api/takedowns?open=true").orFail().list("items").stream()
                .map(takedown -> takedown.path("publicationId").asString(""))
                .collect(Collectors.toSet());
    }

    /** Waits until this publication has to come off. */
    static Finding ordered(StorySoFar story, String publication) {
        Set<String> open = Patience.until(() -> open(story), seen -> seen.contains(publication));
        return Finding.that(open.contains(publication), "to take down: " + open);
    }

    static Reply acknowledge(StorySoFar story, String publication) {
        return story.staff.editor().post("/api/takedowns/" + publication + "/acknowledgement");
    }
}
