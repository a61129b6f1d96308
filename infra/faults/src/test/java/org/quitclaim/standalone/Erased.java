package org.quitclaim.standalone;

import java.util.List;
import java.util.Map;
import org.quitclaim.domain.consent.ConsentEvent.ErasureRequested;
import org.quitclaim.domain.consent.ConsentEvent.KeyDestroyed;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;

/** Somebody who was enrolled and seen asks to be erased, with the proof of it all, and is. */
final class Erased implements Chapter {
    private final Server server;
    private final StoryPeople people;
    private Asked him = new Asked("", "");

    Erased(Server server, Ledger ledger) {
        this.server = server;
        this.people = StoryPeople.at(server, ledger);
    }

    @Override
    public void prepare() {
        him = people.signed("Diederik Voorbeeldsen", 90);
        Taken portrait = people.taken(Pictures.another(Pictures.portrait(4).jpeg(), 4));
        people.enrol(him, portrait);
        people.sight(portrait, him);
        coverHimOnOneVersion(portrait);
    }

    /** It stays when the stored original is replaced. */
    private void coverHimOnOneVersion(Taken portrait) {
        people.office()
                .editor()
                .post("/api/photos/" + portrait.photo() + "/renditions", Map.of("cover", List.of(portrait.face(0))))
                .orFail();
    }

    @Override
    public void tell() {
        people.office()
                .erase(him.person(), Map.of("photos", "COVER", "evidence", true))
                .orFail();
        people.ledger().recorded(him.person(), ErasureRequested.class);
        Rest.await(server);
        people.ledger().recorded(him.person(), KeyDestroyed.class);
    }
}
