package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.quitclaim.eventstore.DiskReserve;
import org.quitclaim.eventstore.DiskReserve.Standing.Level;
import org.quitclaim.mongo.embedded.EmbeddedMongo;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.backup.Backup;
import org.quitclaim.vault.backup.BackupRefused;
import org.quitclaim.vault.embedded.VaultFolders;

/** Runs where the disk is small: fills it, and lives on it. */
final class FullDiskStory {
    private static final int MEBIBYTE = 1 << 20;
    private static final Map<String, Object> SETTINGS =
            Map.of("quitclaim.disk.reserve", "32MB", "quitclaim.disk.low", "48MB");

    private final Path disk;
    private final Path neighbour;

    private final Path output;

    private FullDiskStory(Path disk, Path output) {
        this.disk = disk;
        this.output = output;
        this.neighbour = disk.resolve("neighbour");
    }

    public static void main(String[] arguments) throws Exception {
        try {
            new FullDiskStory(Path.of(arguments[0]), Path.of(arguments[1])).tell();
            System.exit(0);
        } catch (Throwable e) {
            // a server that still runs would keep the process alive
            System.out.println(e + " " + List.of(e.getStackTrace()));
            System.exit(1);
        }
    }

    private record People(Asked withdraws, Asked refuses, Asked agrees, Asked objects, Asked erased, Asked later) {}

    private void tell() throws Exception {
        People people;
        Taken photo;
        try (Server server = start()) {
            Office office = Office.at(server.address());
            String notice = office.publishNotice();
            people = new People(
                    granted(office, notice),
                    asked(office, notice),
                    asked(office, notice),
                    granted(office, notice),
                    granted(office, notice),
                    granted(office, notice));
            String collection = office.openCollection("Before");
            photo = office.take(collection, "before.jpg", Pictures.another(Pictures.sky(), 1));
            Rest.await(server);
            Rest.until(
                    "the reserve is filled",
                    () -> standing(server).reserve() == standing(server).wholeReserve());

            fillTo(server, 40);
            Rest.until("the operator is told", () -> Files.readString(output).contains("data folder is low"));
            whatCanWaitIsRefused(office, people, photo, collection);
            aBackupIsRefused();

            fillTo(server, 0);
            assertThat(standing(server).free()).isLessThan(MEBIBYTE);
            whatAPersonMayDemandIsRecorded(server, office, people);
            whatCanWaitIsRefused(office, people, photo, collection);
            assertThat(room(office).path("lacking").toString()).contains("server.disk-full");
            // whatever a stop leaves free is taken as well
            fillTo(server, 0);
        }
        try (Server server = start()) {
            Office office = Office.at(server.address());
            office.withdraw(people.later(), false, List.of("WEBSITE")).orFail();

            Files.delete(neighbour);
            Rest.until("there is room again", () -> standing(server).level() == Level.ENOUGH);
            Rest.until(
                    "the reserve is whole",
                    () -> standing(server).reserve() == standing(server).wholeReserve());
            assertThat(room(office).path("lacking").isEmpty()).isTrue();
            office.take(office.openCollection("After"), "after.jpg", Pictures.another(Pictures.sky(), 2));
            office.sayYes(people.agrees(), 1).orFail();
            Rest.awaitButFor(server, "REQUEST");
            whatANeighbourBrokeGoesOnOnceThereIsRoom(server, office, people, photo);
        }
    }

    /** It takes what the reserve gave up as well, so that whatever is written beside the history fails. */
    private void whatANeighbourBrokeGoesOnOnceThereIsRoom(Server server, Office office, People people, Taken photo)
            throws Exception {
        EmbeddedMongo readModels = server.bean(EmbeddedMongo.class);
        Rest.until("what the screens show is broken", () -> {
            fillTo(server, 0);
            office.withdraw(people.agrees(), false, List.of("WEBSITE"));
            return standing(server).reserve() == 0 && readModels.broken();
        });

        Files.delete(neighbour);
        Rest.until("there is room again", () -> standing(server).level() == Level.ENOUGH);
        office.erase(people.refuses().person(), Map.of()).orFail();
        Rest.until(
                "the screens are made anew",
                () -> !readModels.broken()
                        && office.editor().get("/api/photos/" + photo.photo()).ok());
        office.take(office.openCollection("Long after"), "long-after.jpg", Pictures.another(Pictures.sky(), 4));
        Rest.awaitButFor(server, "REQUEST");
    }

