package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that may have few files open keeps enough of them for its stores, however many connections are held open. */
class FewFilesTest {
    private static final String ALLOWED = "480";

    @TempDir
    Path folder;

    @Test
    void whoever_withdraws_is_served_while_strangers_hold_more_connections_than_there_are_file_handles()
            throws Exception {
        List<String> limited = List.of("sh", "-c", "ulimit -n " + ALLOWED + " && exec \"$@\"", "few-files");
        try (ChildProcess server = ChildProcess.start(
                        limited,
                        DemoServerProcess.class,
                        folder.resolve("server"),
                        folder.resolve("data").toString());
                Strangers strangers = new Strangers(server.address())) {
            Office office = Office.at(server.address());
            Office.Asked asked =
                    office.ask(office.register("Somebody", ""), office.publishNotice(), List.of(Office.website(9)));
            office.sayYes(asked, 1).orFail();

            strangers.hold(Integer.parseInt(ALLOWED) + 200);

            office.withdraw(asked, false, List.of("WEBSITE")).orFail();
            assertThat(office.officer()
                            .get("/api/governance/room")
                            .orFail()
                            .json()
                            .path("filesAllowed")
                            .asInt())
                    .isEqualTo(Integer.parseInt(ALLOWED));
            server.end();
            assertThat(server.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(server.printed()).doesNotContain("Too many open files").doesNotContain("Exception");
        }
    }
}
