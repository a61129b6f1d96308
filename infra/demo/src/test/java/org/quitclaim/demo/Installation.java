package org.quitclaim.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The launcher in a folder of its own, between a java that only says how it was called and a Maven that only leaves an
 * application behind, and beside it what the tests of other modules need.
 */
record Installation(Path root) {
    private static final String HELP = "infra/standalone/help.txt";
    private static final String JAVA = "#!/bin/sh\necho \"java $*\"\necho \"LC_ALL=$LC_ALL\"\n";
    private static final String MAVEN = """
            #!/bin/sh
            echo run >>"%1$s/maven-runs"
            sleep 0.5
            mkdir -p "%1$s/infra/standalone/target/lib"
            touch "%1$s/infra/standalone/target/standalone-2.jar" "%1$s/infra/standalone/target/standalone-2-tests.jar"
            mkdir -p "%1$s/infra/demo/target/lib"
            touch "%1$s/infra/demo/target/demo-2.jar"
            """;

    static Installation in(Path root) throws IOException {
        Installation here = new Installation(root);
        Files.copy(Path.of(System.getProperty("quitclaim.root"), "quitclaim"), root.resolve("quitclaim"));
        here.file(HELP, Files.readString(Path.of(System.getProperty("quitclaim.root"), HELP)));
        here.program("jdk/bin/java", JAVA);
        here.program("jdk/bin/javac", JAVA);
        here.program("bin/mvn", MAVEN.formatted(root));
        here.program("bin/npm", JAVA);
        Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        here.file("infra/model-pack/target/model-pack/pack", "");
        return here;
    }

    /** An application that was built, and needs no preparation. */
    Installation built(String version) throws IOException {
        file("infra/standalone/target/standalone-" + version + ".jar", "");
        file("infra/standalone/target/standalone-" + version + "-tests.jar", "");
        file("infra/standalone/target/lib/some.jar", "");
        file("infra/demo/target/demo-" + version + ".jar", "");
        file("infra/demo/target/lib/drawn.jar", "");
        Files.setLastModifiedTime(
                file("target/quitclaim.aot", ""), FileTime.from(Instant.now().plusSeconds(60)));
        return this;
    }

    Path file(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private void program(String name, String script) throws IOException {
        Files.setPosixFilePermissions(file(name, script), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    int mavenRuns() throws IOException {
        Path runs = root.resolve("maven-runs");
        return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
    }

    /** In an environment with nothing but these settings, as a bare container has it. */
    LauncherTest.Said run(List<String> settings, String... words) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "-i", "JAVA_HOME=" + root.resolve("jdk")));
        command.add("PATH=" + root.resolve("bin") + ":/usr/bin:/bin");
        command.addAll(settings);
        command.addAll(List.of("bash", root.resolve("quitclaim").toString()));
        command.addAll(List.of(words));
        try {
            Process launcher =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new LauncherTest.Said(launcher.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
