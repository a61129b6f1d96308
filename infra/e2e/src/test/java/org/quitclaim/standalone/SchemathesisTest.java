package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.access.Role;

/**
 * Somebody else's checker reads the description of the interface and sends what it makes of it, as each role and as nobody;
 * whatever is answered has to be as described: its status, its type of content and its shape.
 * Needs {@code target/schemathesis}, a virtual environment that the build server makes; skipped without it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemathesisTest {
    private static final Path CHECKER =
            Path.of(System.getProperty("quitclaim.root", "../.."), "target/schemathesis/bin/schemathesis");
    /** Answers that never end, and what would take the login of the tests away. */
    private static final List<String> LEFT_OUT = List.of("/api/live", "/api/accounts/me/password", "/login", "/logout");

    private static final String NOBODY = "";

    private Server server;

    @BeforeAll
    void start(@TempDir Path folder) {
        Assumptions.assumeTrue(
                Files.isExecutable(CHECKER),
                "there is no schemathesis; python3 -m venv target/schemathesis makes room for it");
        server = Running.demo(folder.resolve("data"));
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, "PHOTOGRAPHER", "EDITOR", "COMPLIANCE_OFFICER", "AUDITOR", "ADMIN"})
    void everyRequestThatTheDescriptionAllowsOrForbidsIsAnsweredAsDescribed(String role, @TempDir Path folder)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                CHECKER.toAbsolutePath().toString(),
                "run",
                server.address() + "/openapi.json",
                "--checks=not_a_server_error,status_code_conformance,content_type_conformance,"
                        + "response_schema_conformance,response_headers_conformance"
                        // a stranger is not told which methods there are
                        + (role.equals(NOBODY) ? "" : ",unsupported_method"),
                "--phases=coverage,fuzzing",
                "--max-examples=4",
                "--max-time=9",
                "--generation-deterministic",
                "--no-shrink",
                "--warnings=off",
                "--no-color"));
        LEFT_OUT.forEach(path -> command.add("--exclude-path=" + path));
        if (!role.equals(NOBODY)) {
            Client.visitor(server.address())
                    .as(Role.valueOf(role))
                    .identity()
                    .forEach((name, value) -> command.add("--header=" + name + ":" + value));
        }
        Path said = folder.resolve("said");
        Process checker = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(checker.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(checker.exitValue()).as(() -> read(said)).isZero();
        } finally {
            checker.destroyForcibly();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
