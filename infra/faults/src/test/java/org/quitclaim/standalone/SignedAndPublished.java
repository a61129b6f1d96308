package org.quitclaim.standalone;

import java.util.List;
import java.util.Map;
import org.quitclaim.domain.collection.CollectionEvent.ParticipantAdded;
import org.quitclaim.domain.consent.ConsentEvent.ProcessingRestricted;
import org.quitclaim.domain.consent.ConsentEvent.RestrictionLifted;
import org.quitclaim.domain.photo.PhotoEvent.FaceDeclaredUnregistered;
import org.quitclaim.domain.photo.PhotoEvent.FacesAttested;
import org.quitclaim.domain.photo.PhotoEvent.MatchSuggested;
import org.quitclaim.domain.photo.PhotoEvent.RenditionMade;
import org.quitclaim.drawn.Cast;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;

/**
 * From a name to the website: signed, enrolled, found on a photo of a shoot that was attested, published with the passer-by
 * covered; then nothing more is to be done with it for a while.
 */
record SignedAndPublished(StoryPeople people) implements Chapter {
    private static final byte[] PORTRAIT =
            ScenePainter.draw(Scenes.enrolment(Cast.VOLUNTEER.character())).jpeg();

    @Override
    public void prepare() {}

    @Override
    public void tell() {
        Asked her = people.signed("Wilhelmina Voorbeeldsen", 90);
        Taken portrait = people.taken(PORTRAIT);
        people.enrol(her, portrait);
        people.participates(her);
        people.ledger().recorded(people.collection(), ParticipantAdded.class);
        Taken shot = recognised(people.taken(PhotoOfTwo.jpeg()), her);
        people.publish(covered(shot));
        people.sight(portrait, her);
        people.publish(portrait);
        restrict(her.person());
    }

    /** The photo, with her first, who was suggested and confirmed, and the one whom nobody knows second. */
    private Taken recognised(Taken taken, Asked her) {
        Taken shot = PhotoOfTwo.inOrder(taken);
        people.office()
                .photographer()
                .post(
                        "/api/photos/attestations",
                        Map.of(
                                "photoIds",
                                List.of(shot.photo()),
                                "leaveOut",
                                List.of(shot.face(1)),
                                "scope",
                                "PARTICIPANTS"))
                .orFail();
        people.ledger().recorded(shot.photo(), FacesAttested.class, MatchSuggested.class);
        people.sight(shot, her);
        people.office()
                .editor()
                .post("/api/photos/" + shot.photo() + "/faces/" + shot.face(1) + "/unregistered")
                .orFail();
        people.ledger().recorded(shot.photo(), FaceDeclaredUnregistered.class);
        return shot;
    }

    private Taken covered(Taken shot) {
        String rendition = people.office()
                .editor()
                .post("/api/photos/" + shot.photo() + "/renditions", Map.of("cover", List.of(shot.face(1))))
                .orFail()
                .text("renditionId");
        people.ledger().recorded(shot.photo(), RenditionMade.class);
        return new Taken(shot.photo(), rendition, shot.faces());
    }

    private void restrict(String person) {
        String restriction = "/api/persons/" + person + "/restriction";
        people.office().officer().post(restriction).orFail();
        people.ledger().recorded(person, ProcessingRestricted.class);
        people.office().officer().raw("DELETE", restriction, "").orFail();
        people.ledger().recorded(person, RestrictionLifted.class);
    }
}
