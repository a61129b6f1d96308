package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.publication;
import static org.quitclaim.domain.consent.Consents.recognition;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.ConsentCommand.ExpireConsent;
import org.quitclaim.domain.consent.ConsentCommand.ExpireEvidence;
import org.quitclaim.domain.consent.ConsentCommand.HoldElement;
import org.quitclaim.domain.consent.ConsentCommand.RecordShredding;
import org.quitclaim.domain.consent.ConsentCommand.ReleaseHold;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.RestrictProcessing;
import org.quitclaim.domain.consent.ConsentEvent.ElementHeld;
import org.quitclaim.domain.consent.ConsentEvent.ErasureOrdered;
import org.quitclaim.domain.consent.ConsentEvent.HoldReleased;
import org.quitclaim.domain.consent.ConsentEvent.KeyDestroyed;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;

class RetentionRulesTest {
    private static final RecordId REASON = Sample.record("reason");
    private static final Instant UNTIL = Sample.NOW.plus(Duration.ofDays(90));
    private static final Instant LATER = Sample.YEAR.ends();

    private final Scenario<ConsentState, ConsentCommand, ConsentEvent> person =
            Consents.granted(recognition(), publication(Channel.WEBSITE));

    @Test
    @Requirement("R67")
    void aHoldIsRecordedWithItsEndAndItsReasonAndCoversOnlyTheHeldElement() {
        var held = person.when(hold(KeyScope.EVIDENCE, UNTIL))
                .then(new ElementHeld(ANNA, KeyScope.EVIDENCE, UNTIL, REASON, Sample.NOW));
        Retention retention = ((Known) held.state()).retention();
        assertThat(retention.holds(KeyScope.EVIDENCE, UNTIL.minusNanos(1))).isTrue();
        assertThat(retention.holds(KeyScope.EVIDENCE, UNTIL)).isFalse();
        assertThat(retention.holds(KeyScope.IDENTITY, Sample.NOW)).isFalse();
        assertThat(retention.holds(KeyScope.RECOGNITION, Sample.NOW)).isFalse();
    }

    @Test
    @Requirement("R67")
    void aHoldNeedsAnEndToComeAndEndsEarlierWhenReleased() {
        person.when(hold(KeyScope.EVIDENCE, Sample.NOW)).then(ConsentRejection.HOLD_IN_THE_PAST);
        person.when(hold(KeyScope.EVIDENCE, Instant.MAX)).then(ConsentRejection.HOLD_TOO_LONG);
        person.when(new ReleaseHold(ANNA, KeyScope.EVIDENCE)).then(ConsentRejection.NOT_HELD);
        var released = person.and(hold(KeyScope.EVIDENCE, UNTIL))
                .when(new ReleaseHold(ANNA, KeyScope.EVIDENCE))
                .then(new HoldReleased(ANNA, KeyScope.EVIDENCE, Sample.NOW));
        assertThat(((Known) released.state()).retention().holds(KeyScope.EVIDENCE, Sample.NOW))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"IDENTITY", "EVIDENCE"})
    @Requirement({"R67", "R72"})
    void aFaceprintIsNeverHeld(KeyScope element) {
        person.when(hold(element, UNTIL)).then(ConsentRejection.NOT_HOLDABLE);
    }

    @Test
    void whatIsBeingErasedCannotBeHeldAnyMoreUnlessItIsHeldAlready() {
        person.and(new RequestErasure(ANNA))
                .when(hold(KeyScope.IDENTITY, UNTIL))
                .then(ConsentRejection.HOLD_TOO_LATE);
        person.and(hold(KeyScope.IDENTITY, UNTIL), new RequestErasure(ANNA))
                .when(hold(KeyScope.IDENTITY, UNTIL.plusSeconds(1)))
                .accepted();
    }

    @Test
    @Requirement({"R68", "R69"})
    void evidenceGoesByAClockOfItsOwnAndTheIdentityWithIt() {
        person.when(new ExpireEvidence(ANNA)).then(ConsentRejection.EVIDENCE_NEEDED);
        var over = person.at(LATER).and(new ExpireConsent(ANNA));
        var ordered = over.when(new ExpireEvidence(ANNA))
                .then(
                        new ErasureOrdered(ANNA, KeyScope.EVIDENCE, 1, ErasureCause.EXPIRY, LATER),
                        new ErasureOrdered(ANNA, KeyScope.IDENTITY, 1, ErasureCause.EXPIRY, LATER));
        assertThat(((Known) ordered.state()).outlook().standing()).isEqualTo(Outlook.Standing.ERASED);
        ordered.when(new ExpireEvidence(ANNA)).then(ConsentRejection.ALREADY_REQUESTED);
        ordered.when(new RecordShredding(ANNA, KeyScope.EVIDENCE, 1))
                .then(new KeyDestroyed(ANNA, KeyScope.EVIDENCE, 1, LATER));
    }

    @Test
    void evidenceOfSomebodyRestrictedStays() {
        person.at(LATER)
                .and(new ExpireConsent(ANNA), new RestrictProcessing(ANNA))
                .when(new ExpireEvidence(ANNA))
                .then(ConsentRejection.EVIDENCE_NEEDED);
    }

    @Test
    @Requirement({"R53", "R68"})
    void anErasureLeavesTheEvidenceToItsClockUnlessItIsDemandedToo() {
        var erased = person.and(new RequestErasure(ANNA));
        erased.when(new RecordShredding(ANNA, KeyScope.EVIDENCE, 1)).then(ConsentRejection.NO_SUCH_KEY);
        erased.when(new RequestErasure(ANNA, PhotoTreatment.COVER, true))
                .then(new ErasureOrdered(ANNA, KeyScope.EVIDENCE, 1, ErasureCause.REQUEST, Sample.NOW));
        assertThat(person.when(new RequestErasure(ANNA, PhotoTreatment.REMOVE, true))
                        .events())
                .contains(new ErasureOrdered(ANNA, KeyScope.EVIDENCE, 1, ErasureCause.REQUEST, Sample.NOW));
    }

    private static HoldElement hold(KeyScope element, Instant until) {
        return new HoldElement(ANNA, element, until, REASON);
    }
}
