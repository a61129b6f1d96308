package org.quitclaim.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./quitclaim up}, which replaces itself by the server, so that its process is the server's. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready at (http://\\S+)");

    private final Process process;
    private final URI address;
    private final long nanosToReady;

    private ServerProcess(Process process, URI address, long nanosToReady) {
        this.process = process;
        this.address = address;
        this.nanosToReady = nanosToReady;
    }

    static ServerProcess start(Path data) throws IOException {
        long start = System.nanoTime();
        ProcessBuilder launcher = new ProcessBuilder("./quitclaim", "up", "--data", data.toString(), "--port", "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = launcher.start();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                long took = System.nanoTime() - start;
                return new ServerProcess(process, URI.create(ready.group(1)), took);
            }
        }
        throw new IOException("the server ended before it was ready");
    }

    URI address() {
        return address;
    }

    long nanosToReady() {
        return nanosToReady;
    }

    /** A memory figure of the operating system in KiB, such as {@code VmRSS}. */
    long kibibytes(String what) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(what + ":"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IOException("the system does not tell " + what));
    }

    /** Time on a processor since the start; unlike a latency it hardly depends on what else the machine does. */
    Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
