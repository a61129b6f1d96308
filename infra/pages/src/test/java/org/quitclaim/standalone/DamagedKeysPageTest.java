package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Reading;
import org.quitclaim.standalone.browser.Viewport;
import org.quitclaim.vault.Vault;

/** A key of somebody is damaged: whoever looks after the installation reads what that holds back, and of whom. */
@NeedsBrowser
class DamagedKeysPageTest {
    private static final int IDENTITY = 1;

    @TempDir
    Path folder;

    @Test
    void an_officer_reads_whose_keys_are_damaged_and_what_still_works_in_both_languages() throws Exception {
        try (Site site = Site.over(folder)) {
            Asked fiona = site.signedUp("Fiona Byrne");
            damage(fiona.person());
            site.server().bean(Vault.class).lookAtKeys();
            Chromium browser = site.browser();
            for (Viewport screen : new Viewport[] {Viewport.PHONE, Viewport.DESK}) {
                site.logIn(Role.COMPLIANCE_OFFICER, screen);
                browser.open("/oversight.html");
                says(browser, "history-standing", "The vault is damaged");
                says(browser, "damaged-vault", "One key is damaged: what it protects opens to nobody.");
                says(browser, "damaged-vault", "Withdrawing, restricting and erasing work as before");
                says(browser, "damaged-owner", fiona.person());
                readable(browser);
                browser.click("language");
                says(browser, "history-standing", "De kluis is beschadigd");
                says(browser, "damaged-vault", "Intrekken, beperken en wissen werken als altijd");
                assertThat(browser.find("history-standing").getText()).doesNotContain("ontbreken");
                readable(browser);
                browser.click("language");
            }
            site.nothingWentElsewhere();
        }
    }

    private void damage(String person) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/keys.db"));
                PreparedStatement statement = connection.prepareStatement("UPDATE data_key SET"
                        + " body=CAST(substr(body,1,59)||x'5555'||substr(body,62) AS BLOB)"
                        + " WHERE substr(ref,1,30)=? AND substr(ref,31,1)=?")) {
            statement.setBytes(1, person.getBytes(StandardCharsets.US_ASCII));
            statement.setBytes(2, new byte[] {IDENTITY});
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static void readable(Chromium browser) {
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

    private static void says(Chromium browser, String testId, String words) {
        browser.until(
                "to read \"" + words + "\"",
                () -> browser.all(testId).stream().anyMatch(one -> one.getText().contains(words)));
    }
}
