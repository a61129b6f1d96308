package org.quitclaim.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code up} in a process of its own, with the memory that the launcher gives it. */
final class ServerProcess implements AutoCloseable {
    private static final List<String> AS_LAUNCHED = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:ReservedCodeCacheSize=96m",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true");
    private static final Pattern READY = Pattern.compile("ready at (http://\\S+)");

    private final Process process;
    private final URI address;
    private final long nanosToReady;

    private ServerProcess(Process process, URI address, long nanosToReady) {
        this.process = process;
        this.address = address;
        this.nanosToReady = nanosToReady;
    }

    static ServerProcess start(Path data, Path models) throws IOException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command(data, models))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
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

    private static List<String> command(Path data, Path models) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(AS_LAUNCHED);
        command.add("-Dquitclaim.models=" + models);
        command.add("-Dquitclaim.demo=true"); // for accounts with known passwords
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.quitclaim.standalone.Main"));
        command.addAll(List.of("up", "--data", data.toString(), "--port", "0"));
        return command;
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
