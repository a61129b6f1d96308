package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.grant;
import static org.quitclaim.domain.consent.Consents.offer;
import static org.quitclaim.domain.consent.Consents.publication;
import static org.quitclaim.domain.consent.Consents.question;
import static org.quitclaim.domain.consent.Consents.recognition;
import static org.quitclaim.domain.consent.Consents.yes;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.ConsentCommand.CarryOutNoted;
import org.quitclaim.domain.consent.ConsentCommand.ExpireConsent;
import org.quitclaim.domain.consent.ConsentCommand.FollowUpRevocation;
import org.quitclaim.domain.consent.ConsentCommand.LiftRestriction;
import org.quitclaim.domain.consent.ConsentCommand.RecordDeath;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasureLeavingPhotos;
import org.quitclaim.domain.consent.ConsentCommand.RestrictProcessing;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentEvent.ConsentExpired;
import org.quitclaim.domain.consent.ConsentEvent.ConsentWithdrawn;
import org.quitclaim.domain.consent.ConsentEvent.DeathRecorded;
import org.quitclaim.domain.consent.ConsentEvent.ErasureOrdered;
import org.quitclaim.domain.consent.ConsentEvent.ErasureRequested;
import org.quitclaim.domain.consent.ConsentEvent.PhotoTreatmentOrdered;
import org.quitclaim.domain.consent.ConsentEvent.PhotosLeft;
import org.quitclaim.domain.consent.ConsentEvent.ProcessingRestricted;
import org.quitclaim.domain.consent.ConsentEvent.RestrictionLifted;
import org.quitclaim.domain.consent.ConsentEvent.RevocationFollowedUp;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;

class RevocationRulesTest {
    private static final GrantId RECOGNITION = grant("first", 0);
    private static final GrantId WEBSITE = grant("first", 1);
    private static final GrantId PRESS = grant("first", 2);

    private final Scenario<ConsentState, ConsentCommand, ConsentEvent> person =
            Consents.granted(recognition(), publication(Channel.WEBSITE), publication(Channel.PRESS));

    @Test
    void what_was_said_while_the_history_could_not_be_read_is_decided_as_if_it_were_said_now() {
        WithdrawConsent no = withdraw(true);
        assertThat(ConsentDecisions.decide(person.state(), new CarryOutNoted(ANNA, no, Sample.NOW), Sample.NOW))
                .isEqualTo(ConsentDecisions.decide(person.state(), no, Sample.NOW));
    }

    @Test
    @Requirement({"R19", "R20"})
    void withdrawingRecognitionOrdersTheErasureInTheSameBreathAndLeavesPublicationAlone() {
        var after = person.when(withdraw(true))
                .then(
                        new ConsentWithdrawn(
                                ANNA,
                                List.of(new Withdrawn(RECOGNITION, Purpose.RECOGNITION, Set.of())),
                                WithdrawnBy.PERSON,
                                1,
                                Sample.NOW),
                        new ErasureOrdered(ANNA, KeyScope.RECOGNITION, 1, ErasureCause.WITHDRAWAL, Sample.NOW));
        assertThat(outlook(after).recognition(Sample.NOW)).isEmpty();
        assertThat(key(after).phase()).isEqualTo(RecognitionKey.Phase.ERASURE_ORDERED);
        assertThat(permits(after, Channel.WEBSITE)).isTrue();
        assertThat(permits(after, Channel.PRESS)).isTrue();
    }

    @Test
    @Requirement("R19")
    void withdrawingAChannelLeavesRecognitionAndTheOtherChannelsAlone() {
        var after = person.when(withdraw(false, Channel.WEBSITE, Channel.PRINT))
                .then(new ConsentWithdrawn(
                        ANNA,
                        List.of(new Withdrawn(WEBSITE, Purpose.PUBLICATION, Set.of(Channel.WEBSITE))),
                        WithdrawnBy.PERSON,
                        1,
                        Sample.NOW));
        assertThat(permits(after, Channel.WEBSITE)).isFalse();
        assertThat(permits(after, Channel.PRESS)).isTrue();
        assertThat(outlook(after).recognition(Sample.NOW)).isPresent();
        assertThat(key(after).phase()).isEqualTo(RecognitionKey.Phase.ACTIVE);
    }

