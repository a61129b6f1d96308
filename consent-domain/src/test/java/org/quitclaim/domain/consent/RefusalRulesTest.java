package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.EVIDENCE;
import static org.quitclaim.domain.consent.Consents.answer;
import static org.quitclaim.domain.consent.Consents.asks;
import static org.quitclaim.domain.consent.Consents.offer;
import static org.quitclaim.domain.consent.Consents.publication;
import static org.quitclaim.domain.consent.Consents.question;
import static org.quitclaim.domain.consent.Consents.recognition;
import static org.quitclaim.domain.consent.Consents.visitor;
import static org.quitclaim.domain.consent.Consents.yes;

import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.ConsentCommand.AddRepresentative;
import org.quitclaim.domain.consent.ConsentCommand.GrantConsent;
import org.quitclaim.domain.consent.ConsentCommand.OfferQuitclaim;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentEvent.ConsentRefused;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Signature.Confirmation;
import org.quitclaim.domain.consent.Signature.Level;
import org.quitclaim.domain.consent.Signature.Method;
import org.quitclaim.domain.consent.Signature.SignedBy;
import org.quitclaim.domain.id.RepresentativeId;

/** A no is an event with its day, and is not silence. */
@Requirement("R1")
class RefusalRulesTest {
    private static final Permission REFUSED_TODAY = new Permission.Denied(Denial.REFUSED, List.of(Sample.TODAY));

    private final Scenario<ConsentState, ConsentCommand, ConsentEvent> asked =
            visitor().and(offer("q", publication(Channel.WEBSITE), publication(Channel.PRESS)));
    private final Scenario<ConsentState, ConsentCommand, ConsentEvent> refused = asked.and(answer("q", 0, false, true));

    @Test
    void whoWasAskedAndDidNotAnswerRefusedNothing() {
        assertThat(permission(asked, Channel.WEBSITE)).isEqualTo(new Permission.Denied(Denial.NO_CONSENT));
        var ranOut = asked.at(Sample.YEAR.ends());
        assertThat(permission(ranOut, Channel.WEBSITE)).isEqualTo(new Permission.Denied(Denial.NO_CONSENT));
    }

    @Test
    void aNoToOneChannelIsToldWithItsDayAndTheYesToAnotherStands() {
        assertThat(permission(refused, Channel.WEBSITE)).isEqualTo(REFUSED_TODAY);
        assertThat(permission(refused, Channel.PRESS)).isInstanceOf(Permission.Permitted.class);
        assertThat(permission(refused, Channel.PRINT)).isEqualTo(new Permission.Denied(Denial.OTHER_CHANNEL));
    }

    @Test
    void aLaterYesSupersedesAndItsWithdrawalIsAWithdrawal() {
        var later = refused.and(again("later", AskedAgain.PERSON_CAME_BACK), yes("later", 0, 1));
        assertThat(permission(later, Channel.WEBSITE)).isInstanceOf(Permission.Permitted.class);
        var back = later.and(new WithdrawConsent(ANNA, false, Set.of(Channel.WEBSITE), WithdrawnBy.PERSON));
        assertThat(permission(back, Channel.WEBSITE)).isEqualTo(new Permission.Denied(Denial.WITHDRAWN));
        assertThat(Sample.in(((Known) later.state()).offers(), Sample.quitclaim("q"))
                        .refusals())
                .extracting(Refusal::superseded)
                .containsExactly(true);
    }

    @Test
    void aYesToSomethingNarrowerLeavesTheNoToTheRest() {
        Terms narrow = new Terms(
                Purpose.PUBLICATION,
                Set.of(Channel.WEBSITE),
                Set.of(new Territory("BE")),
                Contexts.GENERAL,
                Coverage.EVERYTHING,
                Sample.YEAR);
        var later = refused.and(
                new OfferQuitclaim(
                        ANNA,
                        Sample.quitclaim("later"),
                        Consents.NOTICE,
                        Consents.TEXTS,
                        asks(narrow),
                        List.of(),
                        List.of(AskedAgain.PERSON_CAME_BACK)),
                yes("later", 0, 1));
        assertThat(permission(later, Channel.WEBSITE)).isEqualTo(REFUSED_TODAY);
    }

