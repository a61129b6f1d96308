package org.quitclaim.face.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.quitclaim.face.pack.ModelFile;
import org.quitclaim.face.pack.PackUnusable;
import org.quitclaim.face.pack.PackUnusable.Reason;

/**
 * One model loaded once, used by all threads.
 *
 * <p><b>Guarantees</b>: few threads and no spinning, so that idle models cost no processor; every tensor is closed;
 * outputs are written straight into memory of the caller, so that the runtime keeps no copy of a biometric vector.
 *
 * <p><b>Thread-safety</b>: safe; calls run side by side, and closing waits for those under way, since the library frees
 * a model under the threads that run it, which ends the process.
 *
 * <p><b>Errors</b>: {@link IllegalStateException} for a run after the close, and while the process ends.
 */
public final class SharedSession implements AutoCloseable {

    private final OrtEnvironment environment = QuietRuntime.environment();
    private final OrtSession session;
    private final ModelFile model;
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private SharedSession(ModelFile model, OrtSession session) {
        this.model = model;
        this.session = session;
    }

    public static SharedSession open(ModelFile model, int threads) {
        // first of all: even the options start the runtime
        OrtEnvironment environment = QuietRuntime.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return new SharedSession(
                    model, environment.createSession(model.path().toString(), options));
        } catch (OrtException e) {
            throw unusable(model, "is no ONNX model that can be loaded: it is cut off, or of another format");
        }
    }

    private static PackUnusable unusable(ModelFile model, String what) {
        return new PackUnusable(Reason.MODEL_UNUSABLE, model.path() + " " + what + ". See docs/runbooks/own-pack.md.");
    }

    /** Refuses a model that does not take pictures of its size. */
    public SharedSession takingPictures() {
        DeclaredShapes shapes = shapes();
        int size = model.inputSize();
        if (!shapes.fitsOnlyInput(DeclaredShapes.ANY, 3, size, size)) {
            throw refused("takes " + shapes.inputs() + ", not one picture of 3 x " + size + " x " + size);
        }
        return this;
    }

    /** Likewise one that does not give this; {@link DeclaredShapes#ANY} where any number will do. */
    public SharedSession giving(String output, long... shape) {
        if (!shapes().fitsOutput(output, shape)) {
            throw refused("gives " + shapes().outputs() + ", not " + output + " " + DeclaredShapes.words(shape));
        }
        return this;
    }

    private PackUnusable refused(String what) {
        close();
        return unusable(model, what);
    }

    public DeclaredShapes shapes() {
        return DeclaredShapes.of(session);
    }

    /** After a trial: the model runs, and not as the pack says. */
    public PackUnusable failing(RuntimeException cause) {
        return refused("does not run as the pack describes it (" + cause.getMessage() + ")");
    }

    /**
     * Runs the model on {@code count} images.
     *
     * @param input direct, {@code count × 3 × size × size}
     * @param outputs per output name a direct buffer that the result is written to
     */
    public void run(FloatBuffer input, int count, Map<String, Output> outputs) {
        run(input, count, model.inputSize(), model.inputSize(), outputs);
    }

    /** Likewise for images of another size than the model's own, where the model takes them. */
    public void run(FloatBuffer input, int count, int height, int width, Map<String, Output> outputs) {
        long[] shape = {count, 3, height, width};
        Map<String, OnnxTensor> pinned = new HashMap<>();
        ModelsInUse.enter();
        use.readLock().lock();
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, input, shape)) {
            for (Map.Entry<String, Output> output : outputs.entrySet()) {
                pinned.put(output.getKey(), output.getValue().tensor(environment));
            }
            String inputName = session.getInputNames().iterator().next();
            session.run(Map.of(inputName, tensor), pinned).close();
        } catch (OrtException e) {
            throw new IllegalStateException("The model " + model.path().getFileName() + " failed", e);
        } finally {
            pinned.values().forEach(OnnxTensor::close);
            use.readLock().unlock();
            ModelsInUse.leave();
        }
    }

    /** Floats outside the heap that are given back when the arena closes, not when a collector finds time. */
    public static FloatBuffer floats(Arena arena, int count) {
        return arena.allocate(ValueLayout.JAVA_FLOAT, count)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("A model cannot be closed", e);
        } finally {
            use.writeLock().unlock();
        }
    }

    /** Where an output goes and in which shape. */
    public record Output(FloatBuffer target, long... shape) {

        OnnxTensor tensor(OrtEnvironment environment) throws OrtException {
            return OnnxTensor.createTensor(environment, target, shape);
        }
    }
}
