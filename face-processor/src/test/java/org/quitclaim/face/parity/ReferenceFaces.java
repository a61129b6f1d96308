package org.quitclaim.face.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.TestData;
import org.quitclaim.face.image.UprightImage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the reference implementation answers for the shared photos. */
public final class ReferenceFaces {

    private final JsonNode root;

    public ReferenceFaces() throws IOException {
        root = JsonMapper.shared()
                .readTree(Files.readAllBytes(TestData.folder().resolve("reference/face-api-1.7.15.json")));
    }

    public List<String> portraits() {
        return List.copyOf(root.get("boxes").propertyNames());
    }

    public Box portraitBox(String photo, UprightImage image) {
        return box(root.get("boxes").get(photo).get("box_xywh_px"), image);
    }

    public List<Box> groupBoxes(UprightImage image) {
        List<Box> boxes = new ArrayList<>();
        for (JsonNode face : root.get("solvay-1927.jpg")) {
            boxes.add(box(face.get("box_xywh_px"), image));
        }
        return boxes;
    }

    Map<String, Double> distances() {
        JsonNode distances = root.get("distances");
        return distances.propertyNames().stream()
                .collect(Collectors.toMap(
                        pair -> pair, pair -> distances.get(pair).asDouble()));
    }

    private static Box box(JsonNode pixels, UprightImage image) {
        double x = pixels.get(0).asDouble() / image.width();
        double y = pixels.get(1).asDouble() / image.height();
        return new Box(
                x,
                y,
                Math.min(pixels.get(2).asDouble() / image.width(), 1 - x),
                Math.min(pixels.get(3).asDouble() / image.height(), 1 - y));
    }
}
