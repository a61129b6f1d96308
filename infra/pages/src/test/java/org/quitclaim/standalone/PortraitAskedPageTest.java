package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.consent.ConsentCommand.RetireFaceprints;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Viewport;

/** Of whom a portrait has to be asked for after another model pack, done in a real browser against the whole server. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortraitAskedPageTest {
    private static final byte[] FACE = Pictures.portrait(21).jpeg();

    private Site site;
    private Chromium browser;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        site = Site.over(temporary.resolve("site"));
        browser = site.browser();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @AfterEach
    void nothingWentElsewhere() {
        site.nothingWentElsewhere();
    }

    @Test
    void an_editor_sees_who_needs_a_portrait_and_enrols_by_one_and_an_officer_pauses() throws IOException {
        withoutFaceprint();
        Path file = Files.write(folder.resolve("portrait.jpg"), FACE);
        site.logIn(Role.EDITOR, Viewport.DESK);
        browser.open("/oversight.html");
        browser.until(
                "the name",
                () -> browser.css(Chromium.selector("portrait-needed"))
                        .getText()
                        .contains("Somebody Anew"));
        assertThat(browser.shows("reenrolment-switch")).isFalse();
        browser.css(Chromium.selector("portrait-file")).sendKeys(file.toString());
        browser.click("portrait-send");
        browser.until("nobody to be left", () -> !browser.shows("portrait-needed"));
        assertThat(office().editor()
                        .get("/api/governance/re-enrolment")
                        .orFail()
                        .json()
                        .path("enrolled")
                        .asInt())
                .isEqualTo(1);

        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.open("/oversight.html");
        browser.click("reenrolment-switch");
        browser.until("it to be paused", () -> browser.shows("reenrolment-paused"));
        browser.click("reenrolment-switch");
        browser.until("it to go on", () -> !browser.shows("reenrolment-paused"));
    }

    /** As if another pack had been in force when she was enrolled. */
    private void withoutFaceprint() {
        Office office = office();
        office.recordDpia("DPIA 2026-9");
        Asked asked = office.ask(
                office.register("Somebody Anew", "anew@example.org"),
                office.publishNotice(),
                List.of(Office.recognition(300)));
        office.sayYes(asked, 1).orFail();
        office.editor()
                .put(
                        "/api/collections/" + office.openCollection("Her shoot") + "/participants",
                        Map.of("add", List.of(asked.person()), "remove", List.of()))
                .orFail();
        office.officer()
                .uploadTo("/api/persons/" + asked.person() + "/faceprint", "", "portrait.jpg", FACE)
                .orFail();
        site.server()
                .bean(Commands.class)
                .send(
                        new RetireFaceprints(new PersonId(asked.person()), 1, "another/1/0123456789"),
                        Origin.system("re-enrolment"));
    }

    private Office office() {
        return Office.at(site.server().address());
    }
}
