package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.consent.ConsentCommand.AgreeToEndOfSafeguarding;
import org.quitclaim.domain.consent.ConsentCommand.AskEndOfSafeguarding;
import org.quitclaim.domain.consent.ConsentCommand.LiftRestriction;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.RestoreNos;
import org.quitclaim.domain.consent.ConsentCommand.RestrictProcessing;
import org.quitclaim.domain.consent.ConsentCommand.SafeguardPerson;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentEvent.ErasureOrdered;
import org.quitclaim.domain.consent.ConsentEvent.SafeguardingEndAsked;
import org.quitclaim.domain.consent.ConsentEvent.SafeguardingEnded;
import org.quitclaim.domain.consent.ConsentEvent.SafeguardingOrdered;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;

/** Somebody who must not be found: begun by one, ended by two, and outside it looks like a restriction. */
class SafeguardingRulesTest {
    private static final Instant NOW = Sample.NOW;
    private static final Instant TOMORROW = NOW.plus(Duration.ofHours(24));
    private static final RecordId WHY = Sample.record("why");

    private static Voucher officer(String word) {
        AccountId account =
                new AccountId(AccountId.PREFIX + Sample.person(word).value().substring(4));
        return new Voucher(account, account, false);
    }

    private static AskEndOfSafeguarding end(String officer) {
        return new AskEndOfSafeguarding(ANNA, officer(officer));
    }

    private static AgreeToEndOfSafeguarding agree(String officer) {
        return new AgreeToEndOfSafeguarding(ANNA, true, officer(officer));
    }

    private static Scenario<ConsentState, ConsentCommand, ConsentEvent> allowed() {
        return Consents.granted(Consents.publication(Channel.WEBSITE), Consents.recognition());
    }

    private static Scenario<ConsentState, ConsentCommand, ConsentEvent> held() {
        return allowed().and(new SafeguardPerson(ANNA, WHY));
    }

    private static Outlook outlook(Scenario<ConsentState, ConsentCommand, ConsentEvent> story) {
        return ((Known) story.state()).outlook();
    }

    @Test
    @Requirement("R18")
    void a_hold_beats_every_permission_and_destroys_nothing() {
        Scenario<ConsentState, ConsentCommand, ConsentEvent> story =
                allowed().when(new SafeguardPerson(ANNA, WHY)).then(new SafeguardingOrdered(ANNA, WHY, 1, NOW));
        assertThat(outlook(story).recognition(NOW)).isEmpty();
        assertThat(((Known) story.state()).recognition().phase()).isEqualTo(RecognitionKey.Phase.ACTIVE);
        story.when(new SafeguardPerson(ANNA, WHY)).then(ConsentRejection.ALREADY_SAFEGUARDED);
    }

    @Test
    void to_whoever_asks_a_hold_is_a_restriction() {
        Scenario<ConsentState, ConsentCommand, ConsentEvent> restricted =
                allowed().and(new RestrictProcessing(ANNA));
        assertThat(outlook(held())).isEqualTo(outlook(restricted));
        for (Channel channel : Channel.values()) {
            assertThat(outlook(held()).permission(Consents.question(channel), NOW))
                    .isEqualTo(outlook(restricted).permission(Consents.question(channel), NOW))
                    .isEqualTo(new Permission.Denied(Denial.RESTRICTED));
        }
    }

    @Test
    void a_permission_given_meanwhile_changes_nothing_and_a_withdrawal_is_heard() {
        assertThat(outlook(held().and(
                                        Consents.offer("second", Consents.publication(Channel.PRINT)),
                                        Consents.yes("second", 0, 1)))
                        .permission(Consents.question(Channel.PRINT), NOW))
                .isEqualTo(new Permission.Denied(Denial.RESTRICTED));
        assertThat(held().when(new WithdrawConsent(ANNA, true, Set.of(), WithdrawnBy.PERSON))
                        .events())
                .anyMatch(ErasureOrdered.class::isInstance);
    }

    @Test
    void it_ends_when_a_second_officer_agrees_within_a_day() {
        Scenario<ConsentState, ConsentCommand, ConsentEvent> asked =
                held().when(end("one")).then(new SafeguardingEndAsked(ANNA, officer("one"), TOMORROW, NOW));
        assertThat(outlook(asked).standing()).isEqualTo(Outlook.Standing.RESTRICTED);
        asked.when(agree("one")).then(ConsentRejection.END_SAME_PERSON);
        asked.at(TOMORROW).when(agree("two")).then(ConsentRejection.NO_END_ASKED);

        Scenario<ConsentState, ConsentCommand, ConsentEvent> ended = asked.when(agree("two"))
                .then(new SafeguardingEnded(ANNA, officer("one").account(), NOW));
        assertThat(outlook(ended).permission(Consents.question(Channel.WEBSITE), NOW))
                .isInstanceOf(Permission.Permitted.class);
        ended.when(agree("two")).then(ConsentRejection.NO_END_ASKED);
        ended.when(end("one")).then(ConsentRejection.NOT_SAFEGUARDED);
    }

    @Test
    void an_administrator_and_an_account_on_the_same_word_are_not_two() {
        Voucher root = new Voucher(officer("root").account(), officer("root").account(), true);
        Voucher made = new Voucher(officer("made").account(), officer("root").account(), false);
        held().and(new AskEndOfSafeguarding(ANNA, root))
                .when(new AgreeToEndOfSafeguarding(ANNA, true, made))
                .then(ConsentRejection.END_SAME_WORD);
    }

    @Test
    void what_nobody_asked_to_end_goes_on_and_so_does_a_new_hold_after_an_old_question() {
        held().when(agree("two")).then(ConsentRejection.NO_END_ASKED);
        held().and(end("one"), agree("two"), new SafeguardPerson(ANNA, WHY))
                .when(agree("two"))
                .then(ConsentRejection.NO_END_ASKED);
    }

    @Test
    void lifting_a_restriction_lifts_no_hold() {
        Scenario<ConsentState, ConsentCommand, ConsentEvent> story =
                held().and(new RestrictProcessing(ANNA), new LiftRestriction(ANNA));
        assertThat(outlook(story).standing()).isEqualTo(Outlook.Standing.RESTRICTED);
        held().when(new LiftRestriction(ANNA)).then(ConsentRejection.NOT_RESTRICTED);
    }

    @Test
    void whoever_is_erased_is_not_held() {
        allowed()
                .and(new RequestErasure(ANNA, PhotoTreatment.COVER, false))
                .when(new SafeguardPerson(ANNA, WHY))
                .then(ConsentRejection.PERSON_ERASED);
    }

    @Test
    @Requirement("R64")
    void a_restored_history_hears_it_again_once() {
        SafeguardingOrdered no = new SafeguardingOrdered(ANNA, WHY, 9, NOW);
        allowed().when(new RestoreNos(ANNA, List.of(no))).then(new SafeguardingOrdered(ANNA, WHY, 1, NOW));
        held().when(new RestoreNos(ANNA, List.of(no))).then(ConsentRejection.NOTHING_TO_RESTORE);
    }
}
