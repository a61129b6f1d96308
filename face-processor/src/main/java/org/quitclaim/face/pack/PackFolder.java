package org.quitclaim.face.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.quitclaim.face.pack.PackUnusable.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder with {@code pack.json} and the graphs it names.
 *
 * <p><b>Guarantees</b>: {@link #read} checks the SHA-256 of every graph, of one that nobody has written to since it was
 * last read in this process by what it was then.
 *
 * <p><b>Errors</b>: {@link PackUnusable} for whatever is missing, different or impossible.
 */
public record PackFolder(Path folder) {

    /** The system property, and below it the environment variable, that say where the packs lie. */
    public static final String LOCATION_PROPERTY = "quitclaim.models";

    public static final String LOCATION_VARIABLE = "QUITCLAIM_MODELS";

    /** Likewise: which of the packs, by the name of its folder, or any other folder by its path. */
    public static final String PACK_PROPERTY = "quitclaim.pack";

    public static final String PACK_VARIABLE = "QUITCLAIM_PACK";

    private static final String DEFAULT_PACK = "face-api";
    private static final long LARGEST_DESCRIPTION = 1 << 20;

    /** A name given twice is not one of the two by chance. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The chosen pack, or the default one below the folder that the property or the variable names. */
    public static PackFolder configured() {
        String chosen = said(PACK_PROPERTY, PACK_VARIABLE);
        Path pack = Path.of(chosen == null ? DEFAULT_PACK : chosen);
        if (pack.isAbsolute()) {
            return new PackFolder(pack);
        }
        String models = said(LOCATION_PROPERTY, LOCATION_VARIABLE);
        if (models == null) {
            throw new PackUnusable(
                    Reason.MISSING,
                    "It is not known where the model packs lie. Start with ./quitclaim, or set " + LOCATION_VARIABLE
                            + " to the folder that holds " + pack + "/pack.json.");
        }
        return new PackFolder(Path.of(models).resolve(pack));
    }

    private static @Nullable String said(String property, String variable) {
        String said = System.getProperty(property, System.getenv(variable));
        return said == null || said.isBlank() ? null : said;
    }

    public ModelPack read() throws IOException {
        Path description = folder.resolve("pack.json");
        if (!Files.isRegularFile(description)) {
            throw new PackUnusable(
                    Reason.MISSING,
                    "There is no " + description + ". Give the folder of a pack with " + PACK_VARIABLE
                            + "; the one that comes along is built with: mvn -pl infra/model-pack compile");
        }
        if (Files.size(description) > LARGEST_DESCRIPTION) {
            throw new PackUnusable(Reason.DESCRIPTION, description + " is too large to describe a pack.");
        }
        try {
            return new PackReader(folder, description, STRICT.readTree(Files.readAllBytes(description))).read();
        } catch (JacksonException e) {
            throw new PackUnusable(
                    Reason.DESCRIPTION,
                    description + " is no JSON, or says a thing twice. See docs/runbooks/own-pack.md.");
        }
    }
}
