package org.quitclaim.face.evaluate;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.quitclaim.face.pack.ModelPack;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which model pack was measured, and what it says of itself: figures count for exactly that one.
 *
 * <p><b>Source</b>: R82; ISO/IEC 19795-1.
 *
 * @param name id, version and fingerprint
 * @param sha256 of all that the pack says, as two officers approve it
 * @param trainingData in the words of whoever made the pack
 * @param limits on what its limits were measured, likewise
 */
record MeasuredPack(
        String id,
        String version,
        String name,
        String sha256,
        String licence,
        String source,
        String trainingData,
        String limits) {

    private static final int LINE = 110;

    static MeasuredPack of(ModelPack pack) {
        return new MeasuredPack(
                pack.id(),
                pack.version(),
                pack.name(),
                pack.digest(),
                pack.provenance().licence(),
                pack.provenance().source(),
                pack.provenance().trainingData(),
                pack.provenance().measurement());
    }

    void print(PrintStream out) {
        lines().forEach(out::println);
    }

    void write(ObjectNode node) {
        node.put("id", id)
                .put("version", version)
                .put("name", name)
                .put("sha256", sha256)
                .put("licence", licence)
                .put("source", source)
                .put("trainingData", trainingData)
                .put("limitsMeasuredOn", limits);
    }

    private List<String> lines() {
        return List.of(
                "model pack: " + id + ", version " + version + " (" + name + ")",
                "sha256: " + sha256,
                "licence: " + licence + "; from: " + source,
                "trained on, as the pack says: " + trainingData);
    }

    /** The same for a caption, in lines that fit below a picture. */
    List<String> caption() {
        List<String> caption = new ArrayList<>();
        for (String line : lines()) {
            String rest = line;
            while (rest.length() > LINE) {
                int space = rest.lastIndexOf(' ', LINE);
                int end = space > 0 ? space : LINE;
                caption.add(rest.substring(0, end));
                rest = rest.substring(end).strip();
            }
            caption.add(rest);
        }
        return caption;
    }
}
