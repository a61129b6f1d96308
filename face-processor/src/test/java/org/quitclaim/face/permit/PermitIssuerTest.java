package org.quitclaim.face.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.recognition.RecognitionPolicy;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.face.TestPermits;

class PermitIssuerTest {

    private static final PersonId ANNA = TestPermits.person(1);
    private static final PersonId BEN = TestPermits.person(2);
    private static final PermittedFace FACE =
            new PermittedFace(new FaceId(TestPermits.id(FaceId.PREFIX, 1)), new Box(0.1, 0.1, 0.2, 0.2));

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final PermitIssuer issuer = TestPermits.issuer(() -> now);

    private EmbeddingPermit enrolment() {
        return TestPermits.issued(issuer.issueEnrolment(TestPermits.facts(issuer), FACE, ANNA, TestPermits.live()));
    }

    private EmbeddingPermit attested(Map<PersonId, GrantState> people) {
        return TestPermits.issued(issuer.issueAttestedFaces(
                TestPermits.facts(issuer), List.of(FACE), RecognitionScope.PARTICIPANTS, people));
    }

    private static PermitRefusal reason(PermitDecision<?> decision) {
        return ((PermitDecision.Refused<?>) decision).reason();
    }

    private PermitRefusal refusedUse(EmbeddingPermit permit) {
        return ((PermitUse.Refused) issuer.redeem(permit, TestPermits.PHOTO)).reason();
    }

    @Test
    void aLivePermitIsAcceptedOnceOnly() {
        EmbeddingPermit permit = enrolment();
        assertThat(issuer.redeem(permit, TestPermits.PHOTO)).isEqualTo(new PermitUse.Accepted());
        assertThat(refusedUse(permit)).isEqualTo(PermitRefusal.USED);
    }

    @Test
    void ofManyThreadsOneSpendsThePermit() throws Exception {
        EmbeddingPermit permit = enrolment();
        Callable<PermitUse> use = () -> issuer.redeem(permit, TestPermits.PHOTO);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<PermitUse>> uses =
                    threads.invokeAll(Stream.generate(() -> use).limit(64).toList());
            long accepted = 0;
            for (Future<PermitUse> each : uses) {
                accepted += each.get() instanceof PermitUse.Accepted ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(1);
        }
    }

    @Test
    void aMinuteLaterThePermitIsExpired() {
        EmbeddingPermit permit = enrolment();
        now = now.plus(Duration.ofSeconds(60));
        assertThat(refusedUse(permit)).isEqualTo(PermitRefusal.EXPIRED);
    }

    @Test
    @Requirement("R22")
    void aPermitEndsWithTheGrantItRestsOn() {
        GrantState endsSoon = new GrantState.Live(KeyGeneration.FIRST, now.plusSeconds(5));
        EmbeddingPermit permit = attested(Map.of(ANNA, TestPermits.live(), BEN, endsSoon));
        assertThat(permit.terms().notAfter()).isEqualTo(now.plusSeconds(5));
    }

    @Test
    void anotherPhotoIsRefusedAndDoesNotSpendThePermit() {
        EmbeddingPermit permit = enrolment();
        PhotoId other = new PhotoId(TestPermits.id(PhotoId.PREFIX, 99));
        assertThat(issuer.redeem(permit, other)).isEqualTo(new PermitUse.Refused(PermitRefusal.OTHER_PHOTO));
        assertThat(issuer.redeem(permit, TestPermits.PHOTO)).isEqualTo(new PermitUse.Accepted());
    }

    @Test
    void aPermitOfAnotherIssuerIsUnknown() {
        EmbeddingPermit foreign = attestedBy(TestPermits.issuer(() -> now));
        assertThat(refusedUse(foreign)).isEqualTo(PermitRefusal.UNKNOWN);
    }

    private static EmbeddingPermit attestedBy(PermitIssuer other) {
        return TestPermits.attested(other, List.of(FACE.box()));
    }

    @Test
    @Requirement("R18")
    void aWithdrawalVoidsEveryPermitThatNamesThePerson() {
        EmbeddingPermit alone = enrolment();
        EmbeddingPermit together = attested(Map.of(ANNA, TestPermits.live(), BEN, TestPermits.live()));
        EmbeddingPermit without = attested(Map.of(BEN, TestPermits.live()));
        issuer.voidFor(ANNA);
        assertThat(refusedUse(alone)).isEqualTo(PermitRefusal.VOIDED);
        assertThat(refusedUse(together)).isEqualTo(PermitRefusal.VOIDED);
        assertThat(issuer.redeem(without, TestPermits.PHOTO)).isEqualTo(new PermitUse.Accepted());
    }

    @Test
    void aChangeOfTheCollectionVoidsItsPermits() {
        EmbeddingPermit permit = enrolment();
        issuer.voidFor(TestPermits.COLLECTION);
        assertThat(refusedUse(permit)).isEqualTo(PermitRefusal.VOIDED);
    }

