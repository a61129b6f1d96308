package org.quitclaim.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quitclaim.demo.DemoLogins.Login;
import tools.jackson.databind.JsonNode;

class StoryTest {
    private static final Login ANYBODY = new Login("anybody", "a password");
    private static final DemoLogins LOGINS = new DemoLogins(ANYBODY, ANYBODY, ANYBODY, ANYBODY, ANYBODY, ANYBODY);

    @Test
    void checksAreNumberedWithoutGapsAndThereAreEnough() {
        assertThat(Arrays.stream(Check.values()).map(Check::name))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, Check.values().length)
                        .mapToObj("D%02d"::formatted)
                        .toList())
                .hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void theNoticeHasTenSectionsInEachOfTwoLanguages() {
        for (JsonNode text : NoticeText.complete().path("texts")) {
            assertThat(text.path("sections").propertyNames()).hasSize(10);
            assertThat(text.path("sections").values())
                    .allSatisfy(section -> assertThat(section.asString()).hasSizeGreaterThan(80));
        }
        assertThat(NoticeText.complete().path("texts").findValuesAsString("language"))
                .containsExactly("en", "nl");
        assertThat(NoticeText.withoutComplaint().toString()).doesNotContain("COMPLAINT");
    }

    @Test
    void everyPhotoOfTheStoryIsDrawn() {
        EnumSet.allOf(Shot.class)
                .forEach(shot -> assertThat(shot.scene().figures()).hasSameSizeAs(shot.cast()));
    }

    @Test
    void aServerThatRefusesEverythingFailsEveryCheckAndTheStoryIsStillToldToItsEnd() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
        try {
            URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            DemoResult result = DemoStory.run(base, LOGINS, new PrintStream(printed, true, StandardCharsets.UTF_8));
            assertThat(result.passed()).isZero();
            assertThat(result.failed()).isEqualTo(Check.values().length);
        } finally {
            server.stop(0);
        }
        Set<String> reported = new TreeSet<>();
        printed.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.matches(" +D\\d\\d FAILED.*"))
                .forEach(line ->
                        assertThat(reported.add(line.strip().substring(0, 3))).isTrue());
        assertThat(reported).hasSize(Check.values().length);
    }

    @Test
    void aLoginNeverShowsItsPassword() {
        assertThat(ANYBODY.toString() + LOGINS).contains("anybody").doesNotContain("a password");
    }

    @Test
    void anUploadIsAMultipartFormWithTheFileLast() {
        Upload upload = new Upload("a.jpg", new byte[] {1, 2}, Map.of("collectionId", "col_1"), "edge");

        assertThat(upload.contentType()).isEqualTo("multipart/form-data; boundary=edge");
        assertThat(upload.body().contentLength())
                .isEqualTo(("--edge\r\nContent-Disposition: form-data; name=\"collectionId\"\r\n\r\ncol_1\r\n"
                                + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                                + "Content-Type: image/jpeg\r\n\r\n..\r\n--edge--\r\n")
                        .length());
    }
}
