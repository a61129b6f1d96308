package org.quitclaim.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quitclaim.drawn.Cast;
import org.quitclaim.drawn.DrawnCharacter;
import org.quitclaim.drawn.DrawnPhoto;
import org.quitclaim.drawn.FaceBox;
import tools.jackson.databind.JsonNode;

/**
 * A photo as the server took it in, beside the truth about who is drawn on it.
 *
 * @param original the rendition on which nobody is covered
 */
record Photo(String id, String original, List<Face> faces, DrawnPhoto truth) {
    /** A face that the detector marked. */
    record Face(String id, FaceBox box) {}

    static Photo of(Reply reply, DrawnPhoto truth) {
        List<Face> faces = reply.list("faces").stream().map(Photo::face).toList();
        return new Photo(reply.text("photoId"), reply.text("originalRenditionId"), faces, truth);
    }

    private static Face face(JsonNode face) {
        JsonNode box = face.path("box");
        return new Face(
                face.path("faceId").asString(),
                new FaceBox(
                        box.path("x").asDouble(),
                        box.path("y").asDouble(),
                        box.path("width").asDouble(),
                        box.path("height").asDouble()));
    }

    /** The marked face where this role is drawn. */
    Optional<Face> faceOf(Cast role) {
        return faceOf(role.character());
    }

    Optional<Face> faceOf(DrawnCharacter who) {
        return truth.faceOf(who)
                .flatMap(drawn -> faces.stream()
                        .filter(face -> drawn.box().iou(face.box()) >= 0.3)
                        .max(Comparator.comparingDouble(face -> drawn.box().iou(face.box()))));
    }

    String faceIdOf(Cast role) {
        return faceOf(role)
                .orElseThrow(() -> new Unexpected("the face of " + role + " was not marked"))
                .id();
    }
}
