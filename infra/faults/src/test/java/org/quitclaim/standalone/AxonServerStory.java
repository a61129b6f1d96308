package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product with its events on Axon Server: what holds wherever the server is from. */
abstract class AxonServerStory {
    @TempDir
    Path folder;

    final Ledger ledger = new Ledger();
    final byte[] portrait = Pictures.portrait(3).jpeg();

    /** Of a server without any events. */
    abstract String address();

    Server start(Path data) {
        return start(data, Map.of());
    }

    Server start(Path data, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("quitclaim.event-store", "axon-server");
        settings.put("axon.axonserver.servers", address());
        return Running.demo(data, settings);
    }

    Path data() {
        return folder.resolve("data");
    }

    Office office(Server server) {
        return Office.at(server.address());
    }

    void check(Server server) throws Exception {
        new Aftermath(server, data(), ledger).check();
    }

    Story prepared(Server server) {
        Office office = office(server);
        office.recordDpia("DPIA");
        return Story.at(office, ledger, portrait);
    }

    @Test
    void theWholeStoryIsToldAndThereAfterARestartAndAfterARestore() throws Exception {
        try (Server server = start(data())) {
            Story story = prepared(server);
            story.tellAll();
            story.tell();
            story.tellWithFaceprint();
        }
        Path backup = folder.resolve("backup");
        try (Server server = start(data())) {
            check(server);
            assertThat(said("backup", backup.toString(), "--data", data().toString()))
                    .contains("without the events")
                    .contains("The events are NOT in it: they are on Axon Server.");
        }
        Files.move(data(), folder.resolve("lost"));
        assertThat(said("restore", backup.toString(), "--data", data().toString()))
                .contains("The events are NOT in it: before the next start set Axon Server back");
        try (Server server = start(data())) {
            check(server);
        }
    }

    /** With the setting that the server has: where there is no history in the folder, a backup asks for it. */
    private static String said(String... arguments) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setProperty("quitclaim.event-store", "axon-server");
        int exit;
        try {
            exit = Main.run(List.of(arguments), new Console(out, out));
        } finally {
            System.clearProperty("quitclaim.event-store");
        }
        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(text).isZero();
        return text;
    }
}
