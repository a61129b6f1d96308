package org.quitclaim.face.detect;

import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.quitclaim.face.onnx.SharedSession;
import org.quitclaim.face.onnx.WindowInput;

/**
 * Shows a network the picture at the scales it is told.
 *
 * <p>At one scale it has to find heads of about 32 to 160 pixels of what it is shown; hence scales a factor of two apart
 * miss none between. Pictures larger than its input are looked at in tiles that overlap.
 */
final class TileScan implements AutoCloseable {

    /** A head of more than 80 pixels that two tiles cut is whole at half the size: that, and what surrounds it. */
    private static final int PROPOSING_OVERLAP = 112;

    /** More than the largest head: a box that a tile cuts counts for nothing, so another tile has to hold all of it. */
    private static final int FINDING_OVERLAP = 192;

    /** What ends so near to a cut is cut, in pixels of the tile. */
    private static final double AT_CUT = 3;

    /** A face that is looked for is twice as large at the largest scale; what is smaller is a speck, in pixels of the tile. */
    private static final double LEAST_FACE = Passes.SMALLEST_SEEN / 2;

    private final TileNet net;
    private final boolean proposes;
    private final Suppression suppression;

    private TileScan(TileNet net, boolean proposes) {
        this.net = net;
        this.proposes = proposes;
        this.suppression = new Suppression(net.overlapThreshold());
    }

    /** Whatever may be a face: somebody else looks at it again. */
    static TileScan proposing(TileNet net) {
        return new TileScan(net, true);
    }

    /** Faces: half of one at the edge of a tile is none, because another tile or a smaller scale shows it whole. */
    static TileScan finding(TileNet net) {
        return new TileScan(net, false);
    }

    /** Boxes on the view, the surest first; a face found at two scales stands once. */
    List<Corners> at(View view, List<Double> scales, Runnable breath) {
        List<Corners> found = new ArrayList<>();
        for (double scale : scales) {
            found.addAll(at(view, scale, breath));
        }
        return suppression.keep(found);
    }

    private List<Corners> at(View view, double scale, Runnable breath) {
        int width = (int) Math.ceil(view.width() * scale);
        int height = (int) Math.ceil(view.height() * scale);
        List<Corners> found = new ArrayList<>();
        for (int y : starts(height)) {
            for (int x : starts(width)) {
                if (!view.shows(x / scale, y / scale, net.side() / scale)) {
                    continue;
                }
                breath.run();
                List<Corners> seen = tile(view, scale, x, y, net.fit(width - x), net.fit(height - y));
                seen.stream()
                        .filter(box -> proposes || isWhole(box, x, y, width, height))
                        .map(box -> box.on(x / scale, y / scale, 1 / scale))
                        .forEach(found::add);
            }
        }
        return suppression.keep(found);
    }

    /** Where the tiles of one axis begin; the last one reaches the end. */
    private List<Integer> starts(int length) {
        int side = net.side();
        int step = side - Math.min(proposes ? PROPOSING_OVERLAP : FINDING_OVERLAP, side / 2);
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int reached = side; reached < length; reached += step) {
            starts.add(starts.getLast() + step);
        }
        return starts;
    }

    private boolean isWhole(Corners box, int x, int y, int width, int height) {
        int side = net.side();
        return Math.min(box.width(), box.height()) >= LEAST_FACE
                && (x == 0 || box.left() >= AT_CUT)
                && (y == 0 || box.top() >= AT_CUT)
                && (x + side >= width || box.right() <= side - AT_CUT)
                && (y + side >= height || box.bottom() <= side - AT_CUT);
    }

    private List<Corners> tile(View view, double scale, int x, int y, int width, int height) {
        try (Arena arena = Arena.ofConfined()) {
            FloatBuffer input = SharedSession.floats(arena, 3 * width * height);
            view.show(
                    new WindowInput(net.normalisation(), width * height, width),
                    new WindowInput.Window(x / scale, y / scale, 1 / scale),
                    input,
                    0,
                    width,
                    height);
            return suppression.keep(net.find(arena, input, height, width));
        }
    }

    void tryOut() {
        int side = net.fit(1);
        try (Arena arena = Arena.ofConfined()) {
            net.find(arena, SharedSession.floats(arena, 3 * side * side), side, side);
        } catch (IllegalStateException e) {
            throw net.failing(e);
        }
    }

    @Override
    public void close() {
        net.close();
    }
}
