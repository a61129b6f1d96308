package org.quitclaim.standalone;

import java.util.List;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;

/** From a person's name to their withdrawal; each step is written down as soon as it is acknowledged. */
record Story(Office office, Ledger ledger, String notice, String collection, byte[] portrait) {
    private static final byte[] SKY = Pictures.sky();

    /** Prepares what all stories share. */
    static Story at(Office office, Ledger ledger, byte[] portrait) {
        String notice = office.publishNotice();
        String collection = office.openCollection("Under load");
        office.allowRecognition(collection);
        return new Story(office, ledger, notice, collection, portrait);
    }

    Story with(Office others) {
        return new Story(others, ledger, notice, collection, portrait);
    }

    /** Person, grant, photo, publication, withdrawal. */
    void tell() {
        long number = ledger.numbers.incrementAndGet();
        Asked asked = granted(number);
        publish(asked, number);
        office.withdraw(asked, false, List.of("WEBSITE")).orFail();
        ledger.withdrawn.add(asked.person());
    }

    /** The same with a faceprint, which goes when the person takes recognition back. */
    void tellWithFaceprint() {
        long number = ledger.numbers.incrementAndGet();
        Asked asked = granted(number);
        Taken taken = taken(Pictures.another(portrait, number));
        ledger.enrolled.add(asked.person());
        office.enrol(
                        asked.person(),
                        taken,
                        taken.faces().getFirst().path("faceId").asString())
                .orFail();
        office.withdraw(asked, true, List.of()).orFail();
        ledger.unrecognised.add(asked.person());
    }

    /** Both, on one photo. */
    void tellAll() {
        long number = ledger.numbers.incrementAndGet();
        Asked asked = granted(number);
        Taken taken = taken(Pictures.another(portrait, number));
        String face = taken.faces().getFirst().path("faceId").asString();
        ledger.enrolled.add(asked.person());
        office.enrol(asked.person(), taken, face).orFail();
        ledger.shown.put(taken.photo(), asked.person());
        office.sight(taken, face, asked.person());
        ledger.sighted.add(taken.photo());
        publish(taken, number);
        office.withdraw(asked, true, List.of("WEBSITE")).orFail();
        ledger.withdrawn.add(asked.person());
        ledger.unrecognised.add(asked.person());
    }

    private Asked granted(long number) {
        String name = "Load Person " + number;
        String person = office.register(name, "load-" + number + "@lindeveld.example");
        ledger.persons.put(person, name);
        Asked asked = office.ask(person, notice, List.of(Office.recognition(90), Office.website(90)));
        office.sayYes(asked, 2).orFail();
        ledger.granted.add(person);
        return asked;
    }

    private void publish(Asked asked, long number) {
        Taken taken = taken(Pictures.another(SKY, number));
        ledger.shown.put(taken.photo(), asked.person());
        office.mark(taken, asked.person());
        ledger.sighted.add(taken.photo());
        publish(taken, number);
    }

    private Taken taken(byte[] file) {
        Taken taken = office.take(collection, "load.jpg", file);
        ledger.photos.add(taken.photo());
        return taken;
    }

    private void publish(Taken taken, long number) {
        office.review(taken).orFail();
        Answer verdict = office.requestPublication(taken, "https://lindeveld.example/" + number)
                .orFail();
        if (verdict.text("verdict").equals("CLEARED")) {
            String publication = verdict.text("publicationId");
            ledger.cleared.put(publication, taken.photo());
            office.editor()
                    .post("/api/publications/" + publication + "/published")
                    .orFail();
            ledger.published.add(publication);
        }
    }
}
