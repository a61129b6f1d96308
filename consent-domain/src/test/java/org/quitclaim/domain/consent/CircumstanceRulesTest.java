package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.consent.ConsentCommand.AddRepresentative;
import org.quitclaim.domain.consent.ConsentCommand.AgreeToLowering;
import org.quitclaim.domain.consent.ConsentCommand.CorrectCircumstances;
import org.quitclaim.domain.consent.ConsentCommand.GrantConsent;
import org.quitclaim.domain.consent.ConsentCommand.OfferQuitclaim;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.RestoreNos;
import org.quitclaim.domain.consent.ConsentCommand.RestrictProcessing;
import org.quitclaim.domain.consent.ConsentEvent.ErasureOrdered;
import org.quitclaim.domain.consent.ConsentEvent.LoweringAsked;
import org.quitclaim.domain.consent.ConsentEvent.ProtectionLowered;
import org.quitclaim.domain.consent.ConsentEvent.ProtectionRaised;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Signature.Confirmation;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.KeyScope;

/** Capacity and age group can be put right: what protects more at once, what protects less by two. */
class CircumstanceRulesTest {
    private static final Circumstances ADULT = new Circumstances(Capacity.VISITOR, AgeGroup.ADULT);
    private static final Circumstances MINOR = new Circumstances(Capacity.VISITOR, AgeGroup.MINOR);
    private static final Circumstances PATIENT = new Circumstances(Capacity.PATIENT, AgeGroup.ADULT);
    private static final Circumstances EMPLOYEE = new Circumstances(Capacity.EMPLOYEE, AgeGroup.ADULT);
    private static final RepresentativeId MOTHER = Sample.representative("mother");
    private static final RightsRequestId ASKED = Sample.rightsRequest("asked");
    private static final Instant NOW = Sample.NOW;
    private static final Instant TOMORROW = NOW.plus(Duration.ofHours(24));

    private static Voucher officer(String word) {
        AccountId account =
                new AccountId(AccountId.PREFIX + Sample.person(word).value().substring(4));
        return new Voucher(account, account, false);
    }

    private static CorrectCircumstances correct(Circumstances right, RightsRequestId... request) {
        return new CorrectCircumstances(
                ANNA, right, CorrectedBecause.RECORDED_WRONGLY, List.of(request), officer("one"));
    }

    private static AgreeToLowering agree(Circumstances right, String officer) {
        return new AgreeToLowering(ANNA, right, true, officer(officer));
    }

    private static ProtectionRaised raised(Circumstances right, int revocation, GrantId... ended) {
        return new ProtectionRaised(
                ANNA, right, CorrectedBecause.RECORDED_WRONGLY, List.of(ended), List.of(), revocation, NOW);
    }

    private static Permission website(Scenario<ConsentState, ConsentCommand, ConsentEvent> story) {
        return ((Known) story.state()).outlook().permission(Consents.question(Channel.WEBSITE), NOW);
    }

    private static Scenario<ConsentState, ConsentCommand, ConsentEvent> signed(Confirmation confirmation) {
        GrantConsent yes = Consents.yes("first", 0, 1);
        return Consents.visitor()
                .and(
                        Consents.offer("first", Consents.publication(Channel.WEBSITE)),
                        new GrantConsent(
                                ANNA,
                                yes.quitclaim(),
                                yes.language(),
                                yes.answers(),
                                Consents.signed(confirmation),
                                yes.through(),
                                0,
                                true,
                                Set.of()));
    }

    @Test
    void what_somebody_signed_who_turns_out_to_be_a_minor_counts_no_more() {
        Scenario<ConsentState, ConsentCommand, ConsentEvent> story =
                Consents.granted(Consents.publication(Channel.WEBSITE), Consents.recognition());
        assertThat(website(story)).isInstanceOf(Permission.Permitted.class);
        story.when(correct(MINOR))
                .then(
                        raised(MINOR, 1, grant("first", 0), grant("first", 1)),
                        new ErasureOrdered(ANNA, KeyScope.RECOGNITION, 1, ErasureCause.NO_VALID_CONSENT, NOW));

        Scenario<ConsentState, ConsentCommand, ConsentEvent> minor = story.and(correct(MINOR));
        assertThat(website(minor)).isEqualTo(new Permission.Denied(Denial.INVALIDATED));
        assertThat(((Known) minor.state()).outlook().recognition(NOW)).isEmpty();
        assertThat(((Known) minor.state()).revocations()).isEqualTo(1);
        minor.and(Consents.offer("second", Consents.publication(Channel.WEBSITE)))
                .when(Consents.yes("second", 0, 1))
                .then(ConsentRejection.REPRESENTATIVE_NEEDED);
    }