    /** Two permissions for the website, of which she takes back one. */
    @Test
    @Requirement("R19")
    void one_permission_can_be_taken_back_and_the_other_for_the_same_channel_stays() {
        UseContext sensitive = new UseContext("hip-surgery");
        Terms surgery = new Terms(
                Purpose.PUBLICATION,
                Set.of(Channel.WEBSITE),
                Set.of(Territory.WORLD),
                Contexts.of(sensitive),
                Coverage.EVERYTHING,
                Sample.YEAR);
        var both = Consents.granted(publication(Channel.WEBSITE), surgery);
        Question ofSurgery = new Question(
                Channel.WEBSITE, Territory.WORLD, sensitive, true, Sample.collection("gala"), Sample.photo("stage"));

        var after = both.when(withdraw(grant("first", 1)))
                .then(new ConsentWithdrawn(
                        ANNA,
                        List.of(new Withdrawn(grant("first", 1), Purpose.PUBLICATION, Set.of(Channel.WEBSITE))),
                        WithdrawnBy.PERSON,
                        1,
                        Sample.NOW));

        assertThat(permits(after, Channel.WEBSITE)).isTrue();
        assertThat(outlook(both).permission(ofSurgery, Sample.NOW)).isInstanceOf(Permission.Permitted.class);
        assertThat(outlook(after).permission(ofSurgery, Sample.NOW)).isInstanceOf(Permission.Denied.class);
        after.when(withdraw(grant("first", 1))).then(ConsentRejection.ALREADY_WITHDRAWN);
        after.when(withdraw(Sample.grant("another"))).then(ConsentRejection.NO_SUCH_GRANT);
        assertThat(permits(
                        after.when(withdraw(grant("first", 0), Sample.grant("another")))
                                .accepted(),
                        Channel.WEBSITE))
                .as("an unknown one keeps no other one")
                .isFalse();
    }

    @Test
    void a_permission_for_recognition_is_taken_back_by_itself_with_its_faceprint() {
        var after = person.when(withdraw(RECOGNITION)).accepted();
        assertThat(key(after).phase()).isEqualTo(RecognitionKey.Phase.ERASURE_ORDERED);
        assertThat(permits(after, Channel.WEBSITE)).isTrue();
    }

    /** A ledger tells a history that was restored from before it of that one alone. */
    @Test
    void one_permission_that_was_taken_back_is_taken_back_again_in_a_restored_history_and_no_other() {
        Withdrawn one = new Withdrawn(WEBSITE, Purpose.PUBLICATION, Set.of(Channel.WEBSITE));
        var two = Consents.granted(recognition(), publication(Channel.WEBSITE), publication(Channel.WEBSITE));
        two.when(new ConsentCommand.RestoreNos(
                        ANNA, List.of(new ConsentWithdrawn(ANNA, List.of(one), WithdrawnBy.PERSON, 1, Sample.NOW))))
                .then(new ConsentWithdrawn(ANNA, List.of(one), WithdrawnBy.PERSON, 1, Sample.NOW));
    }

    @Test
    void aGrantOfTwoChannelsLosesOnlyTheOneThatIsWithdrawn() {
        Terms two = new Terms(
                Purpose.PUBLICATION,
                Set.of(Channel.WEBSITE, Channel.PRESS),
                Set.of(Territory.WORLD),
                Contexts.GENERAL,
                Coverage.EVERYTHING,
                Sample.YEAR);
        var after = Consents.visitor()
                .given(new ConsentEvent.ConsentGranted(
                        ANNA,
                        Sample.quitclaim("old"),
                        0,
                        Sample.grant("two"),
                        Consents.NOTICE,
                        Sample.sha256('a'),
                        "nl",
                        two,
                        Consents.signed(Signature.Confirmation.SIGNED),
                        0,
                        Sample.NOW))
                .and(withdraw(false, Channel.WEBSITE));
        assertThat(permits(after, Channel.WEBSITE)).isFalse();
        assertThat(permits(after, Channel.PRESS)).isTrue();
    }

    @Test
    @Requirement({"R10", "R18"})
    void aWithdrawalIsInForceFromTheEventOnForEverythingAskedAfterIt() {
        var after = person.and(withdraw(true, Channel.WEBSITE));
        assertThat(outlook(after).permission(question(Channel.WEBSITE), Sample.NOW))
                .isEqualTo(new Permission.Denied(Denial.WITHDRAWN));
        assertThat(Sample.in(known(after).grants(), WEBSITE).status()).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(Sample.in(known(after).grants(), PRESS).status()).isEqualTo(ConsentStatus.GIVEN);
    }

    @Test
    void withdrawingTwiceIsRefused() {
        person.and(withdraw(true, Channel.WEBSITE))
                .when(withdraw(true, Channel.WEBSITE))
                .then(ConsentRejection.ALREADY_WITHDRAWN);
        person.when(withdraw(false, Channel.PRINT)).then(ConsentRejection.ALREADY_WITHDRAWN);
    }

