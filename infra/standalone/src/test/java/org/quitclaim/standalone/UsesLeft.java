package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.consent.ConsentEvent.UseAuthorised;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Permission;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.publication.PublicationEvent.PublicationCleared;
import org.quitclaim.domain.publication.PublicationEvent.PublicationConfirmed;
import org.quitclaim.domain.publication.PublicationEvent.PublicationRequested;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.domain.publication.PublicationState.Requested;
import org.quitclaim.domain.publication.PublicationState.TakedownDue;
import org.quitclaim.domain.publication.PublicationState.TakenDown;
import org.quitclaim.domain.publication.Use;

/** What became of every publication in the history, asked for with an answer or without. */
record UsesLeft(Server server, History history, Ledger ledger) {

    void check() {
        history.of(PublicationRequested.class).forEach(asked -> check(asked.publication(), asked.use()));
        assertThat(ledger.cleared.keySet())
                .as("what was answered with a clearance")
                .allMatch(publication -> history.holds(publication, PublicationCleared.class));
        assertThat(ledger.published)
                .as("what was said to be out")
                .allMatch(publication -> history.holds(publication, PublicationConfirmed.class));
    }

    private void check(PublicationId publication, Use use) {
        PublicationState state = state(publication);
        String shown = ledger.shown.get(use.photo().value());
        assertThat(state).as("decided").isNotInstanceOf(Requested.class);
        if (shown != null && ledger.withdrawn.contains(shown)) {
            assertThat(state.live()).as("a use of somebody who withdrew").isFalse();
        }
        if (state.live()) {
            Registered photo = (Registered) streams().photo(use.photo());
            photo.visibleOn(Objects.requireNonNull(photo.renditions().get(use.rendition())))
                    .forEach(face -> isAllowed(publication, face));
        }
        if (state instanceof TakedownDue || state instanceof TakenDown) {
            assertThat(authorised(publication))
                    .as("somebody took back what they had allowed")
                    .anyMatch(authorised -> known(authorised.person()).revocations() > 0);
        }
    }

    private void isAllowed(PublicationId publication, MarkedFace face) {
        assertThat(face.standing()).as("who can be seen").isInstanceOf(FaceStanding.Sighted.class);
        PersonId person = ((FaceStanding.Sighted) face.standing()).person();
        assertThat(authorised(publication))
                .filteredOn(use -> use.person().equals(person))
                .as("allowed now by whoever can be seen")
                .isNotEmpty()
                .allMatch(use -> known(person)
                                .outlook()
                                .permission(
                                        use.question(), server.bean(Clock.class).instant())
                        instanceof Permission.Permitted);
    }

    private List<UseAuthorised> authorised(PublicationId publication) {
        return history.of(UseAuthorised.class)
                .filter(use -> use.publication().equals(publication))
                .toList();
    }

    private Known known(PersonId person) {
        return (Known) streams().consent(person);
    }

    private PublicationState state(PublicationId publication) {
        return streams().publication(publication);
    }

    private Streams streams() {
        return server.bean(Streams.class);
    }
}