    @Test
    void aNoToWhatAFormerYesAllowsTakesItBack() {
        var allowed =
                visitor().and(offer("q", publication(Channel.WEBSITE), publication(Channel.PRESS)), yes("q", 0, 2));
        var later = allowed.and(offer("later", publication(Channel.WEBSITE)), answer("later", 0, false));
        assertThat(permission(later, Channel.WEBSITE)).isEqualTo(REFUSED_TODAY);
        assertThat(permission(later, Channel.PRESS)).isInstanceOf(Permission.Permitted.class);
        assertThat(((Known) later.state()).revocations())
                .as("the no and what it takes back")
                .isEqualTo(2);
    }

    @Test
    void aNoToAnotherSubjectTakesNothingBack() {
        Terms clinic = new Terms(
                Purpose.PUBLICATION,
                Set.of(Channel.WEBSITE),
                Set.of(Territory.WORLD),
                Contexts.of(new UseContext("hiv-clinic")),
                Coverage.EVERYTHING,
                Sample.YEAR);
        var later = visitor()
                .and(
                        offer("q", publication(Channel.WEBSITE)),
                        yes("q", 0, 1),
                        offer("later", clinic),
                        answer("later", 0, false));
        assertThat(permission(later, Channel.WEBSITE)).isInstanceOf(Permission.Permitted.class);
        assertThat(((Known) later.state()).revocations()).as("the no alone").isEqualTo(1);
    }

