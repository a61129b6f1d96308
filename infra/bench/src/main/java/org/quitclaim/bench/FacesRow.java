package org.quitclaim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.quitclaim.domain.photo.FaceId;
import org.quitclaim.domain.photo.PhotoId;
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
        report.line("  ratio, 2 threads (budget 3)", "%.1f", measured.millis() / two.percentile(50));
        report.line("  ratio, 1 thread", "%.1f", measured.millis() / one.percentile(50));
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
        for (DetectedFace found : detector.detect(image, Passes.thorough(image, Passes.SMALLEST_FACE_PIXELS))) {
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
