package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Reading;
import org.quitclaim.standalone.browser.Viewport;
import tools.jackson.databind.JsonNode;

/** An auditor reads how each case was handled, and nothing else of anybody. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesTest {
    private Site site;
    private Chromium browser;

    @BeforeAll
    void start(@TempDir Path folder) {
        site = Site.over(folder);
        browser = site.browser();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    private static final String WORDS = "My name has two n, said my aunt Philomena";

    private String answered(Asked her) {
        String request = site.office()
                .visitor()
                .post(her.page() + "/rights", Map.of("right", "RECTIFICATION", "text", WORDS))
                .orFail()
                .text("requestId");
        site.office()
                .officer()
                .post(
                        "/api/rights-requests/" + request + "/answer",
                        Map.of("outcome", "CORRECTED", "text", "Done, Anna"))
                .orFail();
        return request;
    }

    @Test
    void an_auditor_reads_the_steps_of_a_case_by_keyboard_in_both_languages() {
        Asked her = site.signedUp("Anna Cases");
        String request = answered(her);
        site.logIn(Role.AUDITOR, Viewport.DESK);
        browser.open("/oversight.html");
        browser.until("the case", () -> browser.shows("cases-requests"));
        String summary = "[data-case=" + request + "] > summary";
        browser.css(summary).sendKeys(Keys.ENTER);
        browser.until("its steps", () -> browser.text().contains("rights.request-answered"));
        assertThat(browser.text())
                .contains("rights.request-received", "RECTIFICATION", "CORRECTED", "the person, or who answers")
                .doesNotContain("Anna Cases", "Philomena", "Done, Anna");
        assertThat(browser.allCss("#cases form, #cases input")).isEmpty();
        browser.click("language");
        browser.until("Dutch", () -> browser.text().contains("Zaken, en wat erin gebeurde"));
        browser.click("language");
        site.nothingWentElsewhere();
    }

    @Test
    void what_an_auditor_is_answered_names_nobody_and_changes_nothing() {
        Asked her = site.signedUp("Berta Cases");
        String request = answered(her);
        Client auditor = site.office().visitor().as(Role.AUDITOR);
        Answer replay =
                auditor.get("/api/rights-requests/" + request + "/history").orFail();
        assertThat(replay.list("steps"))
                .extracting(one -> one.path("event").asString())
                .containsExactly("rights.request-received", "rights.request-answered");
        assertThat(replay.list("steps").getFirst().path("by").asString()).isEqualTo("person");
        assertThat(replay.list("steps").getLast().path("by").asString()).startsWith("acc_");
        assertThat(replay.json().toString()).doesNotContain(her.person(), "rec_", "Berta", "Philomena");
        site.office().erase(her.person(), Map.of()).orFail();
        Rest.until("its case", () -> !cases(auditor, her).isEmpty());
        for (JsonNode one : cases(auditor, her)) {
            assertThat(auditor.get("/api/erasure-cases/"
                                    + one.path("erasureCaseId").asString() + "/history")
                            .orFail()
                            .json()
                            .toString())
                    .contains("erasure.case-opened")
                    .doesNotContain(her.person(), "rec_", "Berta");
        }
        for (String path : List.of(
                "/api/rights-requests/" + request + "/texts",
                "/api/persons/" + her.person() + "/details",
                "/api/persons/" + her.person() + "/export")) {
            assertThat(auditor.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(auditor.post("/api/names", Map.of("ids", List.of(her.person())))
                        .status())
                .isEqualTo(403);
        assertThat(auditor.post("/api/rights-requests/" + request + "/answer", Map.of("outcome", "CORRECTED"))
                        .status())
                .isEqualTo(403);
        for (Role role : List.of(Role.EDITOR, Role.PHOTOGRAPHER, Role.ADMIN)) {
            assertThat(site.office()
                            .visitor()
                            .as(role)
                            .get("/api/rights-requests/" + request + "/history")
                            .status())
                    .as(role.name())
                    .isEqualTo(403);
        }
        auditor.get("/api/rights-requests/req_" + "a".repeat(26) + "/history").isRefusal(404, "rights.unknown");
    }

    /** Every line named the system, and the order itself was nowhere in the case. */
    @Test
    void a_case_begins_with_its_order_and_who_gave_it_and_says_what_it_waits_for_in_words() {
        Asked her = site.signedUp("Clara Cases");
        site.office().erase(her.person(), Map.of()).orFail();
        Client auditor = site.office().visitor().as(Role.AUDITOR);
        Rest.until(
                "closed but for the copies outside",
                () -> cases(auditor, her).stream()
                                .filter(one -> !one.path("closedAt").isMissingNode())
                                .count()
                        >= 2);
        for (JsonNode one : cases(auditor, her)) {
            List<JsonNode> steps = auditor.get(
                            "/api/erasure-cases/" + one.path("erasureCaseId").asString() + "/history")
                    .orFail()
                    .list("steps");
            assertThat(steps.getFirst().path("event").asString()).isEqualTo("consent.erasure-ordered");
            assertThat(steps.getFirst().path("by").asString()).startsWith("acc_");
            assertThat(steps.getFirst().path("codes").toString())
                    .contains("REQUEST", one.path("scope").asString());
            assertThat(steps)
                    .filteredOn(step -> step.path("event").asString().equals("consent.erasure-ordered"))
                    .hasSize(1);
        }
        String id = cases(auditor, her).getFirst().path("erasureCaseId").asString();
        site.logIn(Role.AUDITOR, Viewport.SMALL);
        browser.open("/oversight.html");
        browser.until("the case", () -> browser.shows("cases-erasures"));
        String summary = "[data-case=" + id + "] > summary";
        assertThat(browser.css(summary).getText())
                .contains("done in the running system", "still wait for: key of older backups destroyed");
        browser.css(summary).sendKeys(Keys.ENTER);
        browser.until("its order", () -> browser.text().contains("The erasure was ordered"));
        browser.until(
                "who gave it",
                () -> browser.css("[data-case=" + id + "] li:first-child .note")
                        .getText()
                        .contains("(Compliance officer)"));
        assertThat(browser.text()).contains("Done: key destroyed", "the system, by itself");
        assertThat(new Reading(browser).widerThanTheScreen()).isEmpty();
        browser.click("language");
        browser.until("Dutch", () -> browser.css(summary).getText().contains("wachten nog op: sleutel van oudere"));
        browser.click("language");
        site.nothingWentElsewhere();
    }

    private static List<JsonNode> cases(Client auditor, Asked her) {
        return auditor.get("/api/erasure-cases?person=" + her.person()).orFail().list("items");
    }
}
