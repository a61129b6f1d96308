package org.quitclaim.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quitclaim.access.Role;
import org.quitclaim.domain.consent.ConsentEvent.ConsentExpired;
import org.quitclaim.domain.consent.ConsentEvent.ConsentWithdrawn;
import org.quitclaim.domain.publication.PublicationEvent.TakedownAcknowledged;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;

/** Two who are published: the one takes back what she allowed, what the other allowed runs out. */
final class TakenBack implements Chapter {
    private final Server server;
    private final StoryPeople people;
    private Asked her = new Asked("", "");
    private Asked him = new Asked("", "");
    private String ofHer = "";
    private String ofHim = "";

    TakenBack(Server server, Ledger ledger) {
        this.server = server;
        this.people = StoryPeople.at(server, ledger);
    }

    @Override
    public void prepare() {
        her = people.signed("Wilhelmina Voorbeeldsen", 90);
        ofHer = published(her, 3);
        him = people.signed("Diederik Voorbeeldsen", 1);
        ofHim = published(him, 4);
    }

    private String published(Asked somebody, long seed) {
        Taken portrait = people.taken(Pictures.another(Pictures.portrait(seed).jpeg(), seed));
        people.enrol(somebody, portrait);
        people.sight(portrait, somebody);
        return people.publish(portrait);
    }

    @Override
    public void tell() {
        people.office().withdraw(her, true, List.of("WEBSITE")).orFail();
        people.ledger().withdrawn.add(her.person());
        people.ledger().unrecognised.add(her.person());
        people.ledger().recorded(her.person(), ConsentWithdrawn.class);
        people.takeDown(ofHer);
        people.ledger().recorded(ofHer, TakedownAcknowledged.class);
        Rest.await(server);
        Client.visitor(server.address())
                .as(Role.ADMIN)
                .post(
                        "/api/demo/clock",
                        Map.of("to", Instant.now().plus(Duration.ofDays(3)).toString()))
                .orFail();
        people.takeDown(ofHim);
        people.ledger().recorded(him.person(), ConsentExpired.class);
        people.ledger().recorded(ofHim, TakedownAcknowledged.class);
        Rest.await(server);
    }
}
