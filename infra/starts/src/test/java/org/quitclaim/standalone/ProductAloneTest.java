package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.access.account.PublishedLogins;

/** The product as it runs with real people: without the jars of the demonstration, whatever a setting says. */
class ProductAloneTest {
    private static final Pattern LEFT_OUT =
            Pattern.compile("infra/(demo|drawn-people)/target/|/(demo|drawn-people)-[^/]*\\.jar$");

    @TempDir
    Path folder;

    private ChildProcess start(String... words) throws Exception {
        String alone = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !LEFT_OUT.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
        return ChildProcess.start(
                List.of(), alone, List.of("-Dquitclaim.demo=true"), Main.class, folder.resolve("printed"), words);
    }

    @Test
    void it_serves_without_a_published_login_and_without_a_route_of_the_demonstration() throws Exception {
        Path data = folder.resolve("data");
        try (ChildProcess server = start("up", "--port", "0", "--data", data.toString())) {
            Client visitor = Client.visitor(server.address());
            assertThat(new String(visitor.get("/login").bytes(), StandardCharsets.UTF_8))
                    .contains("password")
                    .doesNotContain("{{", "demo-");
            for (PublishedLogins.Login login :
                    Demonstration.onClassPath().orElseThrow().logins().all()) {
                assertThat(visitor.as(login.login(), login.password())
                                .get("/api/accounts/me")
                                .status())
                        .as(login.login())
                        .isEqualTo(401);
            }
            var paths = visitor.get("/openapi.json").orFail().json().path("paths");
            assertThat(StreamSupport.stream(paths.propertyNames().spliterator(), false))
                    .hasSizeGreaterThan(100)
                    .noneMatch(path -> path.contains("demo"));
            assertThat(visitor.post("/api/demo/clock", Map.of()).status()).isNotEqualTo(200);
            assertThat(Files.exists(data.resolve("demo-clock"))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "restore-drill"})
    void a_verb_of_the_demonstration_is_refused_in_a_line(String verb) throws Exception {
        Path data = folder.resolve("data");
        try (ChildProcess refused = start(verb, "--once", "--port", "0", "--data", data.toString())) {
            assertThat(refused.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(refused.process().exitValue()).isEqualTo(Main.WRONG_CALL);
            assertThat(refused.printed()).contains("./quitclaim " + verb).hasLineCount(1);
            assertThat(data).doesNotExist();
        }
    }
}
