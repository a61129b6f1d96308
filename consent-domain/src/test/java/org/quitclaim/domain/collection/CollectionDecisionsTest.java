package org.quitclaim.domain.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.collection.CollectionCommand.AddParticipant;
import org.quitclaim.domain.collection.CollectionCommand.AddPhotographer;
import org.quitclaim.domain.collection.CollectionCommand.OpenCollection;
import org.quitclaim.domain.collection.CollectionCommand.RemoveParticipant;
import org.quitclaim.domain.collection.CollectionCommand.RemovePhotographer;
import org.quitclaim.domain.collection.CollectionCommand.SetRecognitionPolicy;
import org.quitclaim.domain.collection.CollectionCommand.SetReleaseLines;
import org.quitclaim.domain.collection.CollectionEvent.CollectionOpened;
import org.quitclaim.domain.collection.CollectionEvent.ParticipantAdded;
import org.quitclaim.domain.collection.CollectionEvent.ParticipantRemoved;
import org.quitclaim.domain.collection.CollectionEvent.PhotographerAdded;
import org.quitclaim.domain.collection.CollectionEvent.PhotographerRemoved;
import org.quitclaim.domain.collection.CollectionEvent.RecognitionPolicySet;
import org.quitclaim.domain.collection.CollectionEvent.ReleaseLinesSet;
import org.quitclaim.domain.collection.CollectionState.Open;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.recognition.RecognitionPolicy;
import org.quitclaim.domain.recognition.RecognitionPolicy.Automatic;
import org.quitclaim.domain.recognition.RecognitionPolicy.Mode;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.quitclaim.domain.vault.AccountId;

class CollectionDecisionsTest {
    private static final CollectionId ID = Sample.collection("gala");
    private static final PersonId ANNA = Sample.person("anna");
    private static final PersonId BORIS = Sample.person("boris");
    private static final AccountId OPENER = Sample.account("opener");
    private static final AccountId SECOND = Sample.account("second");
    private static final RecognitionPolicy ATTESTED =
            new RecognitionPolicy(Mode.RECOGNISE_ATTESTED, RecognitionScope.ALL_ENROLLED, Automatic.STRONG_ONLY);
    private static final OpenCollection OPEN =
            new OpenCollection(ID, Sample.record("name"), Sample.AMSTERDAM, UseContext.GENERAL, Set.of(OPENER));

    private final Scenario<CollectionState, CollectionCommand, CollectionEvent> none =
            Scenario.of(CollectionState.NONE, CollectionDecisions::decide, CollectionDecisions::evolve);
    private final Scenario<CollectionState, CollectionCommand, CollectionEvent> open = none.and(OPEN);

    @Test
    @Requirement("R25")
    void aNewCollectionOnlyDetectsAndHasNoParticipants() {
        CollectionState state = none.when(OPEN)
                .then(new CollectionOpened(
                        ID, Sample.record("name"), Sample.AMSTERDAM, UseContext.GENERAL, Set.of(OPENER), Sample.NOW))
                .state();
        assertThat(state)
                .isEqualTo(new Open(
                        ID,
                        Sample.AMSTERDAM,
                        UseContext.GENERAL,
                        RecognitionPolicy.DEFAULT,
                        Set.of(),
                        0,
                        Set.of(OPENER),
                        List.of()));
        assertThat(RecognitionPolicy.DEFAULT.mode()).isEqualTo(Mode.DETECT_ONLY);
        assertThat(RecognitionPolicy.DEFAULT.automatic()).isEqualTo(Automatic.NEVER);
    }

    @Test
    void openingTwiceIsRefused() {
        open.when(OPEN).then(CollectionRejection.ALREADY_OPEN);
    }

    @Test
    void nothingHappensToACollectionThatWasNeverOpened() {
        none.when(new AddParticipant(ID, ANNA)).then(CollectionRejection.UNKNOWN_COLLECTION);
        assertThat(none.given(new ParticipantAdded(ID, ANNA, 1, Sample.NOW)).state())
                .isEqualTo(CollectionState.NONE);
    }

