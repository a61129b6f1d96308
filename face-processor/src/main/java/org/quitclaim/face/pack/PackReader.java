package org.quitclaim.face.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.quitclaim.face.pack.AlignerModel.FivePoints;
import org.quitclaim.face.pack.DetectorModel.Confirming;
import org.quitclaim.face.pack.DetectorModel.Scanning;
import org.quitclaim.face.pack.ModelPack.Provenance;
import org.quitclaim.face.pack.PackUnusable.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns a description into a pack, and looks at each file that it names. */
final class PackReader {
    private static final String SSD = "ssd-corners";
    private static final String YOLO = "yolo-cells";
    private static final String YUNET = "yunet";
    private static final String POINTS_68 = "landmarks-68";
    private static final String POINTS_5 = "five-points";

    /** Below it a photo falls into too many tiles. */
    private static final int LEAST_LOOKED_AT = 128;

    private static final int LEAST_FACE = 16;
    private static final int LARGEST_INPUT = 4096;

    /** Not a rule about the pack: what built it. */
    private static final String BUILDER = "builder";

    private static final int FINGERPRINT_DIGITS = 10;

    private final Path folder;
    private final JsonNode node;
    private final PackText pack;

    PackReader(Path folder, Path description, JsonNode node) {
        this.folder = folder;
        this.node = node;
        this.pack = new PackText(description, "", node);
    }

    ModelPack read() throws IOException {
        String id = pack.text("id", "[a-z0-9][a-z0-9.-]{0,39}", "small letters, digits, dots and dashes");
        String version = pack.text("version", "[A-Za-z0-9][A-Za-z0-9._-]{0,39}", "letters, digits, dots and dashes");
        DetectorModel detector = detector();
        AlignerModel aligner = aligner(detector);
        EmbedderModel embedder = embedder();
        PackText match = pack.object("match");
        MatchLimits limits = MatchReading.limits(match);
        Provenance provenance = new Provenance(
                pack.text("licence"), pack.text("source"), pack.text("trainingData"), MatchReading.measurement(match));
        pack.ignore(BUILDER);
        pack.noMore();
        return new ModelPack(
                id,
                version,
                fingerprint(aligner),
                Digests.of(node.get("detector")).substring(0, FINGERPRINT_DIGITS),
                digest(),
                provenance,
                detector,
                aligner,
                embedder,
                limits);
    }

    private DetectorModel detector() throws IOException {
        PackText said = pack.object("detector");
        String output = said.text("output");
        if (!output.equals(SSD)) {
            if (pack.has("proposer")) {
                throw pack.invalid("a proposer goes with a detector of the kind " + SSD + " only");
            }
            return new Scanning(scanning(said, List.of(SSD, YOLO, YUNET)));
        }
        SsdModel exact = new SsdModel(
                file(said, LEAST_LOOKED_AT), share(said, "scoreThreshold"), share(said, "overlapThreshold"));
        said.noMore();
        return new Confirming(exact, scanning(pack.object("proposer"), List.of(YOLO, YUNET)));
    }

    private ScanningModel scanning(PackText said, List<String> known) throws IOException {
        ScanningModel model = switch (said.text("output")) {
            case YOLO ->
                new ScanningModel.Yolo(
                        file(said, LEAST_LOOKED_AT),
                        said.whole("cell", 4, 128),
                        said.rows("anchors", 2, 0.01, 1000).stream()
                                .map(row -> new ScanningModel.Anchor(row.get(0), row.get(1)))
                                .toList(),
                        share(said, "scoreThreshold"),
                        share(said, "overlapThreshold"));
            case YUNET ->
                new ScanningModel.Yunet(
                        file(said, LEAST_LOOKED_AT),
                        said.wholes("strides", 2, 128),
                        share(said, "scoreThreshold"),
                        share(said, "overlapThreshold"));
            default -> throw said.oneOf("output", known);
        };
        checkGrid(said, model);
        said.noMore();
        return model;
    }

