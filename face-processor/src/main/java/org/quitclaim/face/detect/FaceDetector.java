package org.quitclaim.face.detect;

import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quitclaim.face.image.PixelRegion;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.onnx.SharedSession;
import org.quitclaim.face.onnx.SquareInput;
import org.quitclaim.face.pack.DetectorModel;

/**
 * Finds faces on a photo, the surest first.
 *
 * <p><b>Guarantees</b>: computes no biometric vector, hence needs no permit (recital 51 GDPR).
 *
 * <p><b>Thread-safety</b>: safe.
 */
public final class FaceDetector implements AutoCloseable {

    private static final int PRIORS = 5118;

    private final DetectorModel model;
    private final SharedSession session;
    private final SquareInput squareInput;
    private final Suppression suppression;

    public FaceDetector(DetectorModel model, int threads) {
        this.model = model;
        this.session = SharedSession.open(model.file(), threads);
        this.squareInput = SquareInput.topLeft(model.file());
        this.suppression = new Suppression(model.overlapThreshold());
    }

    public List<DetectedFace> detect(UprightImage image) {
        return detectIn(image, PixelRegion.whole(image));
    }

    private List<DetectedFace> detectIn(UprightImage image, PixelRegion region) {
        try (Arena arena = Arena.ofConfined()) {
            FloatBuffer input = SharedSession.floats(arena, squareInput.floats());
            squareInput.write(image, region, input, 0);
            FloatBuffer boxes = SharedSession.floats(arena, PRIORS * 4);
            FloatBuffer scores = SharedSession.floats(arena, PRIORS);
            session.run(
                    input,
                    1,
                    Map.of(
                            "boxes", new SharedSession.Output(boxes, 1, PRIORS, 4),
                            "scores", new SharedSession.Output(scores, 1, PRIORS)));
            Placement placement = Placement.of(region, model.file().inputSize(), image);
            return suppression.keep(candidates(boxes, scores)).stream()
                    .flatMap(placement::place)
                    .toList();
        }
    }

    private List<Corners> candidates(FloatBuffer boxes, FloatBuffer scores) {
        List<Corners> candidates = new ArrayList<>();
        for (int i = 0; i < PRIORS; i++) {
            if (scores.get(i) > model.scoreThreshold()) {
                candidates.add(new Corners(
                        boxes.get(4 * i),
                        boxes.get(4 * i + 1),
                        boxes.get(4 * i + 2),
                        boxes.get(4 * i + 3),
                        scores.get(i)));
            }
        }
        return candidates;
    }

    @Override
    public void close() {
        session.close();
    }
}
