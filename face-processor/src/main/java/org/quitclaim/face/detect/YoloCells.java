package org.quitclaim.face.detect;

import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quitclaim.face.onnx.DeclaredShapes;
import org.quitclaim.face.onnx.SharedSession;
import org.quitclaim.face.pack.Normalisation;
import org.quitclaim.face.pack.PackUnusable;
import org.quitclaim.face.pack.ScanningModel.Anchor;
import org.quitclaim.face.pack.ScanningModel.Yolo;

/** Boxes from cells and anchors, as the tiny YOLO detectors give them. */
final class YoloCells implements TileNet {
    private static final String CELLS = "cells";

    /** x, y, width, height, score. */
    private static final int NUMBERS = 5;

    private final Yolo model;
    private final SharedSession session;
    private final boolean takesAnySize;

    YoloCells(Yolo model, int threads) {
        this.model = model;
        this.session = SharedSession.open(model.file(), threads)
                .takingPictures()
                .giving(CELLS, DeclaredShapes.ANY, perCell(), DeclaredShapes.ANY, DeclaredShapes.ANY);
        this.takesAnySize = session.shapes().takesAnySize();
    }

    private int perCell() {
        return NUMBERS * model.anchors().size();
    }

    @Override
    public int side() {
        return model.file().inputSize();
    }

    @Override
    public int fit(int pixels) {
        return takesAnySize ? Math.min(side(), Math.ceilDiv(pixels, model.cell()) * model.cell() + Yolo.RIM) : side();
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
        int columns = (width - Yolo.RIM) / model.cell();
        int rows = (height - Yolo.RIM) / model.cell();
        FloatBuffer cells = SharedSession.floats(arena, perCell() * rows * columns);
        session.run(
                input, 1, height, width, Map.of(CELLS, new SharedSession.Output(cells, 1, perCell(), rows, columns)));
        return decode(cells, rows, columns);
    }

    private List<Corners> decode(FloatBuffer cells, int rows, int columns) {
        List<Corners> found = new ArrayList<>();
        int plane = rows * columns;
        for (int anchor = 0; anchor < model.anchors().size(); anchor++) {
            for (int cell = 0; cell < plane; cell++) {
                int at = NUMBERS * anchor * plane + cell;
                double score = sigmoid(cells.get(at + 4 * plane));
                if (score > model.scoreThreshold()) {
                    Anchor size = model.anchors().get(anchor);
                    double x = (cell % columns + sigmoid(cells.get(at))) * model.cell();
                    double y = (cell / columns + sigmoid(cells.get(at + plane))) * model.cell();
                    double width = Math.exp(cells.get(at + 2 * plane)) * size.width() * model.cell();
                    double height = Math.exp(cells.get(at + 3 * plane)) * size.height() * model.cell();
                    found.add(Corners.around(x, y, width, height, score));
                }
            }
        }
        return found;
    }

    private static double sigmoid(double value) {
        return 1 / (1 + Math.exp(-value));
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
