package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.NOTICE;
import static org.quitclaim.domain.consent.Consents.answer;
import static org.quitclaim.domain.consent.Consents.grant;
import static org.quitclaim.domain.consent.Consents.offer;
import static org.quitclaim.domain.consent.Consents.publication;
import static org.quitclaim.domain.consent.Consents.question;
import static org.quitclaim.domain.consent.Consents.recognition;
import static org.quitclaim.domain.consent.Consents.signed;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.ConsentCommand.ExpireConsent;
import org.quitclaim.domain.consent.ConsentCommand.RecordDeath;
import org.quitclaim.domain.consent.ConsentCommand.RenewConsent;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentEvent.ConsentRenewed;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Signature.Confirmation;

class RenewalTest {
    private static final Term LONGER = new Term(Sample.TODAY, Sample.TODAY.plusYears(2), Sample.AMSTERDAM);
    private static final Terms RECOGNITION = Terms.recognition(LONGER);
    private static final Terms WEBSITE = publication(Channel.WEBSITE, LONGER);

    private final Scenario<ConsentState, ConsentCommand, ConsentEvent> person =
            Consents.granted(recognition(), publication(Channel.WEBSITE)).and(offer("fresh", RECOGNITION, WEBSITE));

    @Test
    @Requirement({"R10", "R23"})
    void aRenewalPutsAFreshGrantOnTheCurrentTextInPlaceOfTheOldOne() {
        Known known = (Known) person.when(renew("firstb", 1, Confirmation.SINGLE_STEP))
                .then(new ConsentRenewed(
                        ANNA,
                        grant("first", 1),
                        Sample.quitclaim("fresh"),
                        1,
                        Sample.grant("renewed"),
                        NOTICE,
                        Sample.sha256('a'),
                        "nl",
                        WEBSITE,
                        signed(Confirmation.SINGLE_STEP),
                        0,
                        Sample.NOW))
                .state();
        assertThat(Sample.in(known.grants(), grant("first", 1)).status()).isEqualTo(ConsentStatus.EXPIRED);
        assertThat(Sample.in(known.grants(), Sample.grant("renewed")).status()).isEqualTo(ConsentStatus.RENEWED);
        assertThat(known.outlook()
                        .permission(question(Channel.WEBSITE), LONGER.ends().minusSeconds(1)))
                .isInstanceOf(Permission.Permitted.class);
    }

    @Test
    void aRenewedRecognitionKeepsItsKeyAndItsFaceprintAndNeedsTheSecondStep() {
        person.when(renew("firsta", 0, Confirmation.SINGLE_STEP)).then(ConsentRejection.CONFIRMATION_NEEDED);
        Known before = (Known) person.state();
        Known after = (Known)
                person.when(renew("firsta", 0, Confirmation.SIGNED)).accepted().state();
        assertThat(after.recognition()).isEqualTo(before.recognition());
        assertThat(after.outlook().recognition(LONGER.ends().minusSeconds(1))).isPresent();
    }

    /** She reads a page from before the renewal. */
    @Test
    void taking_back_what_was_renewed_takes_back_what_stands_in_its_place() {
        var renewed = person.and(renew("firstb", 1, Confirmation.SIGNED));
        Known after = (Known) renewed.and(
                        new WithdrawConsent(ANNA, false, Set.of(), Set.of(Sample.grant("firstb")), WithdrawnBy.PERSON))
                .state();
        assertThat(Sample.in(after.grants(), Sample.grant("renewed")).status()).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(after.outlook().recognition(Sample.NOW)).isPresent();
    }

    @Test
    @Requirement("R23")
    void whatHasEndedIsNotRenewed() {
        person.at(Sample.YEAR.ends())
                .when(renew("firstb", 1, Confirmation.SIGNED))
                .then(ConsentRejection.UNKNOWN_GRANT);
        person.and(new WithdrawConsent(ANNA, false, Set.of(Channel.WEBSITE), WithdrawnBy.PERSON))
                .when(renew("firstb", 1, Confirmation.SIGNED))
                .then(ConsentRejection.UNKNOWN_GRANT);
        person.when(renew("nothing", 1, Confirmation.SIGNED)).then(ConsentRejection.UNKNOWN_GRANT);
    }

