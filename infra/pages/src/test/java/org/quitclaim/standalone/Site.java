package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.WebElement;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.PublishedLogins;
import org.quitclaim.drawn.Cast;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.standalone.browser.Chromium;
import org.quitclaim.standalone.browser.Viewport;

/** A server over a fresh folder, a shoot with drawn people in it, and one browser that looks at it. */
final class Site implements AutoCloseable {
    private final Server server;
    private final Office office;
    private final Chromium browser;
    private final String notice;
    private final String collection;
    private int number;

    private Site(Server server) {
        this.server = server;
        this.office = Office.at(server.address());
        this.browser = Chromium.at(server.address());
        this.notice = office.publishNotice(Map.of("en", "Your photo", "nl", "Uw foto"));
        this.collection = office.openCollection("Open day");
    }

    static Site over(Path folder) {
        return new Site(Running.demo(folder.resolve("data")));
    }

    /** Of every journey: nothing of it left this server, and the browser had nothing to complain about. */
    void nothingWentElsewhere() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(address ->
                        address.getAuthority().equals(server.address().getAuthority()));
    }

    Server server() {
        return server;
    }

    Office office() {
        return office;
    }

    Chromium browser() {
        return browser;
    }

    String notice() {
        return notice;
    }

    String collection() {
        return collection;
    }

    /** Somebody new, asked for recognition and for the website. */
    Asked asked(String name) {
        String person = office.register(name, "somebody" + number++ + "@example.org");
        return office.ask(person, notice, List.of(Office.recognition(300), Office.website(300)));
    }

    Asked signedUp(String name) {
        Asked asked = asked(name);
        office.sayYes(asked, 2).orFail();
        return asked;
    }

    /** A new photo of somebody known and somebody unknown, in this order. */
    Taken photoOfTwo(String fileName) {
        return PhotoOfTwo.inOrder(office.take(collection, fileName, Pictures.another(PhotoOfTwo.jpeg(), number++)));
    }

    /** Switches recognition on, and lets somebody be recognised as the known one of the two. */
    Asked recognisable(String name) {
        office.allowRecognition(collection);
        office.recordDpia("DPIA 2026-2");
        Asked asked = signedUp(name);
        byte[] portrait =
                ScenePainter.draw(Scenes.enrolment(Cast.VOLUNTEER.character())).jpeg();
        Taken taken = office.take(collection, "portrait.jpg", portrait);
        office.enrol(asked.person(), taken, taken.face(0)).orFail();
        office.editor()
                .put(
                        "/api/collections/" + collection + "/participants",
                        Map.of("add", List.of(asked.person()), "remove", List.of()))
                .orFail();
        return asked;
    }

    /** Has everybody on the photo compared but the unknown one. */
    void suggest(Taken photo) {
        office.photographer()
                .post(
                        "/api/photos/attestations",
                        Map.of(
                                "photoIds",
                                List.of(photo.photo()),
                                "leaveOut",
                                List.of(photo.face(1)),
                                "scope",
                                "PARTICIPANTS"))
                .orFail();
    }

    /** Whoever opens her mail types the code that was sent for what is shown. */
    void typeCode() {
        WebElement typed = browser.find("code");
        String signs = browser.allCss("[name=signs]").getFirst().getDomAttribute("value");
        typed.sendKeys(Mailboxes.code(office, Objects.requireNonNull(signs)));
        browser.click("sign");
    }

    /** A page of somebody's own: what the interface calls {@code /api/q/…}. */
    static String page(Asked asked) {
        return asked.page().substring("/api".length());
    }

    void logIn(Role role, Viewport screen) {
        logIn(Running.login(role), screen);
    }

    void logIn(PublishedLogins.Login login, Viewport screen) {
        browser.forget(screen);
        browser.open("/");
        browser.css("[name=login]").sendKeys(login.login());
        browser.css("[name=password]").sendKeys(login.password());
        browser.clickCss("#login button");
        browser.until("to be logged in", () -> browser.address().getPath().equals("/"));
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }
}