    @Test
    void theRecognitionPolicyIsSetAndKeepsTheParticipants() {
        CollectionState state = open.and(new AddParticipant(ID, ANNA))
                .when(new SetRecognitionPolicy(ID, ATTESTED))
                .then(new RecognitionPolicySet(ID, ATTESTED, Sample.NOW))
                .state();
        assertThat(state)
                .isEqualTo(new Open(
                        ID,
                        Sample.AMSTERDAM,
                        UseContext.GENERAL,
                        ATTESTED,
                        Set.of(ANNA),
                        1,
                        Set.of(OPENER),
                        List.of()));
    }

    @Test
    void settingThePolicyInForceIsRefused() {
        open.when(new SetRecognitionPolicy(ID, RecognitionPolicy.DEFAULT)).then(CollectionRejection.SAME_POLICY);
    }

    @Test
    void everyChangeOfTheParticipantsCountsTheVersionUp() {
        CollectionState state = open.when(new AddParticipant(ID, ANNA))
                .then(new ParticipantAdded(ID, ANNA, 1, Sample.NOW))
                .when(new AddParticipant(ID, BORIS))
                .then(new ParticipantAdded(ID, BORIS, 2, Sample.NOW))
                .when(new RemoveParticipant(ID, ANNA))
                .then(new ParticipantRemoved(ID, ANNA, 3, Sample.NOW))
                .state();
        assertThat(state)
                .isEqualTo(new Open(
                        ID,
                        Sample.AMSTERDAM,
                        UseContext.GENERAL,
                        RecognitionPolicy.DEFAULT,
                        Set.of(BORIS),
                        3,
                        Set.of(OPENER),
                        List.of()));
    }

    @Test
    void addingAParticipantTwiceIsRefused() {
        open.and(new AddParticipant(ID, ANNA))
                .when(new AddParticipant(ID, ANNA))
                .then(CollectionRejection.ALREADY_PARTICIPANT);
    }

    @Test
    void removingSomebodyWhoIsNotOnTheListIsRefused() {
        open.when(new RemoveParticipant(ID, ANNA)).then(CollectionRejection.NOT_PARTICIPANT);
    }

    @Test
    void aSecondOpeningInTheHistoryChangesNothing() {
        CollectionState before = open.and(new AddParticipant(ID, ANNA)).state();
        CollectionEvent again = new CollectionOpened(
                ID, Sample.record("other"), Sample.AMSTERDAM, new UseContext("other"), Set.of(OPENER), Sample.NOW);
        assertThat(open.and(new AddParticipant(ID, ANNA)).given(again).state()).isEqualTo(before);
    }

    @Test
    void photographers_come_and_go_and_whoever_opened_it_is_the_first() {
        Open state = (Open) open.when(new AddPhotographer(ID, SECOND))
                .then(new PhotographerAdded(ID, SECOND, Sample.NOW))
                .when(new RemovePhotographer(ID, OPENER))
                .then(new PhotographerRemoved(ID, OPENER, Sample.NOW))
                .state();
        assertThat(state.photographers()).containsExactly(SECOND);
        assertThat(state.participantsVersion())
                .as("a permit is not voided by it")
                .isZero();
    }

    @Test
    void a_photographer_is_added_once_and_removed_once() {
        open.when(new AddPhotographer(ID, OPENER)).then(CollectionRejection.ALREADY_PHOTOGRAPHER);
        open.when(new RemovePhotographer(ID, SECOND)).then(CollectionRejection.NOT_PHOTOGRAPHER);
    }

    @Test
    void whatReleasedFilesSayIsSaidForACollectionAndTheLastWordCounts() {
        CollectionState state = open.when(new SetReleaseLines(ID, Sample.record("lines")))
                .then(new ReleaseLinesSet(ID, Sample.record("lines"), Sample.NOW))
                .when(new SetReleaseLines(ID, Sample.record("more")))
                .then(new ReleaseLinesSet(ID, Sample.record("more"), Sample.NOW))
                .state();
        assertThat(((Open) state).lines()).containsExactly(Sample.record("more"));
    }
}
