package org.quitclaim.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quitclaim.bench.InventedVectors.Asked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** FAISS in a process of its own, which keeps its index between questions. */
final class FaissReference implements AutoCloseable {
    private final @Nullable Process process;
    private final String greeting;

    private FaissReference(@Nullable Process process, String greeting) {
        this.process = process;
        this.greeting = greeting;
    }

    /** Without Python, or without FAISS in it, nothing is ready. */
    static FaissReference start(Setting setting, Path vectors, int dimension) {
        List<String> command = List.of(
                setting.python(),
                setting.reference().resolveSibling("faiss/measure.py").toString(),
                vectors.toString(),
                Integer.toString(dimension));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String line = process.inputReader().readLine();
            return new FaissReference(process, line == null ? "the script ended" : line);
        } catch (IOException missing) {
            return new FaissReference(null, "there is no " + setting.python());
        }
    }

    /** Otherwise {@link #greeting} says why not. */
    boolean isReady() {
        return greeting.startsWith("ready");
    }

    String greeting() {
        return greeting;
    }

    JsonNode search(Asked asked) throws IOException {
        Process running = Objects.requireNonNull(process);
        Writer questions = running.outputWriter();
        questions.write("%d %d %d%n".formatted(asked.first(), asked.step(), asked.count()));
        questions.flush();
        String line = running.inputReader().readLine();
        if (line == null) {
            throw new IOException("FAISS stopped");
        }
        return JsonMapper.shared().readTree(line);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
