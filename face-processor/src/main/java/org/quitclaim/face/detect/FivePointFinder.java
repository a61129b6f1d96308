package org.quitclaim.face.detect;

import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.Comparator;
import java.util.Optional;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.image.Halves;
import org.quitclaim.face.image.PixelRegion;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.onnx.SharedSession;
import org.quitclaim.face.onnx.WindowInput;
import org.quitclaim.face.onnx.WindowInput.Window;
import org.quitclaim.face.pack.ScanningModel.Yunet;

/**
 * Looks once more at one face that has a box, for its five points.
 *
 * <p><b>Guarantees</b>: points are no biometric template data; whoever asks drops them.
 *
 * <p><b>Thread-safety</b>: safe.
 */
public final class FivePointFinder implements AutoCloseable {

    /** How much of what surrounds a face is shown with it, as a multiple of its longer side. */
    private static final double SURROUNDINGS = 2;

    /** A face is seen best at about this size, in pixels of the network's input. */
    private static final double BEST_FACE = 240;

    private static final double SAME_FACE = 0.3;

    private final YunetGrid net;

    public FivePointFinder(Yunet model, int threads) {
        this.net = new YunetGrid(model, threads);
    }

    /** x and y of each point, in pixels of the image; empty where no face is seen in the box. */
    public Optional<double[]> points(UprightImage image, Box box) {
        Corners face = new Corners(
                (float) (box.y() * image.height()),
                (float) (box.x() * image.width()),
                (float) ((box.y() + box.height()) * image.height()),
                (float) ((box.x() + box.width()) * image.width()),
                1);
        double longer = Math.max(face.width(), face.height());
        int fit = net.fit((int) (BEST_FACE * SURROUNDINGS));
        double step = longer / BEST_FACE;
        Window window = new Window(face.centreX() - fit * step / 2, face.centreY() - fit * step / 2, step);
        try (Arena arena = Arena.ofConfined()) {
            return net.see(arena, input(arena, image, window, fit), fit, fit).stream()
                    .map(seen -> new Placed(seen, window))
                    .filter(seen -> seen.box().overlap(face) > SAME_FACE)
                    .max(Comparator.comparingDouble(seen -> seen.box().overlap(face)))
                    .map(Placed::points);
        }
    }

    /** From pixels that were halved until they nearly fit; black beyond the border of the photo. */
    private FloatBuffer input(Arena arena, UprightImage image, Window window, int fit) {
        FloatBuffer input = SharedSession.floats(arena, 3 * fit * fit);
        double side = fit * window.step();
        PixelRegion region = PixelRegion.clipped(window.x(), window.y(), side + 1, side + 1, image);
        UprightImage part = region.isEmpty() ? image : image.part(region);
        UprightImage level = Halves.of(part, Halves.LEAST_LOOKED_AT).forScale(1 / window.step());
        double shrunk = (double) level.width() / part.width();
        int left = region.isEmpty() ? 0 : region.x();
        int top = region.isEmpty() ? 0 : region.y();
        Window onLevel = new Window((window.x() - left) * shrunk, (window.y() - top) * shrunk, window.step() * shrunk);
        new WindowInput(net.normalisation(), fit * fit, fit).write(level, onLevel, input, 0, fit, fit);
        return input;
    }

    private record Placed(YunetGrid.Seen seen, Window window) {
        Corners box() {
            return seen.box().on(window.x(), window.y(), window.step());
        }

        double[] points() {
            double[] points = seen.points().clone();
            for (int i = 0; i < points.length; i++) {
                points[i] = (i % 2 == 0 ? window.x() : window.y()) + points[i] * window.step();
            }
            return points;
        }
    }

    @Override
    public void close() {
        net.close();
    }
}
