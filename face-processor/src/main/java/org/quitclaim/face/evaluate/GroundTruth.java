package org.quitclaim.face.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is on which photo, where the operator says so.
 *
 * <p><b>Shape</b>: {@code truth.json} beside {@code people} and {@code photos}: an object from file name to the list of
 * labels of the enrolled people on that photo, for instance {@code {"a.jpg": ["anna", "ben"], "b.jpg": []}}. People who
 * are not enrolled are left out. A photo that is not listed counts as unknown. The form of the report is read as well
 * ({@code {"photos":[{"file","faces":[{"label"}]}]}}, label null for a stranger), so that a corrected report, or what the
 * drawing program writes, can serve as the truth.
 */
record GroundTruth(Map<String, List<String>> labelsByPhoto) {

    static GroundTruth in(Path root) throws IOException {
        Path file = root.resolve("truth.json");
        if (!Files.isRegularFile(file)) {
            return new GroundTruth(Map.of());
        }
        try {
            return parse(JsonMapper.shared().readTree(Files.readAllBytes(file)));
        } catch (JacksonException e) {
            throw new IOException("truth.json is no valid JSON: an object from file name to a list of labels");
        }
    }

    private static GroundTruth parse(JsonNode root) {
        return root.has("photos") ? parseReport(root.get("photos")) : parseLabels(root);
    }

    private static GroundTruth parseReport(JsonNode photos) {
        Map<String, List<String>> labels = new HashMap<>();
        for (JsonNode photo : photos) {
            List<String> onPhoto = new ArrayList<>();
            for (JsonNode face : photo.path("faces")) {
                if (face.path("label").isString()) {
                    onPhoto.add(face.path("label").asString());
                }
            }
            labels.put(photo.path("file").asString(), List.copyOf(onPhoto));
        }
        return new GroundTruth(labels);
    }

    private static GroundTruth parseLabels(JsonNode root) {
        Map<String, List<String>> labels = new HashMap<>();
        for (Map.Entry<String, JsonNode> photo : root.properties()) {
            List<String> onPhoto = new ArrayList<>();
            photo.getValue().forEach(label -> onPhoto.add(label.asString()));
            labels.put(photo.getKey(), List.copyOf(onPhoto));
        }
        return new GroundTruth(labels);
    }

    Optional<List<String>> on(String photo) {
        return Optional.ofNullable(labelsByPhoto.get(photo));
    }
}
