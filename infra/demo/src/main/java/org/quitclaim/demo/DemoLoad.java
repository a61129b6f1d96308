package org.quitclaim.demo;

import java.io.PrintStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quitclaim.drawn.Backdrop;
import org.quitclaim.drawn.CharacterGenerator;
import org.quitclaim.drawn.DrawnCharacter;
import org.quitclaim.drawn.DrawnPhoto;
import org.quitclaim.drawn.Light;
import org.quitclaim.drawn.Scene;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;

/**
 * Fills a server with any number of drawn people and photos over HTTP, for load tests and benchmarks.
 *
 * <p><b>Guarantees</b>: the same numbers give the same people and pictures; everybody has signed for recognition and for
 * the website, every face is linked by hand and every photo reviewed, so that each may be published on the website.
 */
public final class DemoLoad {
    private static final List<AskedUse> WISHES = List.of(AskedUse.recognition(), AskedUse.on("WEBSITE"));
    private static final Backdrop[] PLACES = {Backdrop.PARK, Backdrop.TOWN_HALL, Backdrop.LIBRARY};

    private final Session officer;
    private final Session photographer;
    private final Session editor;
    private final Session visitor;
    private final PrintStream out;
    private final LocalDate today = LocalDate.now(AskedUse.ZONE);

    /** Logs in at the server. */
    public DemoLoad(URI base, DemoLogins logins, PrintStream out) {
        Staff staff = Staff.logIn(new Server(base), logins);
        this.officer = staff.officer();
        this.photographer = staff.photographer();
        this.editor = staff.editor();
        this.visitor = staff.visitor();
        this.out = out;
    }

    /** How much: {@code people} in all, {@code photos} with {@code facesPerPhoto} of them each. */
    public record Amount(int people, int photos, int facesPerPhoto) {
        public Amount {
            if (photos < 0 || facesPerPhoto < 1 || facesPerPhoto > 6 || people < facesPerPhoto) {
                throw new IllegalArgumentException("a photo shows one to six of the people");
            }
        }
    }

    /** What is there afterwards, by the ids that the server gave. */
    public record Loaded(String collection, List<String> persons, List<Target> photos) {}

    /** A photo and the rendition of it on which nobody is covered. */
    public record Target(String photo, String rendition) {}

    public Loaded fill(Amount amount) {
        String notice = officer.raw(
                        "POST", "/api/notices", NoticeText.complete().toString())
                .orFail()
                .text("noticeId");
        List<String> persons = new ArrayList<>();
        for (int number = 0; number < amount.people(); number++) {
            persons.add(person(number, notice));
            report("people", number + 1, amount.people());
        }
        String collection = photographer
                .post("/api/collections", Map.of("name", "Load", "zone", AskedUse.ZONE.getId()))
                .orFail()
                .text("collectionId");
        List<Target> photos = new ArrayList<>();
        for (int number = 0; number < amount.photos(); number++) {
            photos.add(photo(number, amount, collection, persons));
            report("photos", number + 1, amount.photos());
        }
        return new Loaded(collection, persons, photos);
    }

    private void report(String what, int done, int of) {
        if (done % 100 == 0 || done == of) {
            out.println("load: " + done + " of " + of + " " + what);
        }
    }

    private String person(int number, String notice) {
        Part part = new Part("Load Person " + number, "load-" + number, "VISITOR", false, WISHES);
        String person =
                officer.post("/api/persons", part.registration()).orFail().text("personId");
        String link = new Mailboxes(visitor)
                .link(officer.post("/api/persons/" + person + "/quitclaims", part.offer(notice, today)));
        new PersonalPage(visitor, "/api" + link).answer(part.answers()).orFail();
        new SecondEmployee(editor).hasSeen(person);
        return person;
    }

    private Target photo(int number, Amount amount, String collection, List<String> persons) {
        List<Integer> shown = new ArrayList<>();
        List<DrawnCharacter> people = new ArrayList<>();
        for (int face = 0; face < amount.facesPerPhoto(); face++) {
            int who = (number * amount.facesPerPhoto() + face) % persons.size();
            shown.add(who);
            people.add(CharacterGenerator.character(who));
        }
        Scene scene = Scenes.group(1920, 1280, PLACES[number % PLACES.length], Light.WINDOW, number, people);
        DrawnPhoto drawn = ScenePainter.draw(scene);
        Upload upload = new Upload("load-" + number + ".jpg", drawn.jpeg(), Map.of("collectionId", collection));
        Reply taken = photographer.upload("/api/photos", upload).orFail();
        Darkroom.searched(photographer, taken);
        Photo photo = Photo.of(taken, drawn);
        for (int face = 0; face < shown.size(); face++) {
            link(photo, people.get(face), persons.get(shown.get(face)));
        }
        editor.post("/api/photos/reviews", Map.of("photoIds", List.of(photo.id()), "alone", true))
                .orFail();
        return new Target(photo.id(), photo.original());
    }

    private void link(Photo photo, DrawnCharacter who, String person) {
        photo.faceOf(who)
                .ifPresent(face -> editor.post(
                                "/api/photos/" + photo.id() + "/faces/" + face.id() + "/sighting",
                                Map.of("personId", person))
                        .orFail());
    }
}
