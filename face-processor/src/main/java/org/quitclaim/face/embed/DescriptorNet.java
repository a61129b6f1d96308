package org.quitclaim.face.embed;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quitclaim.face.image.PixelRegion;
import org.quitclaim.face.image.UprightImage;
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

    List<ProbeVector> describe(UprightImage image, List<PixelRegion> regions) {
        List<ProbeVector> vectors = new ArrayList<>();
        for (int from = 0; from < regions.size(); from += BATCH) {
            vectors.addAll(run(image, regions.subList(from, Math.min(from + BATCH, regions.size()))));
        }
        return vectors;
    }

    private List<ProbeVector> run(UprightImage image, List<PixelRegion> regions) {
        int count = regions.size();
        try (Arena arena = Arena.ofConfined()) {
            FloatBuffer input = SharedSession.floats(arena, count * squareInput.floats());
            for (int i = 0; i < count; i++) {
                squareInput.write(image, regions.get(i), input, i * squareInput.floats());
            }
            MemorySegment all = arena.allocate(ValueLayout.JAVA_FLOAT, (long) count * model.dimension());
            FloatBuffer target =
                    all.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
            session.run(input, count, Map.of("descriptor", new SharedSession.Output(target, count, model.dimension())));
            List<ProbeVector> vectors = new ArrayList<>();
            long bytes = (long) model.dimension() * Float.BYTES;
            for (int i = 0; i < count; i++) {
                vectors.add(ProbeVector.copyOf(all.asSlice(i * bytes, bytes)));
            }
            all.fill((byte) 0);
            return vectors;
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
