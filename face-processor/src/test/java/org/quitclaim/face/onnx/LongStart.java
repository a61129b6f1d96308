package org.quitclaim.face.onnx;

/** Starts the runtime; the test gives it a command line that crashed the runtime with its telemetry on. */
final class LongStart {

    private LongStart() {}

    public static void main(String[] arguments) {
        QuietRuntime.environment();
        System.out.println("started");
    }
}