    private Server start() {
        return Running.demo(disk.resolve("data"), SETTINGS);
    }

    private static tools.jackson.databind.JsonNode room(Office office) {
        return office.officer().get("/api/governance/room").orFail().json();
    }

    private static DiskReserve.Standing standing(Server server) {
        return server.bean(DiskReserve.class).standing();
    }

    private static Asked asked(Office office, String notice) {
        return office.ask(office.register("Somebody", ""), notice, List.of(Office.website(9)));
    }

    private static Asked granted(Office office, String notice) {
        Asked asked = asked(office, notice);
        office.sayYes(asked, 1).orFail();
        return asked;
    }

    private static void whatCanWaitIsRefused(Office office, People people, Taken photo, String collection) {
        refused(office.photographer().upload(collection, "wide.jpg", Pictures.another(Pictures.sky(), 3)));
        refused(office.editor().get("/api/photos/" + photo.photo() + "/preview"));
        refused(office.requestPublication(photo, "https://lindeveld.example/page"));
        refused(office.officer().get("/api/persons/" + people.later().person() + "/export"));
        refused(office.sayYes(people.agrees(), 1));
        refused(office.officer()
                .post("/api/persons", Map.of("name", "New", "capacity", "VISITOR", "ageGroup", "ADULT")));
    }

    private void aBackupIsRefused() {
        VaultFolders folders = VaultFolders.of(disk.resolve("data"));
        assertThatThrownBy(() -> new Backup(folders, Clock.systemUTC(), 48L * MEBIBYTE)
                        .take(disk.resolve("backup"), Backup.Events.IN_THE_FOLDER, progress -> {}))
                .isInstanceOfSatisfying(
                        BackupRefused.class, why -> assertThat(why.code()).isEqualTo("backup.no-room"));
        assertThat(disk.resolve("backup")).doesNotExist();
    }

    private static void refused(Answer answer) {
        answer.isRefusal(507, "server.disk-full");
        assertThat(answer.text("detail")).contains("disk");
    }

    private static void whatAPersonMayDemandIsRecorded(Server server, Office office, People people) {
        office.visitor().get(people.withdraws().page()).orFail();
        office.withdraw(people.withdraws(), false, List.of("WEBSITE")).orFail();
        office.visitor()
                .post(
                        people.refuses().page() + "/answers",
                        Map.of(
                                "language",
                                "en",
                                "confirmed",
                                true,
                                "answers",
                                List.of(no()),
                                "representatives",
                                List.of()))
                .orFail();
        office.visitor()
                .post(people.objects().page() + "/rights", Map.of("right", "RESTRICTION", "text", "Not now, please."))
                .orFail();
        office.erase(people.erased().person(), Map.of()).orFail();
        // her request waits for an officer
        Rest.awaitButFor(server, "REQUEST");
    }

    private static Map<String, Object> no() {
        return Map.of("ask", 0, "granted", false);
    }

    /** Another program on the same disk takes all but so much of it, a last byte if that is nothing. */
    private void fillTo(Server server, int mebibytes) throws IOException {
        byte[] much = new byte[MEBIBYTE];
        try (OutputStream file =
                Files.newOutputStream(neighbour, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (standing(server).free() > (long) mebibytes * MEBIBYTE) {
                file.write(much);
            }
            for (int size = MEBIBYTE; mebibytes == 0 && size > 0; size /= 2) {
                file.write(much, 0, size);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }
}
