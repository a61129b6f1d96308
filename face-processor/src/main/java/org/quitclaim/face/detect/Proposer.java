package org.quitclaim.face.detect;

import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quitclaim.face.image.Halves;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.onnx.SharedSession;
import org.quitclaim.face.onnx.WindowInput;
import org.quitclaim.face.pack.ProposerModel;

/**
 * Proposes where faces may be, at the scales it is told.
 *
 * <p>At one scale it finds heads of about 32 to 160 pixels of what it is shown; hence scales a factor of two apart miss
 * none between. Pictures larger than its input are looked at in tiles; a head of more than 80 pixels that two of them cut is whole
 * at half the size, so they overlap by that and what surrounds it.
 */
final class Proposer implements AutoCloseable {

    private static final int OVERLAP = 112;

    /** What the first convolution takes off. */
    private static final int RIM = 2;

    private final ProposerModel model;
    private final SharedSession session;
    private final Suppression suppression;

    Proposer(ProposerModel model, int threads) {
        this.model = model;
        this.session = SharedSession.open(model.file(), threads);
        this.suppression = new Suppression(model.overlapThreshold());
    }

    /** Boxes in pixels of the image, the surest first; a face found at two scales stands once. */
    List<Corners> propose(Halves image, List<Double> scales, Runnable breath) {
        List<Corners> found = new ArrayList<>();
        for (double scale : scales) {
            found.addAll(proposeAt(image, scale, breath));
        }
        return suppression.keep(found);
    }

    private List<Corners> proposeAt(Halves image, double scale, Runnable breath) {
        UprightImage whole = image.forScale(1);
        int width = (int) Math.ceil(whole.width() * scale);
        int height = (int) Math.ceil(whole.height() * scale);
        int side = model.file().inputSize();
        List<Corners> found = new ArrayList<>();
        for (int y : starts(height, side)) {
            for (int x : starts(width, side)) {
                breath.run();
                found.addAll(tile(image, scale, x, y, Math.min(side, fit(width - x)), Math.min(side, fit(height - y))));
            }
        }
        return suppression.keep(found);
    }

    /** Where the tiles of one axis begin; the last one reaches the end. */
    private static List<Integer> starts(int length, int side) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        int reached = side;
        while (reached < length) {
            starts.add(reached - OVERLAP);
            reached += side - OVERLAP;
        }
        return starts;
    }

    /** The least size of input that holds so many pixels. */
    private int fit(int pixels) {
        return Math.ceilDiv(pixels, model.cell()) * model.cell() + RIM;
    }

    private List<Corners> tile(Halves image, double scale, int x, int y, int width, int height) {
        int columns = (width - RIM) / model.cell();
        int rows = (height - RIM) / model.cell();
        int perCell = 5 * model.anchors().size();
        UprightImage level = image.forScale(scale);
        // how many pixels of the level one pixel of the tile is
        double step = level.width() / (image.forScale(1).width() * scale);
        try (Arena arena = Arena.ofConfined()) {
            FloatBuffer input = SharedSession.floats(arena, 3 * width * height);
            new WindowInput(model.file().normalisation(), width * height, width)
                    .write(level, new WindowInput.Window(x * step, y * step, step), input, 0, width, height);
            FloatBuffer cells = SharedSession.floats(arena, perCell * rows * columns);
            session.run(
                    input,
                    1,
                    height,
                    width,
                    Map.of("cells", new SharedSession.Output(cells, 1, perCell, rows, columns)));
            return suppression.keep(decode(cells, rows, columns)).stream()
                    .map(box -> box.on(x / scale, y / scale, 1 / scale))
                    .toList();
        }
    }

    /** In pixels of the tile. */
    private List<Corners> decode(FloatBuffer cells, int rows, int columns) {
        List<Corners> found = new ArrayList<>();
        int plane = rows * columns;
        for (int anchor = 0; anchor < model.anchors().size(); anchor++) {
            for (int cell = 0; cell < plane; cell++) {
                int at = 5 * anchor * plane + cell;
                double score = sigmoid(cells.get(at + 4 * plane));
                if (score > model.scoreThreshold()) {
                    ProposerModel.Anchor size = model.anchors().get(anchor);
                    double x = (cell % columns + sigmoid(cells.get(at))) * model.cell();
                    double y = (cell / columns + sigmoid(cells.get(at + plane))) * model.cell();
                    double width = Math.exp(cells.get(at + 2 * plane)) * size.width() * model.cell();
                    double height = Math.exp(cells.get(at + 3 * plane)) * size.height() * model.cell();
                    found.add(new Corners(
                            (float) (y - height / 2),
                            (float) (x - width / 2),
                            (float) (y + height / 2),
                            (float) (x + width / 2),
                            (float) score));
                }
            }
        }
        return found;
    }

    private static double sigmoid(double value) {
        return 1 / (1 + Math.exp(-value));
    }

    @Override
    public void close() {
        session.close();
    }
}