    @Test
    void what_a_representative_signed_goes_on_counting_for_a_minor() {
        GrantConsent yes = Consents.yes("first", 0, 1);
        Scenario<ConsentState, ConsentCommand, ConsentEvent> story = Consents.visitor()
                .and(
                        new AddRepresentative(
                                ANNA,
                                new Representative(
                                        MOTHER, Representative.Role.PARENT, Sample.record("p"), true, true, false)),
                        Consents.offer("first", Consents.publication(Channel.WEBSITE)),
                        new GrantConsent(
                                ANNA,
                                yes.quitclaim(),
                                "nl",
                                yes.answers(),
                                Consents.signedBy(MOTHER),
                                Through.STAFF,
                                0,
                                true,
                                Set.of()));
        story.when(correct(MINOR)).then(raised(MINOR, 1));
        assertThat(website(story.and(correct(MINOR)))).isInstanceOf(Permission.Permitted.class);
    }

    @Test
    void a_patients_yes_counts_only_if_it_was_explicit() {
        signed(Confirmation.TWO_STEPS).when(correct(PATIENT)).then(raised(PATIENT, 1));
        signed(Confirmation.SINGLE_STEP).when(correct(EMPLOYEE)).then(raised(EMPLOYEE, 1));
        signed(Confirmation.SINGLE_STEP).when(correct(PATIENT)).then(raised(PATIENT, 1, grant("first", 0)));
    }

    @Test
    void who_is_found_to_be_dependent_was_asked_fairly_only_with_a_justification() {
        OfferQuitclaim offer = Consents.offer("first", Consents.publication(Channel.WEBSITE));
        Scenario<ConsentState, ConsentCommand, ConsentEvent> asked = Consents.visitor()
                .and(new OfferQuitclaim(
                        ANNA,
                        offer.quitclaim(),
                        offer.notice(),
                        offer.noticeSha256ByLanguage(),
                        offer.asks(),
                        List.of(),
                        List.of()));
        asked.and(Consents.yes("first", 0, 1)).when(correct(EMPLOYEE)).then(raised(EMPLOYEE, 1, grant("first", 0)));
        Scenario<ConsentState, ConsentCommand, ConsentEvent> unanswered = asked.and(correct(EMPLOYEE));
        unanswered.when(Consents.yes("first", 0, 1)).then(ConsentRejection.JUSTIFICATION_NEEDED);
        assertThat(((Known) unanswered.and(Consents.answer("first", 0, false)).state())
                        .outlook()
                        .refusals())
                .as("a no needs no justification")
                .hasSize(1);
    }

    @Test
    void what_protects_less_waits_for_another_officer() {
        Scenario<ConsentState, ConsentCommand, ConsentEvent> story =
                Consents.granted(Consents.publication(Channel.WEBSITE)).and(correct(MINOR));
        story.when(correct(ADULT))
                .then(new LoweringAsked(
                        ANNA, ADULT, CorrectedBecause.RECORDED_WRONGLY, List.of(), officer("one"), TOMORROW, NOW));
        Scenario<ConsentState, ConsentCommand, ConsentEvent> waiting = story.and(correct(ADULT));
        assertThat(((Known) waiting.state()).ageGroup()).isEqualTo(AgeGroup.MINOR);
        waiting.when(agree(ADULT, "one")).then(ConsentRejection.LOWERING_SAME_PERSON);
        waiting.when(agree(EMPLOYEE, "two")).then(ConsentRejection.NO_LOWERING_ASKED);
        waiting.at(TOMORROW).when(agree(ADULT, "two")).then(ConsentRejection.NO_LOWERING_ASKED);
        waiting.when(agree(ADULT, "two"))
                .then(new ProtectionLowered(
                        ANNA,
                        ADULT,
                        CorrectedBecause.RECORDED_WRONGLY,
                        List.of(),
                        officer("one").account(),
                        NOW));
        Scenario<ConsentState, ConsentCommand, ConsentEvent> lowered = waiting.and(agree(ADULT, "two"));
        assertThat(((Known) lowered.state()).circumstances()).isEqualTo(ADULT);
        assertThat(website(lowered)).as("she is asked anew").isEqualTo(new Permission.Denied(Denial.INVALIDATED));
        lowered.when(agree(ADULT, "two")).then(ConsentRejection.NO_LOWERING_ASKED);
    }

