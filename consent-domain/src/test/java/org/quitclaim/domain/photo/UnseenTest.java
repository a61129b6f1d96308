package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.answer;
import static org.quitclaim.domain.consent.Consents.granted;
import static org.quitclaim.domain.consent.Consents.offer;
import static org.quitclaim.domain.consent.Consents.publication;
import static org.quitclaim.domain.consent.Consents.recognition;
import static org.quitclaim.domain.consent.Consents.visitor;
import static org.quitclaim.domain.photo.Photos.LEFT;
import static org.quitclaim.domain.photo.Photos.RIGHT;
import static org.quitclaim.domain.photo.Photos.STAGE;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.consent.WithdrawnBy;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.photo.PhotoState.Registered;

class UnseenTest {
    private static final Box AT_LEFT = new Box(0.1, 0.1, 0.2, 0.2);
    private static final Box AT_RIGHT = new Box(0.6, 0.1, 0.2, 0.2);

    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> photo = Photos.registered()
            .and(
                    new PhotoCommand.RecordFaces(
                            STAGE, Photos.THOROUGHLY, List.of(mark(LEFT, AT_LEFT), mark(RIGHT, AT_RIGHT))),
                    new PhotoCommand.CompleteReview(STAGE, true));
    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> ofAnna =
            photo.and(new PhotoCommand.ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.HAND));
    private final Scenario<ConsentState, ConsentCommand, ConsentEvent> willing =
            granted(publication(Channel.WEBSITE), publication(Channel.PRESS));

    private static List<FaceId> unseen(
            Scenario<PhotoState, PhotoCommand, PhotoEvent> photo, ConsentState anna, Instant at, LookReason... stated) {
        Registered state = (Registered) photo.state();
        List<Box> covered =
                Unseen.on(state, person -> person.equals(ANNA) ? anna : ConsentState.NONE, List.of(stated), at);
        return state.faces().values().stream()
                .filter(face -> covered.contains(face.area()))
                .map(face -> face.mark().face())
                .toList();
    }

    private static Mark mark(FaceId face, Box box) {
        return new Mark(face, box, Mark.Kind.FACE, Mark.Origin.DETECTED, 98);
    }

    private List<FaceId> unseen(Scenario<ConsentState, ConsentCommand, ConsentEvent> anna, LookReason... stated) {
        return unseen(ofAnna, anna.state(), Sample.NOW, stated);
    }

    private static ConsentCommand withdraw(Channel... channels) {
        return new ConsentCommand.WithdrawConsent(ANNA, false, Set.of(channels), WithdrawnBy.PERSON);
    }

    @Test
    void whoeverAllowsSomethingOrWasNotAskedIsShown() {
        assertThat(unseen(willing)).isEmpty();
        assertThat(unseen(willing.and(withdraw(Channel.WEBSITE)))).isEmpty();
        assertThat(unseen(visitor())).isEmpty();
        assertThat(unseen(visitor().and(offer("q", publication(Channel.WEBSITE)))))
                .isEmpty();
    }

    @Test
    @Requirement("R42")
    void whoeverSaidNoAndAllowsNothingIsCovered() {
        assertThat(unseen(willing.and(withdraw(Channel.WEBSITE, Channel.PRESS))))
                .containsExactly(LEFT);
        assertThat(unseen(visitor().and(offer("q", publication(Channel.WEBSITE)), answer("q", 1, false))))
                .containsExactly(LEFT);
        assertThat(unseen(ofAnna, willing.state(), Sample.YEAR.ends()))
                .as("what has run out is no yes any more")
                .containsExactly(LEFT);
    }

    /** Comparing faces is another question. */
    @Test
    void aNoToRecognitionCoversNobody() {
        assertThat(unseen(visitor().and(offer("q", recognition()), answer("q", 1, false))))
                .isEmpty();
    }

    @Test
    void whoeverIsRestrictedDeadOrErasedIsCoveredWhateverTheyAllowed() {
        assertThat(unseen(willing.and(new ConsentCommand.RestrictProcessing(ANNA))))
                .containsExactly(LEFT);
        assertThat(unseen(willing.and(new ConsentCommand.RecordDeath(ANNA)))).containsExactly(LEFT);
        assertThat(unseen(willing.and(new ConsentCommand.RequestErasure(ANNA)))).containsExactly(LEFT);
        assertThat(unseen(ofAnna, ConsentState.NONE, Sample.NOW))
                .as("nobody known")
                .containsExactly(LEFT);
    }

    @Test
    void aFaceOfSomebodyErasedOrNotRegisteredIsCoveredAndADismissedMarkIsNot() {
        var erased = ofAnna.and(
                new PhotoCommand.EraseSighting(STAGE, LEFT, ANNA),
                new PhotoCommand.DismissFace(STAGE, RIGHT, DismissalReason.NOT_A_PERSON));
        assertThat(unseen(erased, ConsentState.NONE, Sample.NOW)).containsExactly(LEFT);

        var stranger = photo.and(new PhotoCommand.DeclareUnregistered(STAGE, RIGHT));
        assertThat(unseen(stranger, ConsentState.NONE, Sample.NOW)).containsExactly(RIGHT);
        assertThat(unseen(stranger, ConsentState.NONE, Sample.NOW, LookReason.MARK))
                .isEmpty();
    }

    /** Whatever it was undone for: a second person agrees first. */
    @Test
    void thePlaceOfAnUndoneNoIsCoveredUntilSomebodyChecksIt() {
        var undone =
                photo.and(new PhotoCommand.RememberNo(STAGE, LEFT, AT_LEFT, UndoneBecause.ANOTHER_PERSON, List.of()));
        assertThat(unseen(undone, ConsentState.NONE, Sample.NOW)).containsExactly(LEFT);
        assertThat(unseen(undone, ConsentState.NONE, Sample.NOW, LookReason.MARK))
                .isEmpty();
    }

    @Test
    void toCheckAMarkShowsWhoSaidNoAndNobodyWhoIsRestrictedOrErased() {
        var no = willing.and(withdraw(Channel.WEBSITE, Channel.PRESS));
        var restricted = willing.and(new ConsentCommand.RestrictProcessing(ANNA));
        assertThat(unseen(no, LookReason.MARK)).isEmpty();
        assertThat(unseen(restricted, LookReason.MARK)).containsExactly(LEFT);
        assertThat(unseen(restricted, LookReason.LEGAL_CLAIM)).isEmpty();
    }

    @Test
    void aLookSaysUntilWhenItHoldsAndChangesNothingElse() {
        Registered before = (Registered) photo.state();
        photo.when(new PhotoCommand.LookUncovered(STAGE, LookReason.REQUEST))
                .then(new PhotoEvent.LookedUncovered(
                        STAGE, LookReason.REQUEST, Sample.NOW.plus(Unseen.LOOK), Sample.NOW));
        assertThat(photo.and(new PhotoCommand.LookUncovered(STAGE, LookReason.REQUEST))
                        .state())
                .isEqualTo(before);
        photo.and(new PhotoCommand.RemovePhoto(STAGE))
                .when(new PhotoCommand.LookUncovered(STAGE, LookReason.REQUEST))
                .then(PhotoRejection.REMOVED);
    }
}
