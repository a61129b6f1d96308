package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.NeedsBrowser;
import org.quitclaim.standalone.browser.Reading;
import org.quitclaim.standalone.browser.Viewport;

/** Whoever presses something is told what it does and did, and is offered nothing that cannot be. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaidOnPagesTest {
    /** Each answer to a press comes late, as from a busy server; what was said until then is kept. */
    private static final String HEARD = """
        window.heard = [];
        new MutationObserver(() => {
          const text = document.querySelector('[data-testid=said]')?.textContent;
          if (text && text !== heard.at(-1)) heard.push(text);
        }).observe(document, { subtree: true, childList: true, characterData: true });
        """;

    private Site site;
    private Chromium browser;
    private Asked fiona;

    @BeforeAll
    void start(@TempDir Path folder) {
        site = Site.over(folder);
        browser = site.browser();
        fiona = site.recognisable("Fiona Byrne");
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @AfterEach
    void nothingWentElsewhere() {
        site.nothingWentElsewhere();
    }

    private void open(Taken photo) {
        site.logIn(Role.EDITOR, Viewport.DESK);
        browser.open("/#" + photo.photo());
        browser.find("close");
        browser.run(HEARD);
    }

    private boolean heard(String words) {
        return Boolean.TRUE.equals(browser.run("return heard.some(one => one.includes(arguments[0]))", words));
    }

    @Test
    void makingAVersionIsSaidWhileItLastsAndWhenItIsDone() {
        Taken photo = site.photoOfTwo("making.jpg");
        open(photo);
        browser.click("cover");
        browser.clickCss(mark(photo, 0));
        browser.clickCss(mark(photo, 1));
        browser.click("make-version");
        browser.until("to hear that it is done", () -> heard("The version with 2 covered was made"));
        assertThat(heard("The version with 2 covered is being made")).isTrue();
    }

    @Test
    void anEnrolmentIsSaidAndIsNotOfferedWhereNothingAllowsIt() {
        Taken photo = site.photoOfTwo("enrolled.jpg");
        site.office().sight(photo, photo.face(0), fiona.person());
        String stranger = site.office().register("Nora Never", "nora@example.org");
        site.office()
                .editor()
                .put("/api/collections/" + site.collection() + "/participants", Map.of("add", List.of(stranger)))
                .orFail();
        site.office().sight(photo, photo.face(1), stranger);
        open(photo);
        browser.clickCss(mark(photo, 0));
        browser.click("enrol");
        browser.until("to hear it", () -> heard("From now on Fiona Byrne is recognised by this face"));
        browser.clickCss(mark(photo, 1));
        browser.until(
                "to read why not",
                () -> browser.shows("no-enrolment")
                        && browser.find("no-enrolment").getText().contains("Nora Never did not allow"));
        assertThat(browser.shows("enrol")).isFalse();
    }

    @Test
    void aLookSaysUntilWhen() {
        Taken photo = site.photoOfTwo("look.jpg");
        site.office()
                .editor()
                .post("/api/photos/" + photo.photo() + "/faces/" + photo.face(1) + "/unregistered")
                .orFail();
        open(photo);
        browser.click("look-ask");
        browser.until("to hear until when", () -> heard("You see this photo without covers until"));
        assertThat(browser.find("said").getText()).contains("stays covered");
    }

    /** A slow answer to an earlier letter listed somebody else under the pointer. */
    @Test
    void theListOfNamesIsForWhatStandsInTheFieldAndIsLoadedOnce() {
        Taken photo = site.photoOfTwo("search.jpg");
        open(photo);
        browser.clickCss(mark(photo, 1));
        browser.find("search-person");
        browser.run("""
            const real = window.fetch;
            window.asked = 0;
            window.fetch = async (path, options) => {
              if (String(path).startsWith('/api/persons')) { asked++; await new Promise(later => setTimeout(later, 700)); }
              return real(path, options);
            };
            const field = document.querySelector('[data-testid=search-person]');
            window.listed = [];
            new MutationObserver(() => listed.push(document.querySelector('[data-testid=people]').innerText)).observe(document.querySelector('[data-testid=people]'), { childList: true });
            for (const text of ['F', 'Fi', 'Fio', 'Nobody of that name', 'Fiona']) { field.value = text; field.dispatchEvent(new Event('input')); }
            """);
        browser.until("to see her", () -> browser.find("people").getText().equals("Fiona Byrne"));
        assertThat(browser.run("return asked")).isEqualTo(1L);
        assertThat(browser.list("return listed"))
                .isNotEmpty()
                .allMatch(text -> text.asString().equals("Fiona Byrne"));
    }

    @Test
    void anotherLanguageKeepsWhatWasFiltered() {
        site.photoOfTwo("filtered.jpg");
        site.logIn(Role.EDITOR, Viewport.DESK);
        browser.clickCss("[data-testid=filter-collection] option[value=" + site.collection() + "]");
        browser.clickCss("[data-testid=filter-status] option[value=RED]");
        browser.clickCss("[data-testid=filter-channel] option[value=PRINT]");
        browser.click("language");
        browser.until("to read Dutch", () -> browser.text().contains("Uitloggen"));
        browser.until(
                "the filters to be as they were",
                () -> "PRINT RED "
                        .concat(site.collection())
                        .equals(browser.run("const of = name =>"
                                + " document.querySelector(`#filters [name=${name}]`).value;"
                                + "return `${of('channel')} ${of('status')} ${of('collection')}`")));
    }

    /** Tabbed to backwards, a control came to stand below the bar. */
    @Test
    void whatHasTheFocusIsNeverBelowTheBar() {
        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.DESK);
        browser.open("/oversight.html");
        browser.find("dpia-record");
        assertThat(browser.list("""
            const controls = [...document.querySelectorAll('main :is(button, input, select, summary, a)')].filter(one => one.checkVisibility());
            scrollTo(0, document.body.scrollHeight);
            return controls.reverse().filter(one => {
              one.focus();
              return document.activeElement === one && one.getBoundingClientRect().top < document.querySelector('.bar').getBoundingClientRect().bottom;
            }).map(one => one.outerHTML.slice(0, 80));
            """)).isEmpty();
    }

    @Test
    void thePanelsOfOversightFitAPhone() {
        site.logIn(Role.COMPLIANCE_OFFICER, Viewport.PHONE);
        browser.open("/oversight.html");
        browser.find("dpia-in-use");
        assertThat(new Reading(browser).widerThanTheScreen()).isEmpty();
        assertThat(browser.list("return [...document.querySelectorAll('.facts dd')].map(one =>"
                        + " one.getBoundingClientRect().width).filter(width => width < 150)"))
                .isEmpty();
    }

    private static String mark(Taken photo, int which) {
        return "#detail [data-face=\"" + photo.face(which) + "\"]";
    }
}