    /** Which of the two is meant nobody knows. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aYesAndANoToTheSameUseOnOneFormAllowNothing(boolean first) {
        var both = visitor()
                .and(
                        offer("q", publication(Channel.WEBSITE), publication(Channel.WEBSITE)),
                        answer("q", 0, first, !first));
        assertThat(permission(both, Channel.WEBSITE)).isInstanceOf(Permission.Denied.class);
        assertThat(((Known) both.state()).revocations()).isEqualTo(2);
    }

    @Test
    void aNoToOneCountryAndAYesToTheWorldOnOneFormAllowNothingThere() {
        Terms world = publication(Channel.WEBSITE);
        Terms here = new Terms(
                world.purpose(),
                world.channels(),
                Set.of(new Territory("NL")),
                world.contexts(),
                world.coverage(),
                world.term());
        var both = visitor().and(offer("q", world, here), answer("q", 0, true, false));
        assertThat(permission(both, Channel.WEBSITE)).isInstanceOf(Permission.Denied.class);
    }

    @Test
    void aYesAndANoToRecognitionOnOneFormLeaveNoKey() {
        var both = visitor().and(offer("q", recognition(), recognition()), answer("q", 1, true, false));
        assertThat(((Known) both.state()).outlook().recognition(Sample.NOW)).isEmpty();
        assertThat(((Known) both.state()).recognition().phase()).isNotEqualTo(RecognitionKey.Phase.ACTIVE);
    }

    @Test
    void aNoToRecognitionEndsTheFaceprintThatAFormerYesAllowed() {
        var allowed = visitor().and(offer("q", recognition()), yes("q", 1, 1));
        var later = allowed.and(offer("later", recognition()), answer("later", 0, false));
        assertThat(((Known) later.state()).outlook().recognition(Sample.NOW)).isEmpty();
        assertThat(((Known) later.state()).recognition().phase()).isNotEqualTo(RecognitionKey.Phase.ACTIVE);
    }

    @Test
    void aYesToUseOfPhotosDoesNotSupersedeANoToRecognition() {
        var person = visitor().and(offer("q", recognition()), answer("q", 0, false));
        var later = person.and(offer("web", publication(Channel.WEBSITE)), yes("web", 0, 1));
        assertThat(((Known) later.state()).outlook().refusals()).hasSize(1);
    }

    @Test
    void asking_again_within_half_a_year_is_too_soon() {
        AskedTooSoon tooSoon = new AskedTooSoon(Sample.TODAY.plusMonths(6));
        refused.when(offer("more", publication(Channel.WEBSITE))).then(tooSoon);
        refused.when(again("more", AskedAgain.OTHER_QUESTION)).then(tooSoon);
        refused.when(offer("other", publication(Channel.PRINT))).accepted();
        var no = visitor().and(offer("q", recognition()), answer("q", 0, false));
        no.when(offer("more", recognition())).then(tooSoon);
    }

    @ParameterizedTest
    @EnumSource(names = {"PERSON_CAME_BACK", "NO_BY_MISTAKE"})
    void asking_again_is_possible_at_once_where_it_comes_from_the_person(AskedAgain reason) {
        refused.when(again("more", reason)).accepted();
    }

    @Test
    void after_the_wait_whoever_asks_again_is_told_of_the_no_and_needs_a_reason() {
        var later = refused.at(Sample.NOW.atZone(Sample.AMSTERDAM).plusMonths(6).toInstant());
        later.when(offer("more", publication(Channel.WEBSITE))).then(new RefusedBefore(Sample.TODAY));
        later.when(again("more", AskedAgain.OTHER_QUESTION)).accepted();
        var eve = refused.at(Sample.TODAY
                .plusMonths(6)
                .atStartOfDay(Sample.AMSTERDAM)
                .minusSeconds(1)
                .toInstant());
        eve.when(again("more", AskedAgain.OTHER_QUESTION)).then(new AskedTooSoon(Sample.TODAY.plusMonths(6)));
    }

    @Test
    void an_organisation_may_do_without_a_wait() {
        refused.when(new OfferQuitclaim(
                        ANNA,
                        Sample.quitclaim("more"),
                        Consents.NOTICE,
                        Consents.TEXTS,
                        asks(publication(Channel.WEBSITE)),
                        List.of(),
                        List.of(),
                        new AskingRules(LongestTerms.DEFAULT, Period.ZERO)))
                .then(new RefusedBefore(Sample.TODAY));
    }

    @Test
    void aNoNeedsNobodysAuthority() {
        RepresentativeId aunt = Sample.representative("aunt");
        var child = Consents.registered(Capacity.VISITOR, AgeGroup.MINOR)
                .and(
                        new AddRepresentative(
                                ANNA,
                                new Representative(
                                        aunt,
                                        Representative.Role.GUARDIAN,
                                        Sample.record("papers"),
                                        false,
                                        false,
                                        false)),
                        offer("q", publication(Channel.WEBSITE)));
        Signature hers = new Signature(
                SignedBy.REPRESENTATIVE, List.of(aunt), Level.SIMPLE, Method.PAPER, Confirmation.SINGLE_STEP, EVIDENCE);
        child.when(on(hers, true)).then(ConsentRejection.UNVERIFIED_REPRESENTATIVE);
        child.when(on(hers, false)).then(new ConsentRefused(ANNA, Sample.quitclaim("q"), 0, hers, 1, Sample.NOW));
        child.when(answer("q", 0, false)).accepted();
        child.and(new ConsentCommand.DisputeRepresentation(ANNA, aunt))
                .when(on(hers, false))
                .accepted();
    }

    @Test
    void aNoOnPaperIsRecordedAsOne() {
        Signature paper =
                new Signature(SignedBy.PERSON, List.of(), Level.SIMPLE, Method.PAPER, Confirmation.SIGNED, EVIDENCE);
        var person = visitor().and(offer("q", publication(Channel.WEBSITE)));
        person.when(on(paper, false)).then(new ConsentRefused(ANNA, Sample.quitclaim("q"), 0, paper, 1, Sample.NOW));
    }

    private static OfferQuitclaim again(String quitclaim, AskedAgain reason) {
        return new OfferQuitclaim(
                ANNA,
                Sample.quitclaim(quitclaim),
                Consents.NOTICE,
                Consents.TEXTS,
                asks(publication(Channel.WEBSITE)),
                List.of(),
                List.of(reason));
    }

    private static GrantConsent on(Signature signature, boolean granted) {
        return new GrantConsent(
                ANNA,
                Sample.quitclaim("q"),
                "nl",
                Consents.answers("q", granted),
                signature,
                Through.STAFF,
                0,
                false,
                Set.of());
    }

    private static Permission permission(Scenario<ConsentState, ConsentCommand, ConsentEvent> person, Channel channel) {
        return ((Known) person.state()).outlook().permission(question(channel), Sample.NOW);
    }
}
