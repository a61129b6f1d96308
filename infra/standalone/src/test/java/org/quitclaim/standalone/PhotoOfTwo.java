package org.quitclaim.standalone;

import java.util.List;
import org.quitclaim.drawn.Backdrop;
import org.quitclaim.drawn.Cast;
import org.quitclaim.drawn.DrawnPhoto;
import org.quitclaim.drawn.FaceBox;
import org.quitclaim.drawn.Light;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** A drawn photo of somebody known, {@link Cast#VOLUNTEER}, and somebody nobody knows. */
final class PhotoOfTwo {
    private static final DrawnPhoto TWO = ScenePainter.draw(Scenes.group(
            1200, 800, Backdrop.PARK, Light.WINDOW, 5, List.of(Cast.VOLUNTEER.character(), Cast.ALDERMAN.character())));

    private PhotoOfTwo() {}

    static byte[] jpeg() {
        return TWO.jpeg();
    }

    /** As it was taken in, with the known one's face first. */
    static Taken inOrder(Taken taken) {
        return new Taken(
                taken.photo(), taken.rendition(), List.of(on(taken, Cast.VOLUNTEER), on(taken, Cast.ALDERMAN)));
    }

    private static JsonNode on(Taken taken, Cast who) {
        return taken.faces().stream()
                .filter(face -> TWO.faceAt(box(face.path("box")))
                        .filter(drawn ->
                                drawn.character().label().equals(who.character().label()))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("the detector did not find " + who));
    }

    private static FaceBox box(JsonNode box) {
        return new FaceBox(
                box.path("x").asDouble(),
                box.path("y").asDouble(),
                box.path("width").asDouble(),
                box.path("height").asDouble());
    }
}
