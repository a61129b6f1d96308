package org.quitclaim.face.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Holds the runtime's environment until the process is gone.
 *
 * <p>The library's Java part releases it in a shutdown hook of its own, which runs beside all others and waits for nobody.
 * The environment is counted: whoever creates it once more, as here, gets the same one, and it is freed only with the last.
 *
 * <p><b>Source:</b> {@code onnxruntime_c_api.h}: {@code OrtApiBase.GetApi} comes first in its structure, {@code
 * OrtApi.CreateEnv} fourth; both have been so since the first version of the interface, and are never moved.
 */
final class HeldEnvironment {
    /** Any that has what is asked for; later runtimes give earlier interfaces. */
    private static final int INTERFACE = 17;

    private static final int CREATE = 3;
    private static final int ERRORS_ONLY = 3;

    private HeldEnvironment() {}

    /** @throws IllegalStateException if it cannot be held */
    static void hold() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment base = (MemorySegment) handle(
                            SymbolLookup.loaderLookup().findOrThrow("OrtGetApiBase"),
                            FunctionDescriptor.of(ValueLayout.ADDRESS))
                    .invokeExact();
            MemorySegment api = (MemorySegment)
                    handle(entry(base, 0), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT))
                            .invokeExact(INTERFACE);
            MemorySegment status = (MemorySegment) handle(
                            entry(api, CREATE),
                            FunctionDescriptor.of(
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS))
                    .invokeExact(ERRORS_ONLY, arena.allocateFrom("quitclaim"), arena.allocate(ValueLayout.ADDRESS));
            if (!status.equals(MemorySegment.NULL)) {
                throw new IllegalStateException("ONNX Runtime's environment cannot be held");
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("ONNX Runtime's environment cannot be held", e);
        }
    }

    private static MethodHandle handle(MemorySegment function, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(function, shape);
    }

    private static MemorySegment entry(MemorySegment structure, int index) {
        return structure
                .reinterpret((index + 1) * ValueLayout.ADDRESS.byteSize())
                .getAtIndex(ValueLayout.ADDRESS, index);
    }
}
