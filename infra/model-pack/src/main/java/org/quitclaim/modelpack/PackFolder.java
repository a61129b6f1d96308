package org.quitclaim.modelpack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder that holds one finished pack.
 *
 * <p><b>Guarantees</b>: every weight file is checked against its pinned SHA-256 before anything is written, and
 * {@code pack.json} is written last, so that a folder that holds it is complete.
 */
record PackFolder(Path folder) {

    boolean isWrittenBy(String builder) throws IOException {
        if (!Files.isRegularFile(description())) {
            return false;
        }
        JsonNode pack = JsonMapper.shared().readTree(Files.readAllBytes(description()));
        boolean isWhole = builder.equals(pack.path("builder").asString(""));
        for (FaceApiModel model : FaceApiModel.values()) {
            isWhole &= holds(model, pack.path(model.key()).path("sha256").asString(""));
        }
        return isWhole;
    }

    private boolean holds(FaceApiModel model, String sha256) throws IOException {
        Path file = folder.resolve(model.target());
        return Files.isRegularFile(file) && Sha256.of(file).equals(sha256);
    }

    void write(Path npmPackage, String builder) throws IOException {
        Map<FaceApiModel, byte[]> graphs = new EnumMap<>(FaceApiModel.class);
        for (FaceApiModel model : FaceApiModel.values()) {
            graphs.put(model, model.toOnnx(npmPackage.resolve("model")));
        }
        Files.createDirectories(folder);
        Files.deleteIfExists(description());
        Map<FaceApiModel, String> sha256 = new EnumMap<>(FaceApiModel.class);
        for (Map.Entry<FaceApiModel, byte[]> graph : graphs.entrySet()) {
            Files.write(folder.resolve(graph.getKey().target()), graph.getValue());
            sha256.put(graph.getKey(), Sha256.of(graph.getValue()));
        }
        Files.copy(npmPackage.resolve("LICENSE"), folder.resolve("LICENSE"), StandardCopyOption.REPLACE_EXISTING);
        Files.write(description(), PackDescription.toJson(sha256, builder));
    }

    private Path description() {
        return folder.resolve("pack.json");
    }
}
