package org.quitclaim.standalone;

import java.util.List;
import java.util.Map;
import org.quitclaim.domain.consent.ConsentEvent.ConsentGranted;
import org.quitclaim.domain.consent.ConsentEvent.FaceprintEnrolled;
import org.quitclaim.domain.consent.ConsentEvent.QuitclaimOffered;
import org.quitclaim.domain.photo.PhotoEvent.ReviewCompleted;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;

/** What happens in more than one chapter; each step is written down as soon as it is acknowledged. */
record StoryPeople(Office office, Ledger ledger, String notice, String collection) {

    static StoryPeople at(Server server, Ledger ledger) {
        Office office = Office.at(server.address());
        office.recordDpia("DPIA");
        String notice = office.publishNotice();
        String collection = office.openCollection("Open day");
        office.allowRecognition(collection);
        return new StoryPeople(office, ledger, notice, collection);
    }

    /** Somebody who said yes, until then, to recognition and to the website. */
    Asked signed(String name, int days) {
        String person = office.register(name, "somebody@example.org");
        ledger.persons.put(person, name);
        Asked asked = office.ask(person, notice, List.of(Office.recognition(days), Office.website(days)));
        ledger.recorded(person, QuitclaimOffered.class);
        office.sayYes(asked, 2).orFail();
        ledger.granted.add(person);
        ledger.recorded(person, ConsentGranted.class);
        return asked;
    }

    Taken taken(byte[] file) {
        Taken taken = office.take(collection, "photo.jpg", file);
        ledger.photos.add(taken.photo());
        return taken;
    }

    /** From the one face on a portrait. */
    void enrol(Asked somebody, Taken portrait) {
        office.enrol(somebody.person(), portrait, portrait.face(0)).orFail();
        ledger.recorded(somebody.person(), FaceprintEnrolled.class);
    }

    void sight(Taken photo, Asked somebody) {
        ledger.shown.put(photo.photo(), somebody.person());
        office.sight(photo, photo.face(0), somebody.person());
        ledger.sighted.add(photo.photo());
    }

    /** Asks for this version and says that it is out. */
    String publish(Taken photo) {
        office.review(photo).orFail();
        ledger.recorded(photo.photo(), ReviewCompleted.class);
        Answer verdict =
                office.requestPublication(photo, "https://example.org/page").orFail();
        if (!verdict.text("verdict").equals("CLEARED")) {
            throw new IllegalStateException("not cleared: " + verdict.json());
        }
        String publication = verdict.text("publicationId");
        ledger.cleared.put(publication, photo.photo());
        office.editor().post("/api/publications/" + publication + "/published").orFail();
        ledger.published.add(publication);
        return publication;
    }

    void takeDown(String publication) {
        Rest.until(
                "the takedown is ordered",
                () -> office.editor()
                        .post("/api/takedowns/" + publication + "/acknowledgement")
                        .ok());
    }

    void participates(Asked somebody) {
        office.editor()
                .put(
                        "/api/collections/" + collection + "/participants",
                        Map.of("add", List.of(somebody.person()), "remove", List.of()))
                .orFail();
    }
}
