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
 * are not enrolled are left out. A photo that is not listed counts as unknown.
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