    /** An offer to renew that nobody answers changes nothing: the grant ends on its day all the same. */
    @Test
    @Requirement("R23")
    void silence_extends_nothing() {
        Known unanswered = (Known) person.state();
        assertThat(unanswered
                        .outlook()
                        .permission(
                                question(Channel.WEBSITE), Sample.YEAR.ends().minusMillis(1)))
                .isInstanceOf(Permission.Permitted.class);
        assertThat(unanswered.outlook().permission(question(Channel.WEBSITE), Sample.YEAR.ends()))
                .isInstanceOf(Permission.Denied.class);
        Known after = (Known) person.at(Sample.YEAR.ends())
                .when(new ConsentCommand.ExpireConsent(ANNA))
                .accepted()
                .state();
        assertThat(after.grants().values())
                .allSatisfy(grant -> assertThat(grant.status()).isEqualTo(ConsentStatus.EXPIRED));
    }

    @Test
    void aRenewalAnswersAQuestionOfAnOfferThatWasNotAnsweredYet() {
        person.when(renew("firstb", 2, Confirmation.SIGNED)).then(ConsentRejection.UNKNOWN_QUITCLAIM);
        person.when(renew("firstb", -1, Confirmation.SIGNED)).then(ConsentRejection.UNKNOWN_QUITCLAIM);
        person.and(answer("fresh", 0, false, true))
                .when(renew("firstb", 1, Confirmation.SIGNED))
                .then(ConsentRejection.ALREADY_ANSWERED);
    }

    @Test
    @Requirement("R24")
    void anotherPurposeOrChannelIsNoRenewal() {
        person.when(renew("firsta", 1, Confirmation.SIGNED)).then(ConsentRejection.OTHER_PURPOSE);
        person.and(offer("press", publication(Channel.PRESS, LONGER)))
                .when(renewOn("press", "firstb", 0, "nl", signed(Confirmation.SIGNED)))
                .then(ConsentRejection.OTHER_PURPOSE);
    }

    static Stream<Terms> narrower() {
        Term later = new Term(Sample.TODAY.plusDays(1), Sample.TODAY.plusYears(2), Sample.AMSTERDAM);
        return Stream.of(
                publication(Channel.WEBSITE, later),
                terms(Set.of(Territory.EEA), Contexts.GENERAL, Coverage.EVERYTHING),
                terms(Set.of(Territory.WORLD), context("hip"), Coverage.EVERYTHING),
                terms(
                        Set.of(Territory.WORLD),
                        Contexts.GENERAL,
                        new Coverage(Coverage.Extent.PHOTOS, List.of(), List.of(Sample.photo("stage")))));
    }

    private static Terms terms(Set<Territory> where, Contexts contexts, Coverage coverage) {
        return new Terms(Purpose.PUBLICATION, Set.of(Channel.WEBSITE), where, contexts, coverage, LONGER);
    }

    /** It would end what uses rest on without being a revocation, so that nobody would take them down. */
    @ParameterizedTest
    @MethodSource("narrower")
    void aRenewalNeverTakesBackWhatTheOldGrantStillAllows(Terms terms) {
        person.and(offer("less", terms))
                .when(renewOn("less", "firstb", 0, "nl", signed(Confirmation.SIGNED)))
                .then(ConsentRejection.NARROWER_RENEWAL);
    }

    static Stream<Terms[]> wider() {
        Coverage gala = collections("gala");
        return Stream.of(
                new Terms[] {
                    terms(nl(), Contexts.GENERAL, gala), terms(eea(), Contexts.GENERAL, collections("gala", "ball"))
                },
                new Terms[] {terms(nl(), context("hip"), gala), terms(nl(), context("hip", "knee"), gala)},
                new Terms[] {terms(nl(), context("hip"), gala), terms(nl(), any("hip"), Coverage.EVERYTHING)},
                new Terms[] {terms(nl(), Contexts.GENERAL, gala), terms(nl(), any(), gala)},
                new Terms[] {terms(nl(), context("open-day"), gala), terms(nl(), any("open-day"), gala)});
    }

    @ParameterizedTest
    @MethodSource("wider")
    void aRenewalMayAllowMoreAndNotTheOtherWayRound(Terms narrow, Terms wide) {
        renewing(narrow, wide).accepted();
        renewing(wide, narrow).then(ConsentRejection.NARROWER_RENEWAL);
    }

