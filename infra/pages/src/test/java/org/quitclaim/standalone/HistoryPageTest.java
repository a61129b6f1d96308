package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.restore.Telling;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.access.AccountCommand.EndPassword;
import org.quitclaim.domain.access.TokenCommand.DoubtToken;
import org.quitclaim.domain.governance.GovernanceCommand.DoubtHistory;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Reading;
import org.quitclaim.standalone.browser.Viewport;

/** After a restore that lacks nos, and while the backup target is away: read and settled in a real browser. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryPageTest {
    private static final String PATH = "/oversight.html";
    private static final String HISTORY = "/api/governance/history";

    private Path folder;
    private Site site;
    private Chromium browser;

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        site = Site.over(folder);
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
    void anOfficerConfirmsAPersonByKeyboardAndAcceptsTheGapForTheOthers() {
        site.signedUp("Fiona Byrne");
        Asked pieter = site.signedUp("Pieter Voorbeeldsen");
        Asked nadia = site.asked("Nadia Voorbeeldsen");
        browser.open(Site.page(pieter));
        browser.clickCss(Chromium.selector("rights") + " > summary");
        browser.find("download");
        restoredWithoutLedger();
        browser.click("download");
        browser.until("to read why there is no file", () -> browser.text().contains("whether this link was ended"));
        takesEverythingBackUnseen(pieter);
        takesEverythingBackUnseen(nadia);

        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.PHONE);
        browser.open(PATH);
        browser.find("waiting");
        readable();

        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.tabTo("oversight");
        browser.press(Keys.ENTER);
        says("history-standing", "may lack something");
        says("doubt", "a no may be missing");
        says("waiting", "Fiona Byrne");
        int waiting = browser.all("waits").size();
        String first = browser.attribute("waits", "data-person");
        browser.tabTo("known-how");
        browser.press("Asked by phone.");
        browser.press(Keys.ENTER);
        browser.until(
                "to see that one was confirmed", () -> browser.all("waits").size() == waiting - 1);
        assertThat(browser.attribute("waits", "data-person")).isNotEqualTo(first);
        assertThat(browser.focused().getText()).contains("History and restore");
        assertThat(confirmed()).containsExactly(first);

        browser.click("language");
        says("history-standing", "kan iets ontbreken");
        browser.clickCss(Chromium.selector("doubt-reason") + " option[value=NO_BACKUP]");
        browser.type(Chromium.selector("doubt-why"), "Iedereen is aangeschreven.");
        browser.click("doubt-accept");
        browser.click("sure-no");
        browser.until("the dialog to close", () -> !browser.shows("sure"));
        says("history-standing", "kan iets ontbreken");
        browser.click("doubt-accept");
        browser.tabTo("sure-yes");
        browser.press(Keys.ENTER);
        says("history-standing", "is niet heel");
        says("history", "er kan een nee ontbreken");
        says("history", "Geen back-up bevat wat ontbreekt");
        says("loss", "door " + login(Role.COMPLIANCE_OFFICER));
        says("ledger-standing", "dat bij een eerder herstel verloren ging");
        assertThat(browser.allCss("#history .GREEN, #ledger .GREEN")).isEmpty();
        assertThat(browser.all("doubt")).isEmpty();
        assertThat(browser.all("waiting")).isEmpty();
        String account = site.office()
                .officer()
                .get(HISTORY)
                .orFail()
                .list("accepted")
                .getFirst()
                .path("by")
                .asString();
        assertThat(account).startsWith("acc_");
        site.logIn(Role.ADMIN, Viewport.DESK);
        browser.open(PATH);
        says("loss", account);
    }

    private static String login(Role role) {
        return Running.login(role).login();
    }

    @Test
    void whatTheLedgerLacksIsSaidToWhoeverHasToMendIt() throws Exception {
        Path target = folder.resolve("data-backup");
        Path away = folder.resolve("away");
        Telling telling = site.server().bean(Telling.class);
        site.logIn(Role.ADMIN, Viewport.DESK);
        browser.open(PATH);
        says("ledger-standing", "every no");
        assertThat(browser.all("waiting")).isEmpty();
        assertThat(browser.shows("dpia")).isFalse();

        Files.move(target, away);
        Files.createFile(target);
        site.office()
                .withdraw(site.signedUp("Ada Voorbeeldsen"), false, List.of("WEBSITE"))
                .orFail();
        telling.wake();
        browser.until("it is an alarm", () -> telling.behind().isPresent());
        browser.open(PATH);
        says("ledger-standing", "has lacked");
        says("ledger", "makes the target reachable");

        Files.delete(target);
        Files.move(away, target);
        telling.wake();
        browser.until("it is over", () -> telling.behind().isEmpty());
        browser.open(PATH);
        says("ledger-standing", "every no");
    }

    @Test
    void whoseAccessWaitsIsLetInAgainByTwoPeopleAndReadsItInBothLanguages() {
        String account = site.office().newcomer("waits-for-access", Role.EDITOR).account();
        Client admin = Client.visitor(site.server().address()).as(Role.ADMIN);
        String token = admin.post(
                        "/api/service-tokens",
                        Map.of("name", "cms", "scopes", List.of("PUBLISH"), "roles", List.of(), "ends", until()))
                .orFail()
                .text("tokenId");
        restored(new EndPassword(new AccountId(account)));
        restored(new DoubtToken(new TokenId(token)));

        site.logIn(Role.ADMIN, Viewport.PHONE);
        browser.open(PATH);
        says("access-account", "waits-for-access");
        readable();
        site.logIn(Role.ADMIN, Viewport.DESK);
        browser.open(PATH);
        says("access-standing", "opens nothing until it is granted anew");
        says("access-token", "say that it was published");
        browser.open("/accounts.html");
        says("account", "nobody can tell whether it ended meanwhile");
        says("token", "nobody can tell whether it ended meanwhile");
        assertThat(browser.text()).doesNotContain("accounts.", "IN_DOUBT");
        assertThat(browser.allCss("[data-login=waits-for-access] [data-testid=new-password]"))
                .hasSize(1);
        assertThat(browser.shows("confirm-token")).isTrue();
        browser.open(PATH);
        browser.tabTo("access-confirm");
        browser.press(Keys.ENTER);
        browser.until(
                "the token to wait no longer", () -> browser.all("access-token").isEmpty());
        assertThat(browser.find("access-account").getText()).contains("Editor").doesNotContain("EDITOR");
        assertThat(browser.find("access-reset").getAccessibleName()).contains("waits-for-access");
        browser.click("access-reset");
        says("access-secret", "First half");
        assertThat(browser.shows("access-reset"))
                .as("a second press would take its place")
                .isFalse();

        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.open(PATH);
        browser.click("language");
        says("access-standing", "opent toegang van daarvoor niets");
        browser.click("access-agree");
        says("access-secret", "Tweede helft");
        browser.open(PATH);
        says("access-standing", "Niemand wacht");
        browser.click("language");
    }

    /** Her link may have gone to somebody else: it shows nothing, and takes back. */
    private void takesEverythingBackUnseen(Asked person) {
        browser.open(person.page().replaceFirst("^/api", ""));
        says("closed", "cannot be opened");
        assertThat(browser.all("grant-WEBSITE")).isEmpty();
        readable();
        browser.tabTo("withdraw-all");
        browser.press(Keys.ENTER);
        says("withdrawn", "Taken back");
        browser.tabTo("ask-RESTRICTION");
        browser.press(Keys.ENTER);
        says("asked", "arrived");
        assertThat(site.office()
                        .officer()
                        .get("/api/rights-requests?person=" + person.person())
                        .orFail()
                        .list("items"))
                .extracting(one -> one.path("right").asString())
                .contains("RESTRICTION");
    }

    private void restored(DomainCommand command) {
        site.server().bean(Commands.class).send(command, Origin.system("restore"));
    }

    private static String until() {
        return Office.today(30) + "T00:00:00Z";
    }

    /** What a start finds after a restore whose ledger nobody has; that it does is shown by the tests of restores. */
    private void restoredWithoutLedger() {
        Doubt gap = new Doubt.NosMissing(Doubt.NosMissing.Cause.ABSENT, Instant.now());
        site.server()
                .bean(Commands.class)
                .send(
                        new DoubtHistory(site.server().bean(Installation.class).id(), gap),
                        Origin.system("history-check"));
    }

    private List<String> confirmed() {
        return site.office().officer().get(HISTORY).orFail().list("confirmedPersons").stream()
                .map(one -> one.asString())
                .toList();
    }

    private void readable() {
        Reading reading = new Reading(browser);
        SoftAssertions softly = new SoftAssertions();
        for (String scheme : new String[] {"light", "dark"}) {
            browser.colours(scheme);
            softly.assertThat(reading.poorContrast()).as(scheme).isEmpty();
        }
        softly.assertThat(reading.nameless()).isEmpty();
        softly.assertThat(reading.widerThanTheScreen()).isEmpty();
        softly.assertAll();
    }

    private void says(String testId, String words) {
        browser.until(
                "to read \"" + words + "\"",
                () -> browser.all(testId).stream().anyMatch(one -> one.getText().contains(words)));
    }
}
