package org.quitclaim.face.detect;

import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quitclaim.face.image.PixelRegion;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.onnx.DeclaredShapes;
import org.quitclaim.face.onnx.SharedSession;
import org.quitclaim.face.onnx.SquareInput;
import org.quitclaim.face.onnx.WindowInput;
import org.quitclaim.face.pack.SsdModel;

/** The pack's detector: exact boxes of the faces on one square picture of a fixed size. */
final class SquareDetector implements AutoCloseable {

    private final SsdModel model;
    private final SharedSession session;
    private final SquareInput squareInput;
    private final WindowInput windowInput;
    private final Suppression suppression;
    private final int priors;

    SquareDetector(SsdModel model, int threads) {
        this.model = model;
        this.session = SharedSession.open(model.file(), threads).takingPictures();
        this.priors = Math.toIntExact(Math.max(session.shapes().of("scores", 1), 1));
        session.giving("boxes", DeclaredShapes.ANY, priors, 4).giving("scores", DeclaredShapes.ANY, priors);
        this.squareInput = SquareInput.topLeft(model.file());
        this.windowInput = new WindowInput(model.file().normalisation(), size() * size(), size());
        this.suppression = new Suppression(model.overlapThreshold());
    }

    /** The side of its input in pixels. */
    int size() {
        return model.file().inputSize();
    }

    /** What it finds on the whole image made as large as its input, in pixels of the image. */
    List<Corners> detect(UprightImage image) {
        PixelRegion whole = PixelRegion.whole(image);
        try (Arena arena = Arena.ofConfined()) {
            FloatBuffer input = SharedSession.floats(arena, squareInput.floats());
            squareInput.write(image, whole, input, 0);
            Placement placement = Placement.of(whole, size());
            return run(arena, input, model.scoreThreshold()).stream()
                    .map(placement::place)
                    .toList();
        }
    }

    FloatBuffer blackInput(Arena arena) {
        FloatBuffer input = SharedSession.floats(arena, squareInput.floats());
        for (int i = 0; i < input.capacity(); i++) {
            // the order of colours is its own opposite
            int channel = model.file().normalisation().plane(i / (size() * size()));
            input.put(i, model.file().normalisation().apply(channel, 0));
        }
        return input;
    }

    /** Puts a window of a view into a square part of the input. */
    void show(View view, WindowInput.Window window, FloatBuffer input, int x, int y, int side) {
        view.show(windowInput, window, input, y * size() + x, side, side);
    }

    /** In shares of the input, the surest first. */
    List<Corners> run(Arena arena, FloatBuffer input, double scoreThreshold) {
        FloatBuffer boxes = SharedSession.floats(arena, priors * 4);
        FloatBuffer scores = SharedSession.floats(arena, priors);
        session.run(
                input,
                1,
                Map.of(
                        "boxes", new SharedSession.Output(boxes, 1, priors, 4),
                        "scores", new SharedSession.Output(scores, 1, priors)));
        List<Corners> candidates = new ArrayList<>();
        for (int i = 0; i < priors; i++) {
            if (scores.get(i) > scoreThreshold) {
                candidates.add(new Corners(
                        boxes.get(4 * i),
                        boxes.get(4 * i + 1),
                        boxes.get(4 * i + 2),
                        boxes.get(4 * i + 3),
                        scores.get(i)));
            }
        }
        return suppression.keep(candidates);
    }

    void tryOut() {
        try (Arena arena = Arena.ofConfined()) {
            run(arena, blackInput(arena), 1);
        } catch (IllegalStateException e) {
            throw session.failing(e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
