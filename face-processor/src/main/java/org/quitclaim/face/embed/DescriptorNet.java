package org.quitclaim.face.embed;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quitclaim.face.align.AlignedFace;
import org.quitclaim.face.image.PixelRegion;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.onnx.DeclaredShapes;
import org.quitclaim.face.onnx.SharedSession;
import org.quitclaim.face.onnx.SquareInput;
import org.quitclaim.face.pack.EmbedderModel;

/** The embedder's network; reachable through {@link FaceEmbedder} only. */
final class DescriptorNet implements AutoCloseable {

    /** Bounds the memory of one run; a group photo takes several runs. */
    private static final int BATCH = 4;

    /** A vector shorter than its root has no direction. */
    private static final double LEAST_SQUARES = 1e-12;

    private final EmbedderModel model;
    private final SharedSession session;
    private final SquareInput squareInput;
    private final String output;
    private final int batch;

    DescriptorNet(EmbedderModel model, int threads) {
        this.model = model;
        this.session = SharedSession.open(model.file(), threads).takingPictures();
        this.output = session.shapes().onlyOutputOr("descriptor");
        session.giving(output, DeclaredShapes.ANY, model.dimension());
        long declared = session.shapes().batch();
        this.batch = declared == DeclaredShapes.ANY ? BATCH : (int) Math.clamp(declared, 1, BATCH);
        this.squareInput = SquareInput.centred(model.file());
    }

    /** The mean of each face and of its mirror image, which differ by chance only. */
    List<ProbeVector> describe(List<AlignedFace> faces) {
        return inBatches(faces, true);
    }

    /** As the network answers, for comparison with the reference implementation. */
    List<ProbeVector> describeOnce(List<AlignedFace> faces) {
        return inBatches(faces, false);
    }

    private List<ProbeVector> inBatches(List<AlignedFace> faces, boolean isMirrored) {
        int atOnce = isMirrored ? BATCH / 2 : BATCH;
        List<ProbeVector> vectors = new ArrayList<>();
        for (int from = 0; from < faces.size(); from += atOnce) {
            vectors.addAll(run(faces.subList(from, Math.min(from + atOnce, faces.size())), isMirrored));
        }
        return vectors;
    }

    private List<ProbeVector> run(List<AlignedFace> faces, boolean isMirrored) {
        int views = isMirrored ? 2 : 1;
        int count = faces.size() * views;
        try (Arena arena = Arena.ofConfined()) {
            FloatBuffer input = SharedSession.floats(arena, count * squareInput.floats());
            for (int i = 0; i < faces.size(); i++) {
                AlignedFace face = faces.get(i);
                int offset = i * views * squareInput.floats();
                squareInput.write(face.picture(), face.region(), input, offset);
                if (isMirrored) {
                    squareInput.mirror(input, offset, offset + squareInput.floats());
                }
            }
            MemorySegment all = arena.allocate(ValueLayout.JAVA_FLOAT, (long) count * model.dimension());
            try {
                run(input, all, count);
                List<ProbeVector> vectors = new ArrayList<>();
                for (int i = 0; i < faces.size(); i++) {
                    vectors.add(mean(all, i * views, views));
                }
                return vectors;
            } finally {
                all.fill((byte) 0);
            }
        }
    }

    /** As many at once as the network takes. */
    private void run(FloatBuffer input, MemorySegment all, int count) {
        FloatBuffer target = all.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
        for (int from = 0; from < count; from += batch) {
            int now = Math.min(batch, count - from);
            FloatBuffer pictures = input.slice(from * squareInput.floats(), now * squareInput.floats());
            FloatBuffer vectors = target.slice(from * model.dimension(), now * model.dimension());
            session.run(pictures, now, Map.of(output, new SharedSession.Output(vectors, now, model.dimension())));
        }
    }

    /** Of {@code views} vectors in a row, written over the first of them. */
    private ProbeVector mean(MemorySegment all, int first, int views) {
        long dimension = model.dimension();
        double squares = 0;
        for (long i = first * dimension; i < (first + 1) * dimension; i++) {
            float sum = 0;
            for (int view = 0; view < views; view++) {
                sum += all.getAtIndex(ValueLayout.JAVA_FLOAT, i + view * dimension);
            }
            all.setAtIndex(ValueLayout.JAVA_FLOAT, i, sum / views);
            squares += (double) (sum / views) * (sum / views);
        }
        MemorySegment mean = all.asSlice(first * dimension * Float.BYTES, dimension * Float.BYTES);
        scale(mean, squares);
        return ProbeVector.copyOf(mean);
    }

    /** What is no number is near to nobody and to everybody: it must not be compared. */
    private void scale(MemorySegment vector, double squares) {
        boolean isCosine = model.metric() == EmbedderModel.Metric.COSINE;
        if (!Double.isFinite(squares) || isCosine && squares < LEAST_SQUARES) {
            throw new IllegalStateException("the embedder gave no vector that can be compared");
        }
        for (long i = 0; isCosine && i < model.dimension(); i++) {
            double value = vector.getAtIndex(ValueLayout.JAVA_FLOAT, i) / Math.sqrt(squares);
            vector.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) value);
        }
    }

    /** Runs it once on a picture of nobody, so that a network that cannot be used is known before anybody needs it. */
    void tryOut() {
        int size = model.file().inputSize();
        byte[] shades = new byte[size * size * UprightImage.BYTES_PER_PIXEL];
        for (int i = 0; i < shades.length; i++) {
            shades[i] = (byte) (i / size + i % 7 * 9);
        }
        UprightImage picture = new UprightImage(size, size, shades);
        try {
            describe(List.of(new AlignedFace(picture, PixelRegion.whole(picture), 0)))
                    .forEach(ProbeVector::close);
        } catch (IllegalStateException e) {
            throw session.failing(e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
