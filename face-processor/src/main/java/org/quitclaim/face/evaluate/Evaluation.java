package org.quitclaim.face.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quitclaim.face.detect.DetectedFace;
import org.quitclaim.face.image.BoxOverlap;
import org.quitclaim.face.image.PhotoReader;
import org.quitclaim.face.image.PhotoReading;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.ModelPack;

/** One measurement: enrol the test people, then judge every face on every photo. */
final class Evaluation implements AutoCloseable {

    private final PhotoReader photos = new PhotoReader();
    private final FaceReader faces;
    private final EnrolledPeople people;
    private final PrintStream out;

    Evaluation(ModelPack pack, PrintStream out) {
        this.faces = new FaceReader(pack);
        this.people = new EnrolledPeople(pack);
        this.out = out;
    }

    List<JudgedPhoto> of(EvaluationFolder folder) throws IOException {
        for (Map.Entry<String, List<Path>> person : folder.people().entrySet()) {
            enrol(person.getKey(), person.getValue());
        }
        out.printf("enrolled: %d people%n", people.count());
        GroundTruth truth = GroundTruth.in(folder.root());
        Tally tally = new Tally();
        List<JudgedPhoto> judged = new ArrayList<>();
        for (Path photo : folder.photos()) {
            JudgedPhoto result = judge(photo);
            judged.add(result);
            tally.count(result, truth.on(result.file()));
        }
        tally.print(out);
        return judged;
    }

    private void enrol(String label, List<Path> portraits) throws IOException {
        for (Path portrait : portraits) {
            Optional<UprightImage> image = read(portrait);
            if (image.isPresent()) {
                enrol(label, portrait, image.get());
            }
        }
    }

    private void enrol(String label, Path portrait, UprightImage image) {
        Optional<DetectedFace> largest =
                faces.find(image).stream().max(Comparator.comparingDouble(face -> BoxOverlap.area(face.box())));
        if (largest.isEmpty()) {
            out.printf("no face to enrol: people/%s/%s%n", label, portrait.getFileName());
            return;
        }
        for (SeenFace face : faces.read(image, List.of(largest.get()))) {
            try (face) {
                people.enrol(label, face);
            }
        }
    }

    private JudgedPhoto judge(Path photo) throws IOException {
        String name = photo.getFileName().toString();
        Optional<UprightImage> image = read(photo);
        if (image.isEmpty()) {
            return new JudgedPhoto(name, List.of());
        }
        List<SeenFace> seen = faces.read(image.get(), faces.find(image.get()));
        try {
            return new JudgedPhoto(name, people.judge(seen));
        } finally {
            seen.forEach(SeenFace::close);
        }
    }

    private Optional<UprightImage> read(Path file) throws IOException {
        return switch (photos.read(Files.readAllBytes(file))) {
            case PhotoReading.Readable(var image) -> Optional.of(image);
            case PhotoReading.Refused(var reason) -> {
                out.printf("not read (%s): %s%n", reason.code(), file.getFileName());
                yield Optional.empty();
            }
        };
    }

    @Override
    public void close() {
        people.close();
        faces.close();
    }
}
