package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.grant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.ConsentCommand.InvalidateGrant;
import org.quitclaim.domain.consent.ConsentCommand.LiftRestriction;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.RestoreNos;
import org.quitclaim.domain.consent.ConsentCommand.RestrictProcessing;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentEvent.ConsentInvalidated;
import org.quitclaim.domain.consent.ConsentEvent.ErasureOrdered;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.vault.KeyScope;

/** A permission that was never the person's own ends on the word of one officer. */
class InvalidationRulesTest {
    private static final Instant NOW = Sample.NOW;
    private static final GrantId WEBSITE = grant("first", 0);
    private static final GrantId RECOGNITION = grant("first", 1);

    private static InvalidateGrant invalid(GrantId grant) {
        return new InvalidateGrant(ANNA, grant, InvalidBecause.NOT_THEIR_HAND);
    }

    private static ConsentInvalidated ended(int revocation, EndedGrant... ended) {
        return new ConsentInvalidated(ANNA, List.of(ended), InvalidBecause.NOT_THEIR_HAND, revocation, NOW);
    }

    private static EndedGrant published(GrantId grant) {
        return new EndedGrant(grant, Purpose.PUBLICATION);
    }

    private static Permission permission(Scenario<ConsentState, ConsentCommand, ConsentEvent> story, Channel channel) {
        return ((Known) story.state()).outlook().permission(Consents.question(channel), NOW);
    }

    private static Scenario<ConsentState, ConsentCommand, ConsentEvent> signedOnce() {
        return Consents.granted(Consents.publication(Channel.WEBSITE), Consents.recognition());
    }

    @Test
    @Requirement("R10")
    void everything_that_the_same_form_allowed_ends_and_the_faceprint_goes() {
        Scenario<ConsentState, ConsentCommand, ConsentEvent> story = signedOnce()
                .when(invalid(WEBSITE))
                .then(
                        ended(1, published(WEBSITE), new EndedGrant(RECOGNITION, Purpose.RECOGNITION)),
                        new ErasureOrdered(ANNA, KeyScope.RECOGNITION, 1, ErasureCause.NO_VALID_CONSENT, NOW));

        assertThat(permission(story, Channel.WEBSITE)).isEqualTo(new Permission.Denied(Denial.INVALIDATED));
        assertThat(((Known) story.state()).outlook().recognition(NOW)).isEmpty();
        assertThat(((Known) story.state()).grants().values())
                .hasSize(2)
                .allMatch(grant -> grant.status() == ConsentStatus.INVALIDATED);
    }

    @Test
    void what_was_signed_on_another_form_stands() {
        Scenario<ConsentState, ConsentCommand, ConsentEvent> story = signedOnce()
                .and(
                        Consents.offer("second", Consents.publication(Channel.PRINT)),
                        Consents.yes("second", 0, 1),
                        invalid(WEBSITE));
        assertThat(permission(story, Channel.PRINT)).isInstanceOf(Permission.Permitted.class);
        assertThat(permission(story, Channel.WEBSITE)).isInstanceOf(Permission.Denied.class);
    }

    @Test
    void what_stands_no_more_cannot_be_invalidated() {
        signedOnce().when(invalid(grant("other", 0))).then(ConsentRejection.UNKNOWN_GRANT);
        signedOnce().and(invalid(WEBSITE)).when(invalid(RECOGNITION)).then(ConsentRejection.UNKNOWN_GRANT);
        signedOnce()
                .and(new RequestErasure(ANNA, PhotoTreatment.COVER, false))
                .when(invalid(WEBSITE))
                .then(ConsentRejection.PERSON_ERASED);
    }

    @Test
    void a_no_that_a_forged_yes_had_ended_stands_again() {
        Scenario<ConsentState, ConsentCommand, ConsentEvent> refused = Consents.visitor()
                .and(
                        Consents.offer("asked", Consents.publication(Channel.WEBSITE)),
                        Consents.answer("asked", 0, false),
                        new ConsentCommand.OfferQuitclaim(
                                ANNA,
                                Sample.quitclaim("first"),
                                Consents.NOTICE,
                                Consents.TEXTS,
                                Consents.asks(Consents.publication(Channel.WEBSITE)),
                                List.of(Consents.JUSTIFICATION),
                                List.of(AskedAgain.values()[0])),
                        Consents.yes("first", 0, 1));
        assertThat(((Known) refused.state()).outlook().refusals()).isEmpty();
        assertThat(((Known) refused.and(invalid(WEBSITE)).state()).outlook().refusals())
                .hasSize(1);
    }

    @Test
    void a_withdrawal_that_a_forged_yes_had_ended_is_a_no_again() {
        List<ConsentEvent> history = new ArrayList<>();
        Scenario<ConsentState, ConsentCommand, ConsentEvent> story = Consents.nobody();
        for (ConsentCommand command : List.of(
                new ConsentCommand.RegisterPerson(ANNA, Capacity.VISITOR, AgeGroup.ADULT, Sample.record("identity")),
                Consents.offer("hers", Consents.publication(Channel.WEBSITE)),
                Consents.yes("hers", 0, 1),
                new WithdrawConsent(ANNA, false, Set.of(Channel.WEBSITE), WithdrawnBy.PERSON),
                Consents.offer("first", Consents.publication(Channel.WEBSITE)),
                Consents.yes("first", 0, 1))) {
            history.addAll(story.when(command).events());
            story = story.and(command);
        }
        assertThat(SaidNo.by((Known) story.state(), history.stream())).isFalse();
        history.addAll(story.when(invalid(WEBSITE)).events());
        assertThat(SaidNo.by((Known) story.and(invalid(WEBSITE)).state(), history.stream()))
                .isTrue();
    }

    @Test
    void while_her_data_stands_still_the_faceprint_waits_and_goes_when_that_ends() {
        Scenario<ConsentState, ConsentCommand, ConsentEvent> story = signedOnce()
                .and(new RestrictProcessing(ANNA))
                .when(invalid(WEBSITE))
                .then(ended(2, published(WEBSITE), new EndedGrant(RECOGNITION, Purpose.RECOGNITION)));
        assertThat(story.when(new LiftRestriction(ANNA)).events())
                .anyMatch(event -> event instanceof ErasureOrdered order && order.scope() == KeyScope.RECOGNITION);
    }

    @Test
    @Requirement("R64")
    void a_restored_history_hears_it_again() {
        ConsentInvalidated no = ended(7, published(WEBSITE));
        Scenario<ConsentState, ConsentCommand, ConsentEvent> story = signedOnce();
        story.when(new RestoreNos(ANNA, List.of(no))).then(ended(1, published(WEBSITE)));
        story.and(invalid(WEBSITE)).when(new RestoreNos(ANNA, List.of(no))).then(ConsentRejection.NOTHING_TO_RESTORE);
    }

    @Test
    @Requirement("R64")
    void a_restored_history_that_lacks_the_permission_ends_what_it_may_have_renewed() {
        ConsentInvalidated no = ended(7, published(grant("lost", 0)));
        signedOnce().when(new RestoreNos(ANNA, List.of(no))).then(ended(1, published(WEBSITE)));
    }
}
