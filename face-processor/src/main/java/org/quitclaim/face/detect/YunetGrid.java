package org.quitclaim.face.detect;

import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quitclaim.face.onnx.SharedSession;
import org.quitclaim.face.onnx.SharedSession.Output;
import org.quitclaim.face.pack.Normalisation;
import org.quitclaim.face.pack.PackUnusable;
import org.quitclaim.face.pack.ScanningModel.Yunet;

/** Boxes and five points from a grid per stride, as YuNet gives them. */
final class YunetGrid implements TileNet {
    private static final Map<String, Integer> OUTPUTS = Map.of("cls", 1, "obj", 1, "bbox", 4, "kps", 10);

    private final Yunet model;
    private final SharedSession session;
    private final int coarsest;
    private final boolean takesAnySize;

    YunetGrid(Yunet model, int threads) {
        this.model = model;
        this.coarsest =
                model.strides().stream().mapToInt(stride -> stride).max().orElseThrow();
        this.session = SharedSession.open(model.file(), threads).takingPictures();
        this.takesAnySize = session.shapes().takesAnySize();
        for (int stride : model.strides()) {
            long points = (long) (side() / stride) * (side() / stride);
            OUTPUTS.forEach((output, numbers) -> session.giving(output + "_" + stride, 1, points, numbers));
        }
    }

    /** One face and where its eyes, the tip of its nose and the corners of its mouth are: x and y of each. */
    record Seen(Corners box, double[] points) {}

    @Override
    public int side() {
        return model.file().inputSize();
    }

    @Override
    public int fit(int pixels) {
        return takesAnySize ? Math.min(side(), Math.ceilDiv(pixels, coarsest) * coarsest) : side();
    }

    @Override
    public Normalisation normalisation() {
        return model.file().normalisation();
    }

    @Override
    public double overlapThreshold() {
        return model.overlapThreshold();
    }

    @Override
    public List<Corners> find(Arena arena, FloatBuffer input, int height, int width) {
        return see(arena, input, height, width).stream().map(Seen::box).toList();
    }

    /** In pixels of the input. */
    List<Seen> see(Arena arena, FloatBuffer input, int height, int width) {
        Map<String, FloatBuffer> given = new HashMap<>();
        Map<String, Output> outputs = new HashMap<>();
        for (int stride : model.strides()) {
            int points = (height / stride) * (width / stride);
            OUTPUTS.forEach((output, numbers) -> {
                String name = output + "_" + stride;
                given.put(name, SharedSession.floats(arena, points * numbers));
                outputs.put(name, new Output(given.get(name), 1, points, numbers));
            });
        }
        session.run(input, 1, height, width, outputs);
        List<Seen> seen = new ArrayList<>();
        for (int stride : model.strides()) {
            decode(given, stride, width / stride, height / stride, seen);
        }
        return seen;
    }

    private void decode(Map<String, FloatBuffer> given, int stride, int columns, int rows, List<Seen> seen) {
        FloatBuffer classes = buffer(given, "cls_" + stride);
        FloatBuffer objects = buffer(given, "obj_" + stride);
        FloatBuffer boxes = buffer(given, "bbox_" + stride);
        FloatBuffer points = buffer(given, "kps_" + stride);
        for (int i = 0; i < rows * columns; i++) {
            double score = Math.sqrt(share(classes.get(i)) * share(objects.get(i)));
            if (score > model.scoreThreshold()) {
                int column = i % columns;
                int row = i / columns;
                Corners box = Corners.around(
                        (column + boxes.get(4 * i)) * stride,
                        (row + boxes.get(4 * i + 1)) * stride,
                        Math.exp(boxes.get(4 * i + 2)) * stride,
                        Math.exp(boxes.get(4 * i + 3)) * stride,
                        score);
                double[] five = new double[10];
                for (int at = 0; at < five.length; at++) {
                    five[at] = (points.get(10 * i + at) + (at % 2 == 0 ? column : row)) * stride;
                }
                seen.add(new Seen(box, five));
            }
        }
    }

    private static FloatBuffer buffer(Map<String, FloatBuffer> given, String output) {
        return Objects.requireNonNull(given.get(output), "each output of the network has a buffer");
    }

    private static double share(float value) {
        return Math.clamp(value, 0.0, 1.0);
    }

    @Override
    public PackUnusable failing(RuntimeException cause) {
        return session.failing(cause);
    }

    @Override
    public void close() {
        session.close();
    }
}
