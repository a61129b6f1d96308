package org.quitclaim.face.onnx;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.quitclaim.face.pack.EmbedderModel;
import org.quitclaim.face.pack.PackFolder;

/**
 * Runs a model over and over on two threads, and then closes it, or ends the process, while they run: what a crash there
 * would end is this process, not the test's.
 */
final class RunningModel {
    private static final int TIMES = 12;
    private static final Duration LINGERS = Duration.ofSeconds(20);

    private RunningModel() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        EmbedderModel model =
                new PackFolder(Path.of(arguments[0], "face-api")).read().embedder();
        for (int i = 0; i < TIMES; i++) {
            SharedSession session = SharedSession.open(model.file(), 1);
            Thread first = running(session, model);
            Thread second = running(session, model);
            if (arguments[1].equals("exit late")) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> linger(first)));
            }
            if (arguments[1].startsWith("exit")) {
                System.out.println("exits");
                System.exit(0);
            }
            session.close();
            first.join();
            second.join();
        }
        System.out.println("closed");
    }

    /** As a server that still closes what is open: it is over as soon as nothing runs a model any more. */
    private static void linger(Thread running) {
        try {
            running.join(LINGERS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the thread has run the model once. */
    private static Thread running(SharedSession session, EmbedderModel model) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    once(session, model);
                    started.countDown();
                }
            } catch (IllegalStateException refused) {
                // what a caller gets from a model that is closed, and when the process ends
                System.out.println(refused.getMessage());
            }
        });
        started.await();
        return thread;
    }

    private static void once(SharedSession session, EmbedderModel model) {
        try (Arena arena = Arena.ofConfined()) {
            int size = model.file().inputSize();
            FloatBuffer input = SharedSession.floats(arena, 3 * size * size);
            FloatBuffer output = SharedSession.floats(arena, model.dimension());
            session.run(input, 1, Map.of("descriptor", new SharedSession.Output(output, 1, model.dimension())));
        }
    }
}
