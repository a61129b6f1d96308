package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.offer;
import static org.quitclaim.domain.consent.Consents.publication;
import static org.quitclaim.domain.consent.Consents.recognition;
import static org.quitclaim.domain.consent.Consents.yes;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.ConsentCommand.AcceptMatch;
import org.quitclaim.domain.consent.ConsentCommand.EnrolFaceprint;
import org.quitclaim.domain.consent.ConsentCommand.LiftRestriction;
import org.quitclaim.domain.consent.ConsentCommand.RecordShredding;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.RestrictProcessing;
import org.quitclaim.domain.consent.ConsentCommand.RetireFaceprints;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentEvent.FaceprintEnrolled;
import org.quitclaim.domain.consent.ConsentEvent.FaceprintsRetired;
import org.quitclaim.domain.consent.ConsentEvent.KeyDestroyed;
import org.quitclaim.domain.consent.ConsentEvent.MatchAccepted;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.vault.KeyScope;

class FaceprintRulesTest {
    private static final WithdrawConsent WITHDRAW = new WithdrawConsent(ANNA, true, Set.of(), WithdrawnBy.PERSON);

    private final Scenario<ConsentState, ConsentCommand, ConsentEvent> person =
            Consents.granted(recognition(), publication(Channel.WEBSITE));

    @Test
    void underALiveGrantAFaceprintIsEnrolled() {
        Known known = (Known) person.when(enrol(1))
                .then(new FaceprintEnrolled(
                        ANNA,
                        1,
                        Sample.record("print"),
                        "face-api",
                        Sample.photo("portrait"),
                        Sample.face("anna"),
                        Sample.permit("enrol"),
                        Sample.NOW))
                .state();
        assertThat(known.recognition().faceprints())
                .containsExactly(new Faceprint(
                        Sample.record("print"), "face-api", Sample.photo("portrait"), Sample.face("anna")));
    }

    @Test
    void underALiveGrantAMatchIsAccepted() {
        person.when(match(1))
                .then(new MatchAccepted(
                        ANNA, 1, Sample.photo("stage"), Sample.face("left"), Sample.run("one"), Sample.NOW));
    }

    @Test
    @Requirement("R7")
    void withoutARecognitionGrantThereIsNeitherFaceprintNorMatch() {
        var other = Consents.granted(publication(Channel.WEBSITE), publication(Channel.ADVERTISING));
        other.when(enrol(1)).then(ConsentRejection.RECOGNITION_NOT_ALLOWED);
        other.when(match(1)).then(ConsentRejection.RECOGNITION_NOT_ALLOWED);
    }

    @Test
    @Requirement({"R7", "R18", "R20"})
    void aMatchOrEnrolmentThatComesAfterTheWithdrawalIsRefused() {
        var withdrawn = person.and(enrol(1), WITHDRAW);
        withdrawn.when(enrol(1)).then(ConsentRejection.RECOGNITION_NOT_ALLOWED);
        withdrawn.when(match(1)).then(ConsentRejection.RECOGNITION_NOT_ALLOWED);
        assertThat(((Known) withdrawn.state()).recognition().faceprints()).isEmpty();
    }

    @Test
    @Requirement("R22")
    void afterTheEndOfTheTermNothingIsMatchedEvenIfNobodyExpiredIt() {
        person.at(Sample.YEAR.ends().minusNanos(1)).when(match(1)).accepted();
        person.at(Sample.YEAR.ends()).when(match(1)).then(ConsentRejection.RECOGNITION_NOT_ALLOWED);
        person.at(Sample.YEAR.ends()).when(enrol(1)).then(ConsentRejection.RECOGNITION_NOT_ALLOWED);
    }

    @Test
    @Requirement("R36")
    void aRestrictionStopsMatchingUntilItIsLifted() {
        var restricted = person.and(enrol(1), new RestrictProcessing(ANNA));
        restricted.when(match(1)).then(ConsentRejection.RECOGNITION_NOT_ALLOWED);
        restricted.and(new LiftRestriction(ANNA)).when(match(1)).accepted();
    }

    @Test
    @Requirement("R35")
    void workBegunUnderAnEarlierGenerationIsRefusedUnderTheNext() {
        var again = regranted();
        again.when(enrol(1)).then(ConsentRejection.STALE_GENERATION);
        again.when(match(1)).then(ConsentRejection.STALE_GENERATION);
        again.when(match(3)).then(ConsentRejection.STALE_GENERATION);
        again.when(enrol(2)).accepted();
    }

    @Test
    @Requirement({"R30", "R82"})
    void faceprintsOfAnotherPackAreRetiredAndItIsSaidHowManyOfThisOneAreLeft() {
        var enrolled = person.and(enrol(1));
        enrolled.when(new RetireFaceprints(ANNA, 1, "face-api")).then(ConsentRejection.NOTHING_TO_RETIRE);
        var retired = enrolled.when(new RetireFaceprints(ANNA, 1, "own"))
                .then(new FaceprintsRetired(ANNA, 1, List.of(Sample.record("print")), "own", 0, Sample.NOW));
        assertThat(((Known) retired.state()).recognition().faceprints()).isEmpty();
        retired.when(new RetireFaceprints(ANNA, 1, "own")).then(ConsentRejection.NOTHING_TO_RETIRE);
        retired.when(enrol(1)).accepted();
        enrolled.and(enrolBy("own", "new"))
                .when(new RetireFaceprints(ANNA, 1, "own"))
                .then(new FaceprintsRetired(ANNA, 1, List.of(Sample.record("print")), "own", 1, Sample.NOW));
    }

