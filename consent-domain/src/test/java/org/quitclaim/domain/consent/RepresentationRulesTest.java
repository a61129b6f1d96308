package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.answers;
import static org.quitclaim.domain.consent.Consents.offer;
import static org.quitclaim.domain.consent.Consents.publication;
import static org.quitclaim.domain.consent.Consents.question;
import static org.quitclaim.domain.consent.Consents.recognition;
import static org.quitclaim.domain.consent.Consents.signed;
import static org.quitclaim.domain.consent.Consents.signedBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.ConsentCommand.AddRepresentative;
import org.quitclaim.domain.consent.ConsentCommand.DisputeRepresentation;
import org.quitclaim.domain.consent.ConsentCommand.GrantConsent;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.SettleRepresentation;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentEvent.RepresentationDisputed;
import org.quitclaim.domain.consent.ConsentEvent.RepresentationSettled;
import org.quitclaim.domain.consent.ConsentEvent.RepresentativeAdded;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Representative.Role;
import org.quitclaim.domain.consent.Signature.Confirmation;
import org.quitclaim.domain.id.RepresentativeId;

@Requirement("R13")
class RepresentationRulesTest {
    private static final RepresentativeId MOTHER = Sample.representative("mother");
    private static final RepresentativeId FATHER = Sample.representative("father");
    private static final Representative VERIFIED_MOTHER = representative(MOTHER, Role.PARENT, true, false);

    private final Scenario<ConsentState, ConsentCommand, ConsentEvent> child = Consents.registered(
                    Capacity.VISITOR, AgeGroup.MINOR)
            .and(offer("q", recognition(), publication(Channel.WEBSITE)));

    @Test
    void aChildAloneGrantsNothing() {
        child.when(grant(signed(Confirmation.SIGNED), true)).then(ConsentRejection.REPRESENTATIVE_NEEDED);
        child.when(grant(signed(Confirmation.SIGNED), false)).then(ConsentRejection.REPRESENTATIVE_NEEDED);
        assertThat(((Known) child.state()).outlook().permission(question(Channel.WEBSITE), Sample.NOW))
                .isEqualTo(new Permission.Denied(Denial.NO_CONSENT));
    }

    @Test
    void somebodyWhoIsNotOnRecordCannotSign() {
        child.and(add(VERIFIED_MOTHER))
                .when(grant(signedBy(MOTHER, FATHER), true))
                .then(ConsentRejection.UNKNOWN_REPRESENTATIVE);
    }

    @Test
    void authorityThatNobodyVerifiedIsNotReliedOn() {
        child.and(add(VERIFIED_MOTHER), add(representative(FATHER, Role.PARENT, false, false)))
                .when(grant(signedBy(MOTHER, FATHER), true))
                .then(ConsentRejection.UNVERIFIED_REPRESENTATIVE);
    }

    @Test
    void oneOfTwoParentsIsNotEnoughUnlessTheSettingSaysSo() {
        var mothered = child.and(add(VERIFIED_MOTHER));
        mothered.when(grant(signedBy(MOTHER), true)).then(ConsentRejection.BOTH_PARENTS_NEEDED);
        mothered.when(grant(signedBy(MOTHER), false)).accepted();
    }

    @Test
    void bothParentsTogetherGrant() {
        child.and(add(VERIFIED_MOTHER), add(representative(FATHER, Role.PARENT, true, false)))
                .when(grant(signedBy(MOTHER, FATHER), true))
                .accepted();
    }

    @Test
    void aParentWithSoleAuthorityGrantsAlone() {
        child.and(add(representative(MOTHER, Role.PARENT, true, true)))
                .when(grant(signedBy(MOTHER), true))
                .accepted();
    }

    @ParameterizedTest
    @EnumSource(names = {"GUARDIAN", "LEGAL_REPRESENTATIVE"})
    void aGuardianGrantsAlone(Role role) {
        child.and(add(representative(MOTHER, role, true, false)))
                .when(grant(signedBy(MOTHER), true))
                .accepted();
    }

    @Test
    void anAdultSignsAlone() {
        Consents.visitor()
                .and(offer("q", recognition(), publication(Channel.WEBSITE)))
                .when(grant(signed(Confirmation.SIGNED), true))
                .accepted();
    }

    @Test
    void registeringARepresentativeTwiceIsRefused() {
        child.when(add(VERIFIED_MOTHER))
                .then(new RepresentativeAdded(ANNA, VERIFIED_MOTHER, Sample.NOW))
                .when(add(VERIFIED_MOTHER))
                .then(ConsentRejection.REPRESENTATIVE_EXISTS);
    }

