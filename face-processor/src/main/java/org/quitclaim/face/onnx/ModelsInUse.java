package org.quitclaim.face.onnx;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Whether models may be run: until the process ends.
 *
 * <p><b>Guarantees:</b> once {@link #end} has returned, no native code of the runtime is at work and none begins. Otherwise
 * the library takes its own state down at the end of the process, beside whoever still looks for faces, which ends in a
 * fault of the processor and a file with pieces of memory.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class ModelsInUse {
    private static final ReadWriteLock USE = new ReentrantReadWriteLock();
    private static volatile boolean ended;

    private ModelsInUse() {}

    /** To be followed by {@link #leave}. */
    static void enter() {
        USE.readLock().lock();
        if (ended) {
            USE.readLock().unlock();
            throw new IllegalStateException("No model is run any more: the process is ending");
        }
    }

    static void leave() {
        USE.readLock().unlock();
    }

    /** Waits for those under way, which takes no longer than one run of a model. */
    static void end() {
        ended = true;
        USE.writeLock().lock();
        USE.writeLock().unlock();
    }
}