    @Test
    @Requirement("R18")
    void factsReadBeforeAWithdrawalIssueNothing() {
        RecognitionFacts before = TestPermits.facts(issuer);
        issuer.voidFor(BEN);
        assertThat(reason(issuer.issueEnrolment(before, FACE, ANNA, TestPermits.live())))
                .isEqualTo(PermitRefusal.FACTS_OUTDATED);
    }

    @Test
    @Requirement("R75")
    void withoutADpiaReferenceNothingIsIssued() {
        RecognitionFacts facts = new RecognitionFacts(
                issuer.mark(),
                RecognitionFacts.Assessed.MISSING,
                TestPermits.PHOTO,
                TestPermits.COLLECTION,
                TestPermits.OPEN_POLICY,
                1);
        assertThat(reason(issuer.issueEnrolment(facts, FACE, ANNA, TestPermits.live())))
                .isEqualTo(PermitRefusal.DPIA_MISSING);
    }

    @Test
    @Requirement("R82")
    void whileTheAssessmentIsOfAnotherPackOrOtherLimitsNothingIsIssued() {
        RecognitionFacts facts = new RecognitionFacts(
                issuer.mark(),
                RecognitionFacts.Assessed.OF_ANOTHER_METHOD,
                TestPermits.PHOTO,
                TestPermits.COLLECTION,
                TestPermits.OPEN_POLICY,
                1);
        assertThat(reason(issuer.issueEnrolment(facts, FACE, ANNA, TestPermits.live())))
                .isEqualTo(PermitRefusal.METHOD_NOT_APPROVED);
        assertThat(reason(issuer.issueDesignatedFace(facts, FACE, ANNA, TestPermits.live())))
                .isEqualTo(PermitRefusal.METHOD_NOT_APPROVED);
        assertThat(reason(issuer.issueAttestedFaces(
                        facts, List.of(FACE), RecognitionScope.PARTICIPANTS, Map.of(ANNA, TestPermits.live()))))
                .isEqualTo(PermitRefusal.METHOD_NOT_APPROVED);
    }

    @Test
    @Requirement("R25")
    void theDefaultPolicyIssuesNothing() {
        RecognitionFacts facts = new RecognitionFacts(
                issuer.mark(),
                RecognitionFacts.Assessed.APPROVED,
                TestPermits.PHOTO,
                TestPermits.COLLECTION,
                RecognitionPolicy.DEFAULT,
                1);
        assertThat(reason(issuer.issueDesignatedFace(facts, FACE, ANNA, TestPermits.live())))
                .isEqualTo(PermitRefusal.COLLECTION_DETECT_ONLY);
    }

    @Test
    @Requirement("R28")
    void aScopeWiderThanTheCollectionAllowsIsRefused() {
        RecognitionPolicy narrow = new RecognitionPolicy(
                RecognitionPolicy.Mode.RECOGNISE_ATTESTED,
                RecognitionScope.PARTICIPANTS,
                RecognitionPolicy.Automatic.NEVER);
        RecognitionFacts facts = new RecognitionFacts(
                issuer.mark(),
                RecognitionFacts.Assessed.APPROVED,
                TestPermits.PHOTO,
                TestPermits.COLLECTION,
                narrow,
                1);
        assertThat(reason(issuer.issueAttestedFaces(
                        facts, List.of(FACE), RecognitionScope.ALL_ENROLLED, Map.of(ANNA, TestPermits.live()))))
                .isEqualTo(PermitRefusal.SCOPE_TOO_WIDE);
    }

    @Test
    void withoutALiveGrantNothingIsIssued() {
        RecognitionFacts facts = TestPermits.facts(issuer);
        assertThat(reason(issuer.issueEnrolment(facts, FACE, ANNA, new GrantState.Absent())))
                .isEqualTo(PermitRefusal.NO_LIVE_GRANT);
        assertThat(reason(issuer.issueEnrolment(facts, FACE, ANNA, new GrantState.Live(KeyGeneration.FIRST, now))))
                .isEqualTo(PermitRefusal.NO_LIVE_GRANT);
    }

    @Test
    @Requirement("R36")
    void restrictionStopsRecognition() {
        assertThat(reason(
                        issuer.issueDesignatedFace(TestPermits.facts(issuer), FACE, ANNA, new GrantState.Restricted())))
                .isEqualTo(PermitRefusal.RESTRICTED);
        assertThat(attested(Map.of(ANNA, new GrantState.Restricted(), BEN, TestPermits.live()))
                        .terms()
                        .generations())
                .containsOnlyKeys(BEN);
    }

    @Test
    void anAttestationOfNobodyIssuesNothing() {
        RecognitionFacts facts = TestPermits.facts(issuer);
        Map<PersonId, GrantState> anna = Map.of(ANNA, TestPermits.live());
        assertThat(reason(issuer.issueAttestedFaces(facts, List.of(), RecognitionScope.PARTICIPANTS, anna)))
                .isEqualTo(PermitRefusal.NOTHING_ATTESTED);
        assertThat(reason(issuer.issueAttestedFaces(facts, List.of(FACE), RecognitionScope.PARTICIPANTS, Map.of())))
                .isEqualTo(PermitRefusal.NOBODY_IN_SCOPE);
    }
}