    @Test
    void anErasedPersonGetsNoRepresentative() {
        child.and(new RequestErasure(ANNA)).when(add(VERIFIED_MOTHER)).then(ConsentRejection.PERSON_ERASED);
    }

    /** It would silence every consent without being a revocation that somebody follows up. */
    @Test
    void aRepresentativeIsNotRegisteredAsDisputed() {
        Representative disputed = new Representative(MOTHER, Role.PARENT, Sample.record("papers"), true, true, true);
        assertThatThrownBy(() -> add(disputed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement("R16")
    void aDisputeDeniesEveryUseCountsAsRevocationAndLetsNobodySign() {
        var disputed = signedFor()
                .when(new DisputeRepresentation(ANNA, MOTHER))
                .then(new RepresentationDisputed(ANNA, MOTHER, 1, Sample.NOW));
        Known known = (Known) disputed.state();
        assertThat(known.outlook().permission(question(Channel.WEBSITE), Sample.NOW))
                .isEqualTo(new Permission.Denied(Denial.REPRESENTATION_DISPUTED));
        assertThat(known.outlook().recognition(Sample.NOW)).isEmpty();
        assertThat(known.revocations()).isEqualTo(1);
        disputed.and(offer("q", recognition(), publication(Channel.WEBSITE)))
                .when(grant(signedBy(MOTHER), true))
                .then(ConsentRejection.REPRESENTATION_DISPUTED);
    }

    @Test
    @Requirement("R16")
    void eitherSideCanWithdrawEvenWhileTheAuthorityIsDisputed() {
        var disputed = signedFor().and(new DisputeRepresentation(ANNA, MOTHER));
        for (WithdrawnBy by : WithdrawnBy.values()) {
            disputed.when(new WithdrawConsent(ANNA, true, Set.of(Channel.WEBSITE), by))
                    .accepted();
        }
    }

    @Test
    @Requirement("R16")
    void aSettledDisputeLetsTheConsentCountAgain() {
        var settled = signedFor()
                .and(new DisputeRepresentation(ANNA, MOTHER))
                .when(new SettleRepresentation(ANNA, MOTHER))
                .then(new RepresentationSettled(ANNA, MOTHER, Sample.NOW));
        assertThat(((Known) settled.state()).outlook().permission(question(Channel.WEBSITE), Sample.NOW))
                .isInstanceOf(Permission.Permitted.class);
        settled.when(new SettleRepresentation(ANNA, MOTHER)).then(ConsentRejection.NOT_DISPUTED);
    }

    @Test
    void onlyAKnownUndisputedAuthorityCanBeDisputed() {
        child.when(new DisputeRepresentation(ANNA, MOTHER)).then(ConsentRejection.UNKNOWN_REPRESENTATIVE);
        child.when(new SettleRepresentation(ANNA, MOTHER)).then(ConsentRejection.NOT_DISPUTED);
        child.and(add(VERIFIED_MOTHER), new DisputeRepresentation(ANNA, MOTHER))
                .when(new DisputeRepresentation(ANNA, MOTHER))
                .then(ConsentRejection.REPRESENTATION_DISPUTED);
    }

    private static Scenario<ConsentState, ConsentCommand, ConsentEvent> signedFor() {
        return Consents.registered(Capacity.VISITOR, AgeGroup.MINOR)
                .and(
                        offer("first", recognition(), publication(Channel.WEBSITE)),
                        add(representative(MOTHER, Role.PARENT, true, true)),
                        new GrantConsent(
                                ANNA,
                                Sample.quitclaim("first"),
                                "en",
                                answers("first", true, true),
                                signedBy(MOTHER),
                                Through.STAFF,
                                1,
                                true,
                                Set.of()));
    }

    private static GrantConsent grant(Signature signature, boolean bothParents) {
        return new GrantConsent(
                ANNA,
                Sample.quitclaim("q"),
                "en",
                answers("q", true, true),
                signature,
                Through.OWN_PAGE,
                1,
                bothParents,
                Set.of());
    }

    private static AddRepresentative add(Representative representative) {
        return new AddRepresentative(ANNA, representative);
    }

    private static Representative representative(RepresentativeId id, Role role, boolean verified, boolean sole) {
        return new Representative(id, role, Sample.record("papers"), verified, sole, false);
    }
}
