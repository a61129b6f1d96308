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
import org.quitclaim.face.onnx.SharedSession;
import org.quitclaim.face.onnx.SquareInput;
import org.quitclaim.face.pack.EmbedderModel;

/** The embedder's network; reachable through {@link FaceEmbedder} only. */
final class DescriptorNet implements AutoCloseable {

    /** Bounds the memory of one run; a group photo takes several runs. */
    private static final int BATCH = 4;

    private final EmbedderModel model;
    private final SharedSession session;
    private final SquareInput squareInput;

    DescriptorNet(EmbedderModel model, int threads) {
        this.model = model;
        this.session = SharedSession.open(model.file(), threads);
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
            FloatBuffer target =
                    all.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
            session.run(input, count, Map.of("descriptor", new SharedSession.Output(target, count, model.dimension())));
            List<ProbeVector> vectors = new ArrayList<>();
            for (int i = 0; i < faces.size(); i++) {
                vectors.add(mean(all, i * views, views));
            }
            all.fill((byte) 0);
            return vectors;
        }
    }

    /** Of {@code views} vectors in a row, written over the first of them. */
    private ProbeVector mean(MemorySegment all, int first, int views) {
        long dimension = model.dimension();
        for (long i = first * dimension; i < (first + 1) * dimension; i++) {
            float sum = 0;
            for (int view = 0; view < views; view++) {
                sum += all.getAtIndex(ValueLayout.JAVA_FLOAT, i + view * dimension);
            }
            all.setAtIndex(ValueLayout.JAVA_FLOAT, i, sum / views);
        }
        return ProbeVector.copyOf(all.asSlice(first * dimension * Float.BYTES, dimension * Float.BYTES));
    }

    @Override
    public void close() {
        session.close();
    }
}
