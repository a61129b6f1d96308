package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.publication;
import static org.quitclaim.domain.consent.Consents.recognition;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.ConsentCommand.HoldElement;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.RestoreErasure;
import org.quitclaim.domain.consent.ConsentCommand.RevokeCompromisedKey;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentEvent.ErasureOrdered;
import org.quitclaim.domain.consent.ConsentEvent.ErasureRequested;
import org.quitclaim.domain.consent.ConsentEvent.HoldReleased;
import org.quitclaim.domain.consent.ConsentEvent.PhotoTreatmentOrdered;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.vault.KeyScope;

/** A history from before an erasure, and a vault that knows of it. */
@Requirement("R64")
class RestoredErasureRulesTest {
    private final Scenario<ConsentState, ConsentCommand, ConsentEvent> person =
            Consents.granted(recognition(), publication(Channel.WEBSITE));

    private static RestoreErasure restore(KeyScope scope, int generation) {
        return new RestoreErasure(ANNA, scope, generation);
    }

    private static Known known(Scenario<ConsentState, ConsentCommand, ConsentEvent> person) {
        return (Known) person.state();
    }

    @Test
    void whoHasNoNameAnyMoreIsErasedAltogetherAndOnce() {
        var after = person.when(restore(KeyScope.IDENTITY, 1))
                .then(
                        new ErasureRequested(ANNA, 1, Sample.NOW),
                        new PhotoTreatmentOrdered(ANNA, PhotoTreatment.COVER, Sample.NOW),
                        new ErasureOrdered(ANNA, KeyScope.RECOGNITION, 1, ErasureCause.REQUEST, Sample.NOW),
                        new ErasureOrdered(ANNA, KeyScope.IDENTITY, 1, ErasureCause.REQUEST, Sample.NOW));
        assertThat(known(after).outlook().recognition(Sample.NOW)).isEmpty();
        after.when(restore(KeyScope.IDENTITY, 1)).then(ConsentRejection.ALREADY_REQUESTED);
        after.when(restore(KeyScope.RECOGNITION, 1)).then(ConsentRejection.NO_SUCH_KEY);
    }

    @Test
    void whoseProofIsGoneIsErasedWithTheProofWhicheverKeyIsLookedAtFirst() {
        List<KeyScope> ordered = person.when(restore(KeyScope.EVIDENCE, 1)).events().stream()
                .filter(ErasureOrdered.class::isInstance)
                .map(event -> ((ErasureOrdered) event).scope())
                .toList();
        assertThat(ordered).containsExactly(KeyScope.RECOGNITION, KeyScope.IDENTITY, KeyScope.EVIDENCE);
        person.and(restore(KeyScope.IDENTITY, 1))
                .when(restore(KeyScope.EVIDENCE, 1))
                .then(new ErasureOrdered(ANNA, KeyScope.EVIDENCE, 1, ErasureCause.REQUEST, Sample.NOW));
    }

    @Test
    void aHoldOnWhatIsDestroyedEnds() {
        var held = person.and(
                new HoldElement(ANNA, KeyScope.IDENTITY, Sample.NOW.plus(Duration.ofDays(30)), Sample.record("claim")));
        assertThat(held.when(restore(KeyScope.IDENTITY, 1)).events())
                .startsWith(new HoldReleased(ANNA, KeyScope.IDENTITY, Sample.NOW))
                .contains(new ErasureOrdered(ANNA, KeyScope.IDENTITY, 1, ErasureCause.REQUEST, Sample.NOW));
        held.and(new RequestErasure(ANNA))
                .when(restore(KeyScope.IDENTITY, 1))
                .then(new HoldReleased(ANNA, KeyScope.IDENTITY, Sample.NOW));
    }

    @Test
    void whoHasNoFaceprintKeyAnyMoreTookRecognitionBackAndNothingElse() {
        var after = person.when(restore(KeyScope.RECOGNITION, 1)).accepted();
        assertThat(known(after).outlook().recognition(Sample.NOW)).isEmpty();
        assertThat(known(after).recognition().phase()).isEqualTo(RecognitionKey.Phase.ERASURE_ORDERED);
        assertThat(known(after).grants().values())
                .filteredOn(grant -> grant.terms().purpose() == Purpose.PUBLICATION)
                .allMatch(grant -> grant.status().authorises());
        assertThat(person.when(restore(KeyScope.RECOGNITION, 1)).events().getFirst())
                .isInstanceOfSatisfying(
                        ConsentEvent.ConsentWithdrawn.class,
                        withdrawn -> assertThat(withdrawn.by()).isEqualTo(WithdrawnBy.LEDGER));
    }

    @Test
    void aGenerationThatThisHistoryNeverHadOrHasEndedItselfChangesNothing() {
        person.when(restore(KeyScope.RECOGNITION, 2)).then(ConsentRejection.NO_SUCH_KEY);
        person.and(new WithdrawConsent(ANNA, true, Set.of(), WithdrawnBy.PERSON))
                .when(restore(KeyScope.RECOGNITION, 1))
                .then(ConsentRejection.NO_SUCH_KEY);
        person.and(new RevokeCompromisedKey(ANNA))
                .when(restore(KeyScope.RECOGNITION, 1))
                .then(ConsentRejection.NO_SUCH_KEY);
        person.when(restore(KeyScope.PHOTO, 1)).then(ConsentRejection.NO_SUCH_KEY);
    }
}