    private static Scenario<ConsentState, ConsentCommand, ConsentEvent>.Outcome renewing(Terms old, Terms fresh) {
        return Consents.granted(old)
                .and(offer("fresh", fresh))
                .when(renewOn("fresh", "firsta", 0, "nl", signed(Confirmation.SIGNED)));
    }

    private static Set<Territory> nl() {
        return Set.of(new Territory("NL"));
    }

    private static Set<Territory> eea() {
        return Set.of(Territory.EEA, new Territory("US"));
    }

    private static Contexts context(String... codes) {
        return new Contexts(codes(codes), Set.of());
    }

    private static Contexts any(String... named) {
        return Subjects.DEFAULT.any(codes(named));
    }

    private static Set<UseContext> codes(String... codes) {
        return Stream.of(codes).map(UseContext::new).collect(Collectors.toSet());
    }

    /** It may become sensitive, and would then be covered no more, without a revocation. */
    @Test
    void whatWasNamedItselfIsNotRenewedAsOneOfMany() {
        renewing(terms(nl(), context("open-day"), Coverage.EVERYTHING), terms(nl(), any(), Coverage.EVERYTHING))
                .then(ConsentRejection.NARROWER_RENEWAL);
    }

    private static Coverage collections(String... words) {
        return new Coverage(
                Coverage.Extent.COLLECTIONS,
                Stream.of(words).map(Sample::collection).toList(),
                List.of());
    }

    @Test
    void aRenewalIsHeldToEveryOtherRuleOfAGrant() {
        person.when(renewOn("fresh", "firstb", 1, "fr", signed(Confirmation.SIGNED)))
                .then(ConsentRejection.UNKNOWN_LANGUAGE);
        person.when(renewOn("fresh", "firstb", 1, "nl", Consents.signedBy(Sample.representative("none"))))
                .then(ConsentRejection.UNKNOWN_REPRESENTATIVE);
        person.and(new RequestErasure(ANNA))
                .when(renew("firstb", 1, Confirmation.SIGNED))
                .then(ConsentRejection.PERSON_ERASED);
        person.and(new RecordDeath(ANNA))
                .when(renew("firstb", 1, Confirmation.SIGNED))
                .then(ConsentRejection.UNKNOWN_GRANT);
    }

    @Test
    void aRenewalOnTermsThatRanOutMeanwhileIsRefused() {
        Term today = new Term(Sample.TODAY, Sample.TODAY, Sample.AMSTERDAM);
        person.and(offer("short", publication(Channel.WEBSITE, today)))
                .at(today.ends())
                .when(renewOn("short", "firstb", 0, "nl", signed(Confirmation.SIGNED)))
                .then(ConsentRejection.TERM_IN_THE_PAST);
    }

    @Test
    @Requirement("R22")
    void theRenewedGrantOutlivesTheEndOfTheOldOneAndEndsItself() {
        var renewed = person.and(renew("firsta", 0, Confirmation.SIGNED)).at(Sample.YEAR.ends());
        renewed.when(new ExpireConsent(ANNA))
                .thenOne(event -> event instanceof ConsentEvent.ConsentExpired expired
                        && expired.grant().equals(grant("first", 1)));
        assertThat(renewed.and(new ExpireConsent(ANNA))
                        .at(LONGER.ends())
                        .when(new ExpireConsent(ANNA))
                        .events())
                .hasSize(2);
    }

    @Test
    void anAnsweredOfferStaysAnswered() {
        person.and(renew("firstb", 1, Confirmation.SIGNED))
                .when(answer("fresh", 0, false, true))
                .then(ConsentRejection.ALREADY_ANSWERED);
    }

    private static RenewConsent renew(String old, int ask, Confirmation confirmation) {
        return renewOn("fresh", old, ask, "nl", signed(confirmation));
    }

    private static RenewConsent renewOn(String quitclaim, String old, int ask, String language, Signature signature) {
        return new RenewConsent(
                ANNA,
                Sample.grant(old),
                Sample.grant("renewed"),
                Sample.quitclaim(quitclaim),
                ask,
                language,
                signature,
                true,
                Set.of());
    }
}
