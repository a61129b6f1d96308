package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;

/** What a link still asks for when its person was erased, and how much anybody may write. */
@Requirement("R48")
class ErasedRightsTest {
    @Test
    void of_whom_nothing_is_left_nothing_can_be_restricted_corrected_or_taken_along(@TempDir Path folder) {
        try (Server server = Running.demo(folder.resolve("data"))) {
            Office office = Office.at(server.address());
            Asked her =
                    office.ask(office.register("Somebody", ""), office.publishNotice(), List.of(Office.website(90)));
            office.sayYes(her, 1).orFail();
            String rights = her.page() + "/rights";
            for (String path : List.of(rights, "/api/persons/" + her.person() + "/rights-requests")) {
                Client asks = path.equals(rights) ? office.visitor() : office.officer();
                asks.post(path, Map.of("right", "ACCESS", "text", "x".repeat(20_001)))
                        .isRefusal(422, "request.too-long");
            }
            String request = office.visitor()
                    .post(rights, Map.of("right", "ACCESS", "text", "Everything, please."))
                    .orFail()
                    .text("requestId");
            for (String how : List.of("answer", "refusal")) {
                office.officer()
                        .post(
                                "/api/rights-requests/" + request + '/' + how,
                                Map.of(
                                        how.equals("answer") ? "outcome" : "reason",
                                        how.equals("answer") ? "DATA_PROVIDED" : "EXCESSIVE",
                                        "text",
                                        "x".repeat(20_001)))
                        .isRefusal(422, "request.too-long");
            }

            office.erase(her.person(), Map.of()).orFail();
            for (String right : List.of("RESTRICTION", "LIFTING", "RECTIFICATION", "PORTABILITY")) {
                office.visitor().post(rights, Map.of("right", right)).isRefusal(409, "rights.nothing-left");
            }
            assertThat(office.visitor().get(rights).orFail().json().path("requests"))
                    .hasSize(1);
        }
    }
}
