package org.quitclaim.face.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The optional {@code groups.json}: from the name of a photo to the group that whoever made the test set put it into. */
final class Groups {

    private Groups() {}

    static Map<String, String> in(Path root) throws IOException {
        Path file = root.resolve("groups.json");
        Map<String, String> groups = new HashMap<>();
        if (Files.isRegularFile(file)) {
            try {
                JsonMapper.shared()
                        .readTree(Files.readAllBytes(file))
                        .properties()
                        .forEach(photo ->
                                groups.put(photo.getKey(), photo.getValue().asString("")));
            } catch (JacksonException e) {
                throw new IOException("groups.json is no valid JSON: an object from file name to group");
            }
        }
        return groups;
    }
}
