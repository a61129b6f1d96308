package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.mongo.embedded.BreakStore;
import org.quitclaim.mongo.embedded.EmbeddedMongo;
import org.quitclaim.standalone.Office.Asked;

/** While the read models are broken and nothing can mend them: screens say why, and what a person demands goes on. */
class BrokenScreensTest {
    private static final List<String> SCREENS = List.of("/api/persons", "/api/photos");

    @TempDir
    Path folder;

    @Test
    @Requirement("R18")
    void screensNameWhatRanOutAndAWithdrawalIsRecorded() {
        Path data = folder.resolve("data");
        String page;
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            office.openCollection("Summer");
            Asked her = office.ask(
                    office.register("Somebody", "somebody@example.org"),
                    office.publishNotice(),
                    List.of(Office.website(30)));
            office.sayYes(her, 1).orFail();
            page = her.page();
            Rest.await(server);
        }
        // all the room of any disk is too little, so nothing is made anew meanwhile
        try (Server server = new Server(Running.application(Running.options(data))
                .properties(Map.of("quitclaim.disk.low", "1000000GB"))
                .run())) {
            Office office = Office.at(server.address());
            BreakStore.of(server.bean(EmbeddedMongo.class));

            for (String screen : SCREENS) {
                Answer refused = office.officer().get(screen);
                refused.isRefusal(503, "screens.disk-full");
                assertThat(refused.text("detail")).contains("the disk of this server is full");
            }
            office.visitor()
                    .post(page + "/withdrawals", Map.of("recognition", false, "channels", List.of("WEBSITE")))
                    .orFail();
        }
    }
}
