package org.quitclaim.demo;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.quitclaim.drawn.Cast;
import org.quitclaim.drawn.DrawnPhoto;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;

/**
 * Three drawn people for a restore drill: they sign, are enrolled, and one of them takes recognition back.
 *
 * <p><b>Guarantees</b>: uses the public HTTP API only.
 *
 * <p><b>Errors</b>: a {@link RuntimeException} that says what the server answered.
 *
 * <p><b>Thread-safety</b>: used by one thread.
 */
public final class DrillPeople {
    private static final List<Cast> STAYING = List.of(Cast.GRANDMOTHER, Cast.MODEL);
    private static final Cast LEAVING = Cast.VOLUNTEER;

    private final StorySoFar story;

    private DrillPeople(StorySoFar story) {
        this.story = story;
    }

    /** Registers and enrols all three on a server that knows nobody yet. */
    public static DrillPeople enrol(URI base, DemoLogins logins, PrintStream out) {
        StorySoFar story = new StorySoFar(new Stage(out, Ink.forThisProcess()), Staff.logIn(new Server(base), logins));
        DrillPeople people = new DrillPeople(story);
        people.publish();
        for (Cast role : List.of(LEAVING, STAYING.getFirst(), STAYING.getLast())) {
            people.sign(role);
        }
        Darkroom.openCollection(story, "portraits", "Portraits");
        Darkroom.switchRecognitionOn(story, "portraits");
        for (Cast role : List.of(LEAVING, STAYING.getFirst(), STAYING.getLast())) {
            people.enrol(role);
        }
        return people;
    }

    /** The id of whoever takes recognition back. */
    public String leaving() {
        return story.person(LEAVING);
    }

    /** The ids of those who stay. */
    public List<String> staying() {
        return STAYING.stream().map(story::person).toList();
    }

    /** On her own page, at a server that was started again; waits until the deletion file is closed. */
    public boolean withdraw(URI base, DemoLogins logins) {
        Server server = new Server(base);
        String page = "/api" + story.link(LEAVING).orElseThrow();
        new PersonalPage(Session.visitor(server), page).withdrawRecognition().orFail();
        StorySoFar now = new StorySoFar(story.stage, Staff.logIn(server, logins));
        now.met(LEAVING, leaving());
        return Erasure.done(now, LEAVING).good();
    }

    /** Has processing restricted for whoever took recognition back: a no that destroys no key. */
    public boolean restrict(URI base, DemoLogins logins) {
        return Staff.logIn(new Server(base), logins)
                .officer()
                .post("/api/persons/" + leaving() + "/restriction", Map.of())
                .ok();
    }

    /** Whether a server knows those who stay, with a faceprint each; the screens' data may be a moment behind. */
    public boolean allStayingEnrolled(URI base, DemoLogins logins) {
        StorySoFar now = new StorySoFar(story.stage, Staff.logIn(new Server(base), logins));
        STAYING.forEach(role -> now.met(role, story.person(role)));
        return STAYING.stream()
                .allMatch(role -> enrolled(Patience.until(
                        () -> now.staff.officer().get("/api/persons/" + now.person(role)), DrillPeople::enrolled)));
    }

    private static boolean enrolled(Reply person) {
        return person.ok() && person.json().path("enrolled").asBoolean(false);
    }

    private void publish() {
        story.remember(
                "notice",
                story.staff
                        .officer()
                        .raw("POST", "/api/notices", NoticeText.complete().toString())
                        .orFail()
                        .text("noticeId"));
        Assessment.confirm(story.staff.secondOfficer(), Assessment.record(story, "Restore drill"))
                .orFail();
    }

    private void sign(Cast role) {
        Part part = Parts.of(role);
        Session officer = story.staff.officer();
        story.met(
                role, officer.post("/api/persons", part.registration()).orFail().text("personId"));
        story.handed(
                role,
                new Mailboxes(story.staff.visitor())
                        .link(officer.post(
                                "/api/persons/" + story.person(role) + "/quitclaims",
                                part.justifiedOffer(story.recall("notice"), story.today))));
        new PersonalPage(story.staff.visitor(), story.page(role))
                .answer(part.answers())
                .orFail();
        new SecondEmployee(story.staff.editor()).hasSeen(story.person(role));
    }

    private void enrol(Cast role) {
        DrawnPhoto portrait = ScenePainter.draw(Scenes.enrolment(role.character()));
        Photo photo = Darkroom.upload(story, "portraits", "portrait.jpg", portrait);
        story.staff
                .officer()
                .post(
                        "/api/persons/" + story.person(role) + "/faceprint",
                        Map.of("photoId", photo.id(), "faceId", photo.faceIdOf(role)))
                .orFail();
    }
}