    @Test
    void an_administrator_gets_no_agreement_from_an_account_made_on_the_same_word() {
        AccountId admin = officer("admin").account();
        Voucher first = new Voucher(admin, admin, true);
        Voucher made = new Voucher(officer("made").account(), admin, false);
        Consents.registered(Capacity.VISITOR, AgeGroup.MINOR)
                .and(new CorrectCircumstances(ANNA, ADULT, CorrectedBecause.CHANGED_SINCE, List.of(), first))
                .when(new AgreeToLowering(ANNA, ADULT, true, made))
                .then(ConsentRejection.LOWERING_SAME_WORD);
    }

    @Test
    void where_one_person_is_enough_the_same_one_agrees() {
        Consents.registered(Capacity.VISITOR, AgeGroup.MINOR)
                .and(correct(ADULT))
                .when(new AgreeToLowering(ANNA, ADULT, false, officer("one")))
                .then(new ProtectionLowered(
                        ANNA,
                        ADULT,
                        CorrectedBecause.RECORDED_WRONGLY,
                        List.of(),
                        officer("one").account(),
                        NOW));
    }

    @Test
    void the_order_in_which_capacities_protect() {
        Map<Capacity, Integer> protection = Map.of(
                Capacity.PUBLIC_FIGURE, 0,
                Capacity.VISITOR, 1,
                Capacity.MODEL, 1,
                Capacity.EMPLOYEE, 2,
                Capacity.PUPIL, 2,
                Capacity.PATIENT, 3);
        protection.forEach((from, less) -> protection.forEach((to, more) -> {
            Scenario<ConsentState, ConsentCommand, ConsentEvent> person = Consents.registered(from, AgeGroup.ADULT);
            Circumstances right = new Circumstances(to, AgeGroup.ADULT);
            if (from == to) {
                person.when(correct(right)).then(ConsentRejection.SAME_CIRCUMSTANCES);
            } else {
                Known after = (Known) person.and(correct(right)).state();
                assertThat(after.capacity()).as(from + " to " + to).isEqualTo(more < less ? from : to);
            }
        }));
    }

    @Test
    void more_and_less_at_once_is_refused() {
        Consents.registered(Capacity.PUPIL, AgeGroup.ADULT).when(correct(MINOR)).then(ConsentRejection.MORE_AND_LESS);
        Consents.registered(Capacity.VISITOR, AgeGroup.MINOR)
                .when(correct(EMPLOYEE))
                .then(ConsentRejection.MORE_AND_LESS);
    }

    @Test
    void while_data_stands_still_protection_is_raised_but_lowered_only_as_asked() {
        Scenario<ConsentState, ConsentCommand, ConsentEvent> still =
                Consents.granted(Consents.recognition()).and(new RestrictProcessing(ANNA));
        still.when(correct(MINOR)).then(raised(MINOR, 2, grant("first", 0)));
        Scenario<ConsentState, ConsentCommand, ConsentEvent> minor = still.and(correct(MINOR));
        minor.when(correct(ADULT)).then(ConsentRejection.CORRECTION_NOT_ASKED);
        assertThat(((Known) minor.and(correct(ADULT, ASKED)).state()).lowering())
                .hasSize(1);
    }

    @Test
    void nothing_is_corrected_of_who_is_erased() {
        Consents.visitor().and(new RequestErasure(ANNA)).when(correct(MINOR)).then(ConsentRejection.PERSON_ERASED);
        Consents.registered(Capacity.VISITOR, AgeGroup.MINOR)
                .and(correct(ADULT), new RequestErasure(ANNA))
                .when(agree(ADULT, "two"))
                .then(ConsentRejection.PERSON_ERASED);
    }

    @Test
    void a_restored_history_protects_as_much_as_the_whole_one_did() {
        Scenario<ConsentState, ConsentCommand, ConsentEvent> restored =
                Consents.granted(Consents.publication(Channel.WEBSITE));
        restored.when(new RestoreNos(ANNA, List.of(raised(MINOR, 4, grant("first", 0)))))
                .then(raised(MINOR, 1, grant("first", 0)));
        restored.when(new RestoreNos(ANNA, List.of(raised(EMPLOYEE, 4, grant("later", 0)))))
                .then(raised(EMPLOYEE, 1, grant("first", 0)));
        restored.and(correct(PATIENT))
                .when(new RestoreNos(ANNA, List.of(raised(MINOR, 4))))
                .then(raised(new Circumstances(Capacity.PATIENT, AgeGroup.MINOR), 2, grant("first", 0)));
        restored.and(correct(MINOR))
                .when(new RestoreNos(ANNA, List.of(raised(MINOR, 1, grant("first", 0)))))
                .then(ConsentRejection.NOTHING_TO_RESTORE);
    }
}
