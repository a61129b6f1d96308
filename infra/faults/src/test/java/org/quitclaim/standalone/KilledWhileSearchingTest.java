package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.photo.Looked;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/** Kills the process while it looks for small faces on a photo whose upload it has answered. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "how busy one thread of another process is, only Linux tells")
class KilledWhileSearchingTest {
    /** Names of threads are cut there. */
    private static final String SEARCHING = "reconciler-sear";

    /** In hundredths of a second; the whole look takes seconds. */
    private static final long IN_THE_MIDDLE = 40;

    private static final int USER_TIME = 11;

    @TempDir
    Path folder;

    @Test
    @Requirement("R40")
    void the_photo_is_still_being_searched_after_a_restart_and_is_looked_at_to_the_end() throws Exception {
        Path data = folder.resolve("data");
        Taken photo;
        try (ChildProcess child =
                ChildProcess.start(List.of(), DemoServerProcess.class, folder.resolve("output"), data.toString())) {
            Office office = Office.at(child.address());
            String collection = office.openCollection("Stage");
            long idle = searchTime(child);
            Answer answer = office.photographer()
                    .upload(collection, "stage.png", wide())
                    .orFail();
            photo = Office.taken(answer);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(180))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> searchTime(child) > idle + IN_THE_MIDDLE);
            child.kill();
        }
        assertThat(looks(data)).as("looks that were recorded before the kill").isEqualTo(1);

        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            Answer early = office.requestPublication(photo, "https://example.org/early");
            assertThat(early.text("verdict")).isEqualTo("BLOCKED");
            office.searched(photo.photo());
            JsonNode view =
                    office.photographer().get("/api/photos/" + photo.photo()).json();
            assertThat(view.path("faces").size()).isEqualTo(2);
            assertThat(History.of(server).of(PhotoEvent.FacesDetected.class))
                    .extracting(event -> event.looked().depth())
                    .containsExactly(Looked.Depth.QUICK, Looked.Depth.THOROUGH);
        }
    }

    private static long looks(Path data) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from events where cast(payload as text) like '%smallestFacePixels%'")) {
            return row.getLong(1);
        }
    }

    /** How long the thread that looks for small faces has worked, in hundredths of a second. */
    private static long searchTime(ChildProcess child) throws IOException {
        Path tasks = Path.of("/proc", Long.toString(child.process().pid()), "task");
        try (Stream<Path> threads = Files.list(tasks)) {
            for (Path thread : threads.toList()) {
                if (Files.readString(thread.resolve("comm")).strip().equals(SEARCHING)) {
                    String[] stat = Files.readString(thread.resolve("stat"))
                            .split("\\) ")[1]
                            .split(" ");
                    return Long.parseLong(stat[USER_TIME]);
                }
            }
        }
        throw new IllegalStateException("nobody looks for small faces");
    }

    private static byte[] wide() throws IOException {
        BufferedImage stage = new BufferedImage(5_000, 3_000, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = stage.createGraphics();
        graphics.setColor(new Color(200, 205, 210));
        graphics.fillRect(0, 0, 5_000, 3_000);
        graphics.drawImage(portrait(31), 300, 500, 1_800, 1_800, null);
        graphics.drawImage(portrait(32), 4_000, 900, 120, 120, null);
        graphics.dispose();
        return Pictures.written(stage, "png");
    }

    private static BufferedImage portrait(long seed) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Pictures.portrait(seed).jpeg()));
    }
}
