package org.quitclaim.face.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The one way to ONNX Runtime here: with its telemetry off.
 *
 * <p>From 1.29.0 on, the Linux and macOS builds upload process, model and session data, and keep a device id in the
 * user's cache folder, unless a variable is in the environment <em>before</em> the library starts; the later switch of
 * the Java interface comes too late for the first upload. Starting it also overflows the stack when the command line is
 * longer than about four thousand characters. So the variable is set in this very process, whoever started it.
 *
 * <p><b>Guarantees</b>: no upload, no device id, no cache file (R74).
 *
 * <p><b>Errors</b>: {@link IllegalStateException} when the variable cannot be set: rather no recognition than telemetry.
 *
 * <p>At the end of the process runs under way are waited for, and none begins ({@link ModelsInUse}).
 */
final class QuietRuntime {

    static final String SWITCH = "ORT_DISABLE_TELEMETRY";

    private static final OrtEnvironment ENVIRONMENT = start();

    private QuietRuntime() {}

    static OrtEnvironment environment() {
        return ENVIRONMENT;
    }

    private static OrtEnvironment start() {
        boolean isWindows = System.getProperty("os.name", "").startsWith("Windows");
        if (!isWindows) {
            switchTelemetryOff();
        }
        try {
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "quitclaim");
            environment.setTelemetry(false);
            HeldEnvironment.hold();
            Runtime.getRuntime().addShutdownHook(new Thread(ModelsInUse::end, "models-end"));
            return environment;
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime's telemetry cannot be switched off", e);
        }
    }

    /** POSIX {@code setenv}: what Java calls the environment is a copy that native code does not see. */
    private static void switchTelemetryOff() {
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(SWITCH);
            int status = (int) setenv.invokeExact(name, arena.allocateFrom("1"), 1);
            if (status != 0) {
                throw new IllegalStateException("The environment refuses " + SWITCH);
            }
        } catch (IllegalStateException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The environment cannot be changed", e);
        }
    }
}
