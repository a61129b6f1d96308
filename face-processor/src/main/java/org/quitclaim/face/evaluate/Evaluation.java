package org.quitclaim.face.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quitclaim.face.detect.DetectedFace;
import org.quitclaim.face.gallery.MatchRule;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.ModelPack;

/** One measurement: enrol the test people, then judge every face on every photo. */
final class Evaluation implements AutoCloseable {

    private final FaceReader faces;
    private final RecallBySize recall;
    private final RecallByTurn turns;
    private final EnrolledPeople people;
    private final NotEnrolled notEnrolled = new NotEnrolled();
    private final MatchRule rule;
    private final PrintStream out;
    private final Progress progress;

    Evaluation(ModelPack pack, MatchRule rule, PrintStream out, Progress progress) {
        this.faces = new FaceReader(pack);
        this.rule = rule;
        this.recall = new RecallBySize(faces);
        this.turns = new RecallByTurn(faces);
        this.people = new EnrolledPeople(pack.embedder().dimension(), rule);
        this.out = out;
        this.progress = progress;
    }

    Measured of(EvaluationFolder folder) throws IOException {
        GroundTruth truth = GroundTruth.in(folder.root());
        Map<String, String> groups = Groups.in(folder.root());
        TestImages images = new TestImages(folder.root(), out);
        try (Meetings meetings = new Meetings(groups)) {
            enrol(folder.people(), meetings, images);
            out.printf("enrolled: %d people%n", people.count());
            notEnrolled.print(out);
            Tally tally = new Tally();
            ErrorRates rates = new ErrorRates(groups);
            List<JudgedPhoto> judged = judged(folder.photos(), truth, meetings, images);
            judged.forEach(photo -> {
                tally.count(photo, truth.on(photo.file()));
                rates.count(photo, truth.on(photo.file()));
            });
            recall.print(out);
            turns.print(out);
            List<Curve> curves = new Curves(meetings.encounters(), rule).all();
            CurveLines.print(curves, rule.falsePositiveRate(), out);
            rates.print(people.count(), out);
            tally.print(out);
            return new Measured(rule.falsePositiveRate(), notEnrolled, judged, curves);
        }
    }

    private List<JudgedPhoto> judged(List<Path> photos, GroundTruth truth, Meetings meetings, TestImages images) {
        List<JudgedPhoto> judged = new ArrayList<>();
        long start = System.nanoTime();
        for (Path photo : photos) {
            judged.add(judge(photo, truth, meetings, images.read(photo)));
            progress.at(judged.size(), photos.size(), "photos looked at");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!photos.isEmpty()) {
            out.printf(Locale.ROOT, "speed: %.1f photos per second%n", photos.size() / seconds);
        }
        return judged;
    }

    private void enrol(List<TestPerson> persons, Meetings meetings, TestImages images) {
        Enrolment enrolment = new Enrolment(faces, people, meetings, notEnrolled, images, out);
        int done = 0;
        for (TestPerson person : persons) {
            enrolment.of(person);
            progress.at(++done, persons.size(), "people enrolled");
        }
    }

    private JudgedPhoto judge(Path photo, GroundTruth truth, Meetings meetings, Optional<UprightImage> image) {
        String name = photo.getFileName().toString();
        if (image.isEmpty()) {
            return new JudgedPhoto(name, List.of());
        }
        List<DetectedFace> found = faces.find(image.get());
        recall.offer(image.get(), found);
        turns.offer(image.get(), found);
        List<SeenFace> seen = faces.read(image.get(), found);
        try {
            meetings.seen(name, truth.on(name), seen);
            return new JudgedPhoto(name, people.judge(seen, meetings));
        } finally {
            seen.forEach(SeenFace::close);
        }
    }

    @Override
    public void close() {
        people.close();
        faces.close();
    }
}
