package org.quitclaim.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.drawn.CharacterGenerator;
import org.quitclaim.drawn.DrawnPhoto;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;
import org.quitclaim.face.detect.DetectedFace;
import org.quitclaim.face.detect.FaceDetector;
import org.quitclaim.face.detect.Passes;
import org.quitclaim.face.embed.Embedding;
import org.quitclaim.face.embed.FaceEmbedder;
import org.quitclaim.face.image.PhotoReader;
import org.quitclaim.face.image.PhotoReading;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.ModelPack;
import org.quitclaim.face.pack.PackFolder;
import org.quitclaim.face.permit.PermittedFace;
import org.quitclaim.vault.IdMint;

/** Detecting, aligning and embedding all faces of a drawn photo; baseline: the npm reference on WASM. */
final class FacesRow implements Row {
    private static final int FACES = 5;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 15;
    private static final int REFERENCE_ROUNDS = 7;

    @Override
    public String name() {
        return "faces";
    }

    @Override
    public void measure(Setting setting, Report report) throws Exception {
        DrawnPhoto photo = ScenePainter.draw(Scenes.benchmark(
                1,
                LongStream.range(0, FACES)
                        .mapToObj(CharacterGenerator::character)
                        .toList()));
        ModelPack pack = PackFolder.configured().read();
        UprightImage image = image(photo);
        report.line("state", "a drawn photo of %d × %d with %d faces", photo.width(), photo.height(), FACES);
        Durations one = rounds(pack, image, 1);
        Durations two = rounds(pack, image, 2);
        report.line("detect + embed, 2 threads as in the product", "%s", two);
        report.line("detect + embed, 1 thread", "%s", one);
        Path file = Files.createDirectories(setting.work()).resolve("five-faces.jpg");
        Files.write(file, photo.jpeg());
        NpmReference reference = new NpmReference(setting.reference(), setting.work());
        NpmReference.Measured measured = reference.measure(file, REFERENCE_ROUNDS);
        report.line("  npm reference on WASM (baseline)", "p50 %d ms, %d faces", measured.millis(), measured.faces());
        looks(pack, image, report);
        report.line("  ratio, 2 threads (budget 3)", "%.1f", measured.millis() / two.percentile(50));
        report.line("  ratio, 1 thread", "%.1f", measured.millis() / one.percentile(50));
    }

    /** What an upload waits for, against the one look at the whole photo that it was before there were others, in turn. */
    private static void looks(ModelPack pack, UprightImage image, Report report) {
        List<Long> once = new ArrayList<>();
        List<Long> quickly = new ArrayList<>();
        List<Long> thoroughly = new ArrayList<>();
        try (FaceDetector detector = new FaceDetector(pack, 1)) {
            for (int round = 0; round < ROUNDS; round++) {
                once.add(look(detector, image, new Passes(List.of(), List.of(), List.of())));
                quickly.add(look(detector, image, Passes.quick(image, Passes.SMALLEST_FACE_PIXELS)));
                thoroughly.add(look(detector, image, Passes.thorough(image, Passes.SMALLEST_FACE_PIXELS)));
            }
        }
        double whole = Durations.of(once).percentile(50);
        double quick = Durations.of(quickly).percentile(50);
        report.line("one look at the whole photo, processor time", "%s", Durations.of(once));
        report.line("  quick look (budget 2), ratio", "%s, %.1f", Durations.of(quickly), quick / whole);
        report.line("  thorough look (budget 1 s)", "%s", Durations.of(thoroughly));
    }

    /** One thread does it all, so its processor time is everybody's. */
    private static long look(FaceDetector detector, UprightImage image, Passes passes) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        detector.detect(image, passes);
        return clock.getCurrentThreadCpuTime() - start;
    }

    private static UprightImage image(DrawnPhoto photo) {
        return switch (new PhotoReader().read(photo.jpeg())) {
            case PhotoReading.Readable(var image) -> image;
            case PhotoReading.Refused(var reason) -> throw new IllegalStateException("unreadable: " + reason);
        };
    }

    private static Durations rounds(ModelPack pack, UprightImage image, int threads) throws IOException {
        DrawnPermits permits = new DrawnPermits();
        List<Long> nanos = new ArrayList<>();
        try (FaceDetector detector = new FaceDetector(pack, threads);
                FaceEmbedder embedder = new FaceEmbedder(pack, permits.issuer(), threads)) {
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                long start = System.nanoTime();
                int faces = detectAndEmbed(detector, embedder, permits, image);
                if (faces != FACES) {
                    throw new IllegalStateException("%d of %d faces were found".formatted(faces, FACES));
                }
                if (round >= WARM_UP) {
                    nanos.add(System.nanoTime() - start);
                }
            }
        }
        return Durations.of(nanos);
    }

    private static int detectAndEmbed(
            FaceDetector detector, FaceEmbedder embedder, DrawnPermits permits, UprightImage image) {
        PhotoId photo = IdMint.mint(PhotoId.PREFIX, PhotoId::new);
        List<PermittedFace> faces = new ArrayList<>();
        // the reference does not turn the photo either
        List<Double> scales =
                Passes.thorough(image, Passes.SMALLEST_FACE_PIXELS).scales();
        for (DetectedFace found : detector.detect(image, new Passes(scales, List.of(), List.of()))) {
            faces.add(new PermittedFace(IdMint.mint(FaceId.PREFIX, FaceId::new), found.box()));
        }
        return switch (embedder.embed(permits.forFaces(photo, faces), photo, image)) {
            case Embedding.Computed computed -> {
                try (computed) {
                    yield computed.probes().size();
                }
            }
            case Embedding.Unfit(var fault) -> throw new IllegalStateException("unfit: " + fault.code());
            case Embedding.Refused(var reason) -> throw new IllegalStateException("refused: " + reason.code());
        };
    }
}