    private static void checkGrid(PackText said, ScanningModel model) {
        int size = model.file().inputSize();
        switch (model) {
            case ScanningModel.Yolo yolo
            when (size - ScanningModel.Yolo.RIM) % yolo.cell() != 0 ->
                throw said.invalid(
                        "the detector's inputSize has to be a whole number of cells and " + ScanningModel.Yolo.RIM);
            case ScanningModel.Yunet yunet
            when yunet.strides().stream().anyMatch(stride -> size % stride != 0)
                    || yunet.strides().stream().distinct().count()
                            != yunet.strides().size() ->
                throw said.invalid("the detector's inputSize has to be a whole number of each of its strides");
            case ScanningModel fits -> {}
        }
    }

    private AlignerModel aligner(DetectorModel detector) throws IOException {
        PackText said = pack.object("aligner");
        AlignerModel model = switch (said.text("output")) {
            case POINTS_68 ->
                new AlignerModel.EyesAndMouth(
                        file(said, LEAST_FACE),
                        said.number("eyeToMouthRatio", 0.05, 1),
                        share(said, "centreX"),
                        share(said, "centreY"));
            case POINTS_5 ->
                new FivePoints(
                        pointsOf(detector),
                        said.rows("template", 2, -1, 2).stream()
                                .map(row -> new AlignerModel.Point(row.get(0), row.get(1)))
                                .toList());
            default -> throw said.oneOf("output", List.of(POINTS_68, POINTS_5));
        };
        if (model instanceof FivePoints five) {
            checkTemplate(five);
        }
        said.noMore();
        return model;
    }

    private ScanningModel.Yunet pointsOf(DetectorModel detector) {
        if (detector instanceof Scanning(ScanningModel.Yunet yunet)) {
            return yunet;
        }
        throw pack.invalid(
                "aligner.output " + POINTS_5 + " needs a detector of the kind " + YUNET + ", which gives the points");
    }

    private void checkTemplate(FivePoints five) {
        if (five.template().size() != FivePoints.POINTS
                || five.template().stream().distinct().count() != FivePoints.POINTS) {
            throw pack.invalid("aligner.template has to be five different points");
        }
    }

    private EmbedderModel embedder() throws IOException {
        PackText said = pack.object("embedder");
        said.text("output", "descriptor", "descriptor");
        EmbedderModel model = new EmbedderModel(
                file(said, LEAST_FACE),
                said.whole("dimension", 2, 4096),
                said.word("metric", EmbedderModel.Metric.class));
        said.noMore();
        return model;
    }

    private ModelFile file(PackText model, int leastSize) throws IOException {
        String name = model.text("file", "[A-Za-z0-9][A-Za-z0-9._-]{0,99}", "the name of a file in the pack's folder");
        String sha256 = model.text("sha256", "[0-9a-f]{64}", "64 small hexadecimal digits");
        Path path = folder.resolve(name);
        if (!Files.isRegularFile(path)) {
            throw new PackUnusable(
                    Reason.MODEL_MISSING, path + " is missing, which pack.json beside it names. Put it there.");
        }
        if (!Digests.of(path).equals(sha256)) {
            throw new PackUnusable(
                    Reason.MODEL_ALTERED,
                    path + " is not the file that pack.json describes: its SHA-256 is another. Fetch it again.");
        }
        List<Double> mean = model.numbers("mean", 3, -1000, 1000);
        float[] perChannel = {
            mean.get(0).floatValue(), mean.get(1).floatValue(), mean.get(2).floatValue()
        };
        return new ModelFile(
                path,
                sha256,
                model.whole("inputSize", leastSize, LARGEST_INPUT),
                new Normalisation(
                        perChannel,
                        (float) model.number("scale", 1e-6, 1000),
                        model.word("colourOrder", ColourOrder.class)));
    }

    private static double share(PackText said, String name) {
        return said.number(name, 0, 1);
    }

    private String digest() {
        ObjectNode whole = (ObjectNode) node.deepCopy();
        whole.remove(BUILDER);
        return Digests.of(whole);
    }

    /** Boxes that the detector finds are on the record; how faceprints come out depends on it only where it gives the points. */
    private String fingerprint(AlignerModel aligner) {
        ObjectNode part = JsonMapper.shared().createObjectNode();
        part.set("aligner", node.get("aligner"));
        part.set("embedder", node.get("embedder"));
        if (aligner instanceof FivePoints) {
            part.set("detector", node.get("detector"));
        }
        return Digests.of(part).substring(0, FINGERPRINT_DIGITS);
    }
}
