package org.quitclaim.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quitclaim in a process of its own, which a test may kill; everything it prints goes to a file. */
record ChildProcess(Process process, Path output) implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready at (http://\\S+)");
    private static final Duration START = Duration.ofMinutes(2);

    /** Runs {@code main} with these words before the Java command, for instance a tracer. */
    static ChildProcess start(List<String> before, Class<?> main, Path output, String... arguments) throws IOException {
        return start(before, System.getProperty("java.class.path"), List.of(), main, output, arguments);
    }

    /** With this class path, and further options for Java. */
    static ChildProcess start(
            List<String> before,
            String classPath,
            List<String> options,
            Class<?> main,
            Path output,
            String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + Files.createDirectories(temporary(output)),
                "-Dquitclaim.models=" + System.getProperty("quitclaim.models"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // not on the command line, which would then be so long that ONNX Runtime's telemetry dies of it, unseen
        builder.environment().put("CLASSPATH", classPath);
        return new ChildProcess(builder.start(), output);
    }

    /** Where the process of this output puts what it calls temporary. */
    static Path temporary(Path output) {
        return output.resolveSibling(output.getFileName() + "-temporary");
    }

    /** Where it serves, once it does. */
    URI address() {
        await().atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> ready().isPresent() || !process.isAlive());
        return ready().orElseThrow(() -> new IllegalStateException("the process did not start: " + printed()));
    }

    Optional<URI> ready() {
        Matcher line = READY.matcher(printed());
        return line.find() ? Optional.of(URI.create(line.group(1))) : Optional.empty();
    }

    String printed() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code kill -9}: nothing in the process gets to run any more. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, and waits until it has. */
    void end() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