    @Test
    void withdrawingNothingIsRefused() {
        person.when(withdraw(false)).then(ConsentRejection.NOTHING_NAMED);
    }

    @Test
    @Requirement("R17")
    void aWithdrawalNeedsNoReasonNoSignatureAndNoOpenOffer() {
        assertThat(WithdrawConsent.class.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly("person", "recognition", "channels", "grants", "by");
        person.when(withdraw(true, Channel.values())).accepted();
    }

    @Test
    @Requirement("R21")
    void aGrantThatWasWithdrawnStaysInTheRecord() {
        Grant withdrawn = Sample.in(known(person.and(withdraw(true))).grants(), RECOGNITION);
        assertThat(withdrawn.terms()).isEqualTo(recognition());
        assertThat(withdrawn.noticeSha256()).isEqualTo(Sample.sha256('a'));
    }

    @Test
    @Requirement("R22")
    void everyGrantThatRanOutExpiresAndRecognitionOrdersTheErasure() {
        Instant end = Sample.YEAR.ends();
        var after = person.at(end)
                .when(new ExpireConsent(ANNA))
                .then(
                        new ConsentExpired(ANNA, RECOGNITION, Purpose.RECOGNITION, 1, end),
                        new ErasureOrdered(ANNA, KeyScope.RECOGNITION, 1, ErasureCause.EXPIRY, end),
                        new ConsentExpired(ANNA, WEBSITE, Purpose.PUBLICATION, 2, end),
                        new ConsentExpired(ANNA, PRESS, Purpose.PUBLICATION, 3, end));
        assertThat(known(after).grants().values()).extracting(Grant::status).containsOnly(ConsentStatus.EXPIRED);
        assertThat(known(after).revocations()).isEqualTo(3);
        after.when(new ExpireConsent(ANNA)).then(ConsentRejection.NOTHING_DUE);
    }

    @Test
    @Requirement("R36")
    void nobodyOrdersTheErasureOfSomebodyWhoseDataStandsStill() {
        var still = person.and(new RestrictProcessing(ANNA));
        still.when(new RequestErasure(ANNA)).then(ConsentRejection.STANDS_STILL);
        still.and(new LiftRestriction(ANNA)).when(new RequestErasure(ANNA)).accepted();
    }

    /** Her page says that nothing is destroyed meanwhile. */
    @Test
    @Requirement("R36")
    void whatRunsOutWhileSomebodysDataStandsStillIsDestroyedWhenThatEndsAndNotBefore() {
        Instant end = Sample.YEAR.ends();
        var still = person.and(new RestrictProcessing(ANNA)).at(end);
        var after = still.when(new ExpireConsent(ANNA))
                .then(
                        new ConsentExpired(ANNA, RECOGNITION, Purpose.RECOGNITION, 2, end),
                        new ConsentExpired(ANNA, WEBSITE, Purpose.PUBLICATION, 3, end),
                        new ConsentExpired(ANNA, PRESS, Purpose.PUBLICATION, 4, end));
        after.when(new LiftRestriction(ANNA))
                .then(
                        new RestrictionLifted(ANNA, end),
                        new ErasureOrdered(ANNA, KeyScope.RECOGNITION, 1, ErasureCause.EXPIRY, end));
        still.when(new LiftRestriction(ANNA)).then(new RestrictionLifted(ANNA, end));
    }

    @Test
    @Requirement("R22")
    void nothingExpiresTheInstantBefore() {
        person.at(Sample.YEAR.ends().minusNanos(1))
                .when(new ExpireConsent(ANNA))
                .then(ConsentRejection.NOTHING_DUE);
    }

    @Test
    void onlyWhatIsDueExpires() {
        Term today = new Term(Sample.TODAY, Sample.TODAY, Sample.AMSTERDAM);
        person.and(offer("day", publication(Channel.PRINT, today)), yes("day", 0, 1))
                .at(today.ends())
                .when(new ExpireConsent(ANNA))
                .then(new ConsentExpired(ANNA, grant("day", 0), Purpose.PUBLICATION, 1, today.ends()));
    }

    @Test
    @Requirement("R36")
    void aRestrictionStopsEverythingAndDestroysNothing() {
        var after = person.when(new RestrictProcessing(ANNA)).then(new ProcessingRestricted(ANNA, 1, Sample.NOW));
        assertThat(outlook(after).permission(question(Channel.WEBSITE), Sample.NOW))
                .isEqualTo(new Permission.Denied(Denial.RESTRICTED));
        assertThat(outlook(after).recognition(Sample.NOW)).isEmpty();
        assertThat(key(after)).isEqualTo(key(person));
        assertThat(known(after).grants()).isEqualTo(known(person).grants());
        after.when(new RestrictProcessing(ANNA)).then(ConsentRejection.ALREADY_RESTRICTED);
    }

    @Test
    @Requirement("R36")
    void aLiftedRestrictionLetsTheConsentsCountAgain() {
        person.when(new LiftRestriction(ANNA)).then(ConsentRejection.NOT_RESTRICTED);
        var after = person.and(new RestrictProcessing(ANNA))
                .when(new LiftRestriction(ANNA))
                .then(new RestrictionLifted(ANNA, Sample.NOW));
        assertThat(permits(after, Channel.WEBSITE)).isTrue();
        assertThat(outlook(after).recognition(Sample.NOW)).isPresent();
    }

    @Test
    @Requirement("R18")
    void aRestrictedPersonCanStillWithdraw() {
        person.and(new RestrictProcessing(ANNA)).when(withdraw(true)).accepted();
    }

    @Test
    void anErasureEndsEverythingAndOrdersTheFaceprintAndTheIdentity() {
        var after = person.when(new RequestErasure(ANNA))
                .then(
                        new ErasureRequested(ANNA, 1, Sample.NOW),
                        new PhotoTreatmentOrdered(ANNA, PhotoTreatment.COVER, Sample.NOW),
                        new ErasureOrdered(ANNA, KeyScope.RECOGNITION, 1, ErasureCause.REQUEST, Sample.NOW),
                        new ErasureOrdered(ANNA, KeyScope.IDENTITY, 1, ErasureCause.REQUEST, Sample.NOW));
        assertThat(outlook(after).permission(question(Channel.WEBSITE), Sample.NOW))
                .isEqualTo(new Permission.Denied(Denial.ERASED));
        assertThat(outlook(after).recognition(Sample.NOW)).isEmpty();
        after.when(new RequestErasure(ANNA)).then(ConsentRejection.ALREADY_REQUESTED);
        after.when(new RestrictProcessing(ANNA)).then(ConsentRejection.PERSON_ERASED);
    }

    @Test
    @Requirement("R53")
    void photosAreLeftOnlyForAReasonAndThatIsSaidOnce() {
        RecordId words = new RecordId("rec_reason77777777777777777777");
        RequestErasureLeavingPhotos explained =
                new RequestErasureLeavingPhotos(ANNA, LeftBecause.ARCHIVE, 3, words, true);
        person.when(new RequestErasure(ANNA, PhotoTreatment.LEAVE, true))
                .then(ConsentRejection.PHOTOS_LEFT_WITHOUT_REASON);
        assertThat(person.when(explained).events())
                .containsExactly(
                        new ErasureRequested(ANNA, 1, Sample.NOW),
                        new PhotoTreatmentOrdered(ANNA, PhotoTreatment.LEAVE, Sample.NOW),
                        new PhotosLeft(ANNA, LeftBecause.ARCHIVE, 3, words, Sample.NOW),
                        new ErasureOrdered(ANNA, KeyScope.RECOGNITION, 1, ErasureCause.REQUEST, Sample.NOW),
                        new ErasureOrdered(ANNA, KeyScope.IDENTITY, 1, ErasureCause.REQUEST, Sample.NOW),
                        new ErasureOrdered(ANNA, KeyScope.EVIDENCE, 1, ErasureCause.REQUEST, Sample.NOW));
        person.and(new RequestErasure(ANNA)).when(explained).then(ConsentRejection.ALREADY_REQUESTED);
        person.and(explained)
                .when(new RequestErasure(ANNA, PhotoTreatment.LEAVE, false))
                .then(ConsentRejection.ALREADY_REQUESTED);
    }

    /** As after a restore, or when an order was recorded before there was a choice. */
    @Test
    @Requirement("R53")
    void whereNothingIsOrderedAboutPhotosTheyAreCovered() {
        assertThat(PhotoTreatmentOrdered.in(Stream.of(new ErasureRequested(ANNA, 1, Sample.NOW))))
                .isEqualTo(PhotoTreatment.COVER);
        assertThat(PhotoTreatmentOrdered.in(Stream.of(
                        new ErasureRequested(ANNA, 1, Sample.NOW),
                        new PhotoTreatmentOrdered(ANNA, PhotoTreatment.LEAVE, Sample.NOW))))
                .isEqualTo(PhotoTreatment.LEAVE);
    }

    @Test
    void anErasureAfterAWithdrawalOrdersTheFaceprintNoSecondTime() {
        assertThat(person.and(withdraw(true)).when(new RequestErasure(ANNA)).events())
                .containsExactly(
                        new ErasureRequested(ANNA, 2, Sample.NOW),
                        new PhotoTreatmentOrdered(ANNA, PhotoTreatment.COVER, Sample.NOW),
                        new ErasureOrdered(ANNA, KeyScope.IDENTITY, 1, ErasureCause.REQUEST, Sample.NOW));
    }

    @Test
    void theRestrictionOfSomebodyErasedIsNotLifted() {
        person.and(new RestrictProcessing(ANNA), new CarryOutNoted(ANNA, new RequestErasure(ANNA), Sample.NOW))
                .when(new LiftRestriction(ANNA))
                .then(ConsentRejection.NOT_RESTRICTED);
    }

    @Test
    @Requirement("R10")
    void aDeathInvalidatesEveryLiveGrantAndOrdersTheFaceprint() {
        var after = person.and(withdraw(false, Channel.PRESS))
                .when(new RecordDeath(ANNA))
                .then(
                        new DeathRecorded(ANNA, 2, Sample.NOW),
                        new ErasureOrdered(ANNA, KeyScope.RECOGNITION, 1, ErasureCause.DEATH, Sample.NOW));
        assertThat(Sample.in(known(after).grants(), WEBSITE).status()).isEqualTo(ConsentStatus.INVALIDATED);
        assertThat(Sample.in(known(after).grants(), PRESS).status()).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(outlook(after).permission(question(Channel.WEBSITE), Sample.NOW))
                .isEqualTo(new Permission.Denied(Denial.DECEASED));
        after.when(new RecordDeath(ANNA)).then(ConsentRejection.ALREADY_DECEASED);
    }

    @Test
    void followingUpMovesForwardAndNeverBeyondWhatHappened() {
        var revoked = person.and(withdraw(true), withdraw(false, Channel.WEBSITE));
        revoked.when(new FollowUpRevocation(ANNA, 3)).then(ConsentRejection.NOTHING_TO_FOLLOW_UP);
        revoked.when(new FollowUpRevocation(ANNA, 0)).then(ConsentRejection.NOTHING_TO_FOLLOW_UP);
        var followed =
                revoked.when(new FollowUpRevocation(ANNA, 1)).then(new RevocationFollowedUp(ANNA, 1, Sample.NOW));
        assertThat(known(followed).followedUp()).isEqualTo(1);
        assertThat(known(followed).revocations()).isEqualTo(2);
        followed.when(new FollowUpRevocation(ANNA, 1)).then(ConsentRejection.NOTHING_TO_FOLLOW_UP);
        followed.when(new FollowUpRevocation(ANNA, 2)).accepted();
    }

    private static WithdrawConsent withdraw(GrantId... grants) {
        return new WithdrawConsent(ANNA, false, Set.of(), Set.of(grants), WithdrawnBy.PERSON);
    }

    private static WithdrawConsent withdraw(boolean recognition, Channel... channels) {
        return new WithdrawConsent(ANNA, recognition, Set.of(channels), WithdrawnBy.PERSON);
    }

    private static Known known(Scenario<ConsentState, ConsentCommand, ConsentEvent> person) {
        return (Known) person.state();
    }

    private static RecognitionKey key(Scenario<ConsentState, ConsentCommand, ConsentEvent> person) {
        return known(person).recognition();
    }

    private static Outlook outlook(Scenario<ConsentState, ConsentCommand, ConsentEvent> person) {
        return known(person).outlook();
    }

    private static boolean permits(Scenario<ConsentState, ConsentCommand, ConsentEvent> person, Channel channel) {
        return outlook(person).permission(question(channel), Sample.NOW) instanceof Permission.Permitted;
    }

    @Test
    @Requirement("R37")
    void aCompromisedKeyGoesWhileTheConsentStandsAndGoesOnce() {
        var after = person.and(new ConsentCommand.RevokeCompromisedKey(ANNA));
        assertThat(known(after).recognition().phase()).isEqualTo(RecognitionKey.Phase.ERASURE_ORDERED);
        assertThat(known(after).revocations()).isEqualTo(known(person).revocations());
        after.when(new ConsentCommand.RevokeCompromisedKey(ANNA)).then(ConsentRejection.NO_SUCH_KEY);
    }
}
