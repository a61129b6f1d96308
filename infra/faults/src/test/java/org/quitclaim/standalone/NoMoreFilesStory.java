package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs where the disk holds few files: makes as many as it can, and lives on it. */
final class NoMoreFilesStory {
    private final Path disk;
    private final Path neighbour;

    private NoMoreFilesStory(Path disk) {
        this.disk = disk;
        this.neighbour = disk.resolve("neighbour");
    }

    public static void main(String[] arguments) {
        try {
            new NoMoreFilesStory(Path.of(arguments[0])).tell();
            System.exit(0);
        } catch (Throwable e) {
            // a server that still runs would keep the process alive
            System.out.println(e + " " + List.of(e.getStackTrace()));
            System.exit(1);
        }
    }

    private void tell() throws Exception {
        Files.createDirectory(neighbour);
        try (Server server = Running.demo(
                disk.resolve("data"), Map.of("quitclaim.disk.reserve", "16MB", "quitclaim.disk.low", "32MB"))) {
            Office office = Office.at(server.address());
            Office.Asked asked =
                    office.ask(office.register("Somebody", ""), office.publishNotice(), List.of(Office.website(9)));
            office.sayYes(asked, 1).orFail();
            String collection = office.openCollection("A shoot");
            Rest.await(server);

            makeAllThatCanBeMade();
            // before anybody tried, and once the server found out by itself
            refused(office.photographer().upload(collection, "one.jpg", Pictures.another(Pictures.sky(), 1)));
            Rest.until("the operator is told", () -> lacking(office).contains("server.no-room-for-files"));
            refused(office.photographer().upload(collection, "two.jpg", Pictures.another(Pictures.sky(), 2)));
            office.withdraw(asked, false, List.of("WEBSITE")).orFail();

            deleteThem();
            Rest.until("there is room again", () -> lacking(office).equals("[]"));
            office.take(collection, "three.jpg", Pictures.another(Pictures.sky(), 3));
        }
    }

    private static void refused(Answer answer) {
        answer.isRefusal(507, "server.no-room-for-files");
        assertThat(answer.text("detail")).contains("df -i", "Withdrawals");
    }

    private static String lacking(Office office) {
        return office.officer()
                .get("/api/governance/room")
                .orFail()
                .json()
                .path("lacking")
                .toString();
    }

    private void makeAllThatCanBeMade() {
        try {
            for (int file = 0; ; file++) {
                Files.createFile(neighbour.resolve(Integer.toString(file)));
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private void deleteThem() throws IOException {
        try (Stream<Path> files = Files.list(neighbour)) {
            files.forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