    /** What is restricted stands still, and what is withdrawn is destroyed with its key. */
    @Test
    @Requirement("R36")
    void nothingIsRetiredOfSomebodyWhoMayNotBeEnrolled() {
        var enrolled = person.and(enrol(1));
        var retire = new RetireFaceprints(ANNA, 1, "own");
        enrolled.and(new RestrictProcessing(ANNA)).when(retire).then(ConsentRejection.RECOGNITION_NOT_ALLOWED);
        enrolled.and(WITHDRAW).when(retire).then(ConsentRejection.RECOGNITION_NOT_ALLOWED);
        enrolled.at(Sample.YEAR.ends()).when(retire).then(ConsentRejection.RECOGNITION_NOT_ALLOWED);
        enrolled.when(new RetireFaceprints(ANNA, 2, "own")).then(ConsentRejection.STALE_GENERATION);
    }

    @Test
    @Requirement("R35")
    void aDestroyedKeyIsRecordedOnceAndOnlyWhenOrdered() {
        person.when(shredded(1)).then(ConsentRejection.NO_SUCH_KEY);
        var withdrawn = person.and(WITHDRAW);
        withdrawn.when(shredded(2)).then(ConsentRejection.NO_SUCH_KEY);
        withdrawn.when(shredded(0)).then(ConsentRejection.NO_SUCH_KEY);
        var destroyed = withdrawn.when(shredded(1)).then(new KeyDestroyed(ANNA, KeyScope.RECOGNITION, 1, Sample.NOW));
        assertThat(((Known) destroyed.state()).recognition().phase()).isEqualTo(RecognitionKey.Phase.DESTROYED);
        destroyed.when(shredded(1)).then(ConsentRejection.NO_SUCH_KEY);
    }

    @Test
    @Requirement("R35")
    void aKeyDestroyedAfterANewGrantIsRecordedOnceAndLeavesTheNewKeyAlone() {
        var again = regranted().and(enrol(2));
        RecognitionKey before = ((Known) again.state()).recognition();
        var recorded = again.when(shredded(1)).then(new KeyDestroyed(ANNA, KeyScope.RECOGNITION, 1, Sample.NOW));
        RecognitionKey after = ((Known) recorded.state()).recognition();
        assertThat(before.owed()).containsExactly(1);
        assertThat(after)
                .isEqualTo(new RecognitionKey(2, RecognitionKey.Phase.ACTIVE, before.faceprints(), Set.of()))
                .extracting(RecognitionKey::faceprints)
                .isEqualTo(before.faceprints());
        assertThat(after.holds(Sample.record("print"))).isTrue();
        recorded.when(shredded(1)).then(ConsentRejection.NO_SUCH_KEY);
        again.when(shredded(0)).then(ConsentRejection.NO_SUCH_KEY);
        again.when(shredded(2)).then(ConsentRejection.NO_SUCH_KEY);
    }

    @Test
    void identityAndEvidenceGoOnceAndOnlyAfterARequestForErasure() {
        var erased = person.and(new RequestErasure(ANNA, PhotoTreatment.COVER, true));
        for (KeyScope scope : new KeyScope[] {KeyScope.IDENTITY, KeyScope.EVIDENCE}) {
            person.when(new RecordShredding(ANNA, scope, 1)).then(ConsentRejection.NO_SUCH_KEY);
            var after =
                    erased.when(new RecordShredding(ANNA, scope, 1)).then(new KeyDestroyed(ANNA, scope, 1, Sample.NOW));
            Retention retention = ((Known) after.state()).retention();
            assertThat(retention.ordered()).contains(KeyScope.IDENTITY, KeyScope.EVIDENCE);
            assertThat(retention.destroyed()).containsExactly(scope);
            after.when(new RecordShredding(ANNA, scope, 1)).then(ConsentRejection.NO_SUCH_KEY);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHOTO", "STAFF", "EDITORIAL"})
    void keysOfOthersAreNotThePersons(KeyScope scope) {
        person.and(new RequestErasure(ANNA))
                .when(new RecordShredding(ANNA, scope, 1))
                .then(ConsentRejection.NO_SUCH_KEY);
    }

    private Scenario<ConsentState, ConsentCommand, ConsentEvent> regranted() {
        return person.and(enrol(1), WITHDRAW, offer("again", recognition()), yes("again", 2, 1));
    }

    private static EnrolFaceprint enrol(int generation) {
        return enrol(generation, "face-api", "print");
    }

    private static EnrolFaceprint enrolBy(String pack, String record) {
        return enrol(1, pack, record);
    }

    private static EnrolFaceprint enrol(int generation, String pack, String record) {
        return new EnrolFaceprint(
                ANNA,
                generation,
                Sample.record(record),
                pack,
                Sample.photo("portrait"),
                Sample.face("anna"),
                Sample.permit("enrol"));
    }

    private static AcceptMatch match(int generation) {
        return new AcceptMatch(ANNA, generation, Sample.photo("stage"), Sample.face("left"), Sample.run("one"));
    }

    private static RecordShredding shredded(int generation) {
        return new RecordShredding(ANNA, KeyScope.RECOGNITION, generation);
    }
}
