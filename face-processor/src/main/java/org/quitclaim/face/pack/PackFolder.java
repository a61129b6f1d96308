package org.quitclaim.face.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder with {@code pack.json} and the graphs it names.
 *
 * <p><b>Guarantees</b>: {@link #read} checks the SHA-256 of every graph.
 *
 * <p><b>Errors</b>: {@link PackUnusable} for whatever is missing or different.
 */
public record PackFolder(Path folder) {

    /** The system property, and below it the environment variable, that say where the packs lie. */
    public static final String LOCATION_PROPERTY = "quitclaim.models";

    public static final String LOCATION_VARIABLE = "QUITCLAIM_MODELS";

    private static final String DEFAULT_PACK = "face-api";

    /** The default pack below the folder that the property or the variable names. */
    public static PackFolder configured() throws PackUnusable {
        String models = System.getProperty(LOCATION_PROPERTY, System.getenv(LOCATION_VARIABLE));
        if (models == null || models.isBlank()) {
            throw new PackUnusable("It is not known where the model packs lie. Start with ./quitclaim, or set "
                    + LOCATION_VARIABLE + " to the folder that holds " + DEFAULT_PACK + "/pack.json.");
        }
        return new PackFolder(Path.of(models, DEFAULT_PACK));
    }

    public ModelPack read() throws IOException {
        Path description = folder.resolve("pack.json");
        if (!Files.isRegularFile(description)) {
            throw new PackUnusable("There is no " + description + ". Build it with: mvn -pl infra/model-pack compile");
        }
        try {
            return parse(JsonMapper.shared().readTree(Files.readAllBytes(description)));
        } catch (JacksonException e) {
            throw new PackUnusable(description + " is no valid pack description. Build the pack again.");
        }
    }

    private ModelPack parse(JsonNode pack) throws IOException {
        JsonNode detector = pack.get("detector");
        JsonNode aligner = pack.get("aligner");
        JsonNode embedder = pack.get("embedder");
        return new ModelPack(
                pack.get("id").asString(),
                pack.get("version").asString(),
                pack.get("licence").asString(),
                pack.get("source").asString(),
                new DetectorModel(
                        file(detector), number(detector, "scoreThreshold"), number(detector, "overlapThreshold")),
                proposer(pack.get("proposer")),
                new AlignerModel(
                        file(aligner),
                        number(aligner, "eyeToMouthRatio"),
                        number(aligner, "centreX"),
                        number(aligner, "centreY")),
                new EmbedderModel(file(embedder), embedder.get("dimension").asInt()),
                MatchReading.limits(pack.get("match")));
    }

    private ProposerModel proposer(JsonNode proposer) throws IOException {
        return new ProposerModel(
                file(proposer),
                proposer.get("cell").asInt(),
                proposer.get("anchors")
                        .valueStream()
                        .map(anchor -> new ProposerModel.Anchor(
                                anchor.get(0).asDouble(), anchor.get(1).asDouble()))
                        .toList(),
                number(proposer, "scoreThreshold"),
                number(proposer, "overlapThreshold"));
    }

    private ModelFile file(JsonNode model) throws IOException {
        Path path = folder.resolve(model.get("file").asString());
        if (!Files.isRegularFile(path)
                || !sha256(path).equals(model.get("sha256").asString())) {
            throw new PackUnusable(path + " is missing or was altered. Build the pack again.");
        }
        JsonNode mean = model.get("mean");
        float[] perChannel = {
            mean.get(0).asFloat(), mean.get(1).asFloat(), mean.get(2).asFloat()
        };
        return new ModelFile(
                path, model.get("inputSize").asInt(), new Normalisation(perChannel, (float) number(model, "scale")));
    }

    private static double number(JsonNode node, String name) {
        return node.get(name).asDouble();
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
