package org.quitclaim.face.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quitclaim.face.detect.DetectedFace;
import org.quitclaim.face.gallery.MatchRule;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.ModelPack;

/** One measurement: enrol the test people, then judge every face on every photo. */
final class Evaluation implements AutoCloseable {

    private final FaceReader faces;
    private final RecallBySize recall;
    private final EnrolledPeople people;
    private final PrintStream out;
    private final Progress progress;

    Evaluation(ModelPack pack, MatchRule rule, PrintStream out, Progress progress) {
        this.faces = new FaceReader(pack);
        this.recall = new RecallBySize(faces);
        this.people = new EnrolledPeople(pack.embedder().dimension(), rule);
        this.out = out;
        this.progress = progress;
    }

    List<JudgedPhoto> of(EvaluationFolder folder) throws IOException {
        GroundTruth truth = GroundTruth.in(folder.root());
        TestImages images = new TestImages(folder.root(), out);
        enrol(folder.people(), images);
        out.printf("enrolled: %d people%n", people.count());
        List<Path> photos = folder.photos();
        Tally tally = new Tally();
        ErrorRates rates = new ErrorRates(Groups.in(folder.root()));
        List<JudgedPhoto> judged = new ArrayList<>();
        for (Path photo : photos) {
            JudgedPhoto result = judge(photo, images.read(photo));
            judged.add(result);
            tally.count(result, truth.on(result.file()));
            rates.count(result, truth.on(result.file()));
            progress.at(judged.size(), photos.size(), "photos looked at");
        }
        recall.print(out);
        rates.print(people.count(), out);
        tally.print(out);
        return judged;
    }

    private void enrol(List<TestPerson> persons, TestImages images) {
        Enrolment enrolment = new Enrolment(faces, people, images, out);
        int done = 0;
        for (TestPerson person : persons) {
            enrolment.of(person);
            progress.at(++done, persons.size(), "people enrolled");
        }
    }

    private JudgedPhoto judge(Path photo, Optional<UprightImage> image) {
        String name = photo.getFileName().toString();
        if (image.isEmpty()) {
            return new JudgedPhoto(name, List.of());
        }
        List<DetectedFace> found = faces.find(image.get());
        recall.offer(image.get(), found);
        List<SeenFace> seen = faces.read(image.get(), found);
        try {
            return new JudgedPhoto(name, people.judge(seen));
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
