package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.photo.Photos.LEFT;
import static org.quitclaim.domain.photo.Photos.ORIGINAL;
import static org.quitclaim.domain.photo.Photos.RIGHT;
import static org.quitclaim.domain.photo.Photos.STAGE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.PhotoCommand.AttestFaces;
import org.quitclaim.domain.photo.PhotoCommand.AuthoriseRelease;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DeclareUnregistered;
import org.quitclaim.domain.photo.PhotoCommand.DetachSighting;
import org.quitclaim.domain.photo.PhotoCommand.DismissFace;
import org.quitclaim.domain.photo.PhotoCommand.EraseSighting;
import org.quitclaim.domain.photo.PhotoCommand.RemovePhoto;
import org.quitclaim.domain.photo.PhotoCommand.SuggestMatch;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.domain.status.Colour;
import org.quitclaim.domain.status.Status;
import org.quitclaim.domain.status.StatusRule;

class ErasedFaceTest {
    private static final PersonId ANNA = Sample.person("anna");
    private static final PersonId BORIS = Sample.person("boris");

    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> sighted =
            Photos.reviewed(LEFT, RIGHT).and(new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.HAND));
    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> erased =
            sighted.and(new EraseSighting(STAGE, LEFT, ANNA));

    @Test
    void onlyTheLinkToThisPersonGoes() {
        Registered before = (Registered) sighted.state();
        sighted.when(new EraseSighting(STAGE, LEFT, ANNA))
                .then(new PhotoEvent.SightingErased(STAGE, LEFT, ANNA, before.version() + 1, Sample.NOW));
        sighted.when(new EraseSighting(STAGE, LEFT, BORIS)).then(PhotoRejection.NOT_SIGHTED);
        sighted.when(new EraseSighting(STAGE, RIGHT, ANNA)).then(PhotoRejection.NOT_SIGHTED);
        sighted.when(new EraseSighting(STAGE, Sample.face("nowhere"), ANNA)).then(PhotoRejection.UNKNOWN_FACE);
        erased.when(new EraseSighting(STAGE, LEFT, ANNA)).then(PhotoRejection.NOT_SIGHTED);
        sighted.and(new RemovePhoto(STAGE))
                .when(new EraseSighting(STAGE, LEFT, ANNA))
                .accepted();
    }

    @Test
    @Requirement("R55")
    void whoWasErasedIsNotNamedComparedOrSuggestedAgain() {
        erased.when(new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.HAND)).then(PhotoRejection.FACE_ERASED);
        erased.when(new ConfirmSighting(STAGE, LEFT, BORIS, ConfirmedBy.HAND)).then(PhotoRejection.FACE_ERASED);
        erased.when(new DeclareUnregistered(STAGE, LEFT)).then(PhotoRejection.FACE_ERASED);
        erased.when(new DismissFace(STAGE, LEFT, DismissalReason.NOT_A_PERSON)).then(PhotoRejection.FACE_ERASED);
        erased.when(new DetachSighting(STAGE, LEFT, ANNA)).then(PhotoRejection.NOT_SIGHTED);
        erased.when(new AttestFaces(STAGE, List.of(LEFT), RecognitionScope.PARTICIPANTS))
                .then(PhotoRejection.NOT_ATTESTABLE);
        erased.when(new SuggestMatch(
                        STAGE,
                        LEFT,
                        new Suggestion(
                                BORIS, Sample.run("one"), 1, SimilarityBand.STRONG, false, Sample.record("score")),
                        false))
                .then(PhotoRejection.NOT_OPEN);
    }

    @Test
    @Requirement({"R40", "R55"})
    void theFaceStaysRedWithoutSayingWhoItWas() {
        Registered photo =
                (Registered) erased.and(new DeclareUnregistered(STAGE, RIGHT)).state();
        Status status = StatusRule.at(
                photo,
                Sample.in(photo.renditions(), ORIGINAL),
                new StatusRule.Purpose(Channel.WEBSITE, Territory.EEA, UseContext.GENERAL, false),
                anybody -> Optional.empty(),
                Sample.NOW);
        assertThat(status.colour()).isEqualTo(Colour.RED);
        assertThat(status.reasons()).anySatisfy(reason -> {
            assertThat(reason.code()).isEqualTo("consent.erased");
            assertThat(reason.face()).containsExactly(LEFT);
            assertThat(reason.person()).isEmpty();
        });
    }

    @Test
    void nothingIsReleasedThatShowsAnErasedPerson() {
        erased.and(new DismissFace(STAGE, RIGHT, DismissalReason.NOT_RECOGNISABLE))
                .when(new AuthoriseRelease(STAGE, Sample.publication("one"), ORIGINAL))
                .then(PhotoRejection.FACE_ERASED);
        assertThat(Set.of(PhotoRejection.FACE_ERASED.code())).containsExactly("photo.face-erased");
    }
}
