package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.EVIDENCE;
import static org.quitclaim.domain.consent.Consents.answer;
import static org.quitclaim.domain.consent.Consents.grant;
import static org.quitclaim.domain.consent.Consents.offer;
import static org.quitclaim.domain.consent.Consents.publication;
import static org.quitclaim.domain.consent.Consents.question;
import static org.quitclaim.domain.consent.Consents.recognition;
import static org.quitclaim.domain.consent.Consents.registered;
import static org.quitclaim.domain.consent.Consents.visitor;
import static org.quitclaim.domain.consent.Consents.yes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.consent.ConsentCommand.ConfirmGrants;
import org.quitclaim.domain.consent.ConsentCommand.EnrolFaceprint;
import org.quitclaim.domain.consent.ConsentCommand.ExpireConsent;
import org.quitclaim.domain.consent.ConsentCommand.GrantConsent;
import org.quitclaim.domain.consent.ConsentCommand.RecordDeath;
import org.quitclaim.domain.consent.ConsentCommand.RenewConsent;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Signature.Method;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.vault.AccountId;

/** A yes that nobody has seen her give. */
class SecondLookRulesTest {
    private static final Voucher TYPED = voucher("typed");
    private static final Voucher SAW = voucher("saw");
    private static final GrantId FACE = grant("first", 0);

    @ParameterizedTest
    @EnumSource(value = Method.class, names = "LINK", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("R4")
    void recognition_on_one_employees_word_waits(Method way) {
        var given = visitor().and(offer("first", recognition()), by(way, yes("first", 1, 1)));
        assertThat(outlook(given).recognition(Sample.NOW)).isEmpty();
        assertThat(outlook(given).recognitionWaits(Sample.NOW)).isTrue();
        assertThat(known(given).grants()).as("her answer is kept").containsKey(FACE);
        given.when(enrolment(1)).then(ConsentRejection.RECOGNITION_UNCONFIRMED);
    }

    @Test
    void recognition_by_a_confirmed_contact_point_counts_at_once() {
        var given = visitor().and(offer("first", recognition()), yes("first", 1, 1));
        assertThat(outlook(given).recognition(Sample.NOW)).isPresent();
        given.when(confirmed(true, FACE)).then(ConsentRejection.NOTHING_WAITS);
    }

    @Test
    void only_a_patients_photos_wait() {
        Terms website = publication(Channel.WEBSITE);
        var patient = registered(Capacity.PATIENT, AgeGroup.ADULT)
                .and(offer("first", website), by(Method.LINK_VOUCHED, yes("first", 0, 1)));
        assertThat(website(patient)).isEqualTo(new Permission.Denied(Denial.UNCONFIRMED));
        var visitor = visitor().and(offer("first", website), by(Method.LINK_VOUCHED, yes("first", 0, 1)));
        assertThat(website(visitor)).isInstanceOf(Permission.Permitted.class);
        var found = visitor.given(new ConsentEvent.ProtectionRaised(
                ANNA,
                new Circumstances(Capacity.PATIENT, AgeGroup.ADULT),
                CorrectedBecause.RECORDED_WRONGLY,
                List.of(),
                List.of(),
                1,
                Sample.NOW));
        assertThat(website(found)).as("found to be a patient").isEqualTo(new Permission.Denied(Denial.UNCONFIRMED));
    }

    @Test
    void what_its_terms_do_not_cover_is_no_matter_of_waiting() {
        var patient = registered(Capacity.PATIENT, AgeGroup.ADULT)
                .and(offer("first", publication(Channel.WEBSITE)), by(Method.PAPER, yes("first", 0, 1)));
        assertThat(outlook(patient).permission(question(Channel.PRINT), Sample.NOW))
                .isEqualTo(new Permission.Denied(Denial.OTHER_CHANNEL));
    }

    @Test
    @Requirement("R4")
    void a_second_employee_who_has_seen_her_makes_it_count() {
        waiting()
                .when(confirmed(true, FACE))
                .then(new ConsentEvent.GrantsConfirmed(ANNA, List.of(FACE), SeenHow.WITH_DOCUMENT, Sample.NOW));
        var seen = waiting().and(confirmed(true, FACE));
        assertThat(outlook(seen).recognition(Sample.NOW)).isPresent();
        seen.when(confirmed(true, FACE)).then(ConsentRejection.NOTHING_WAITS);
    }

    @Test
    void whoever_vouched_for_it_is_no_second_employee() {
        waiting().when(confirmed(true, true, TYPED, FACE)).then(ConsentRejection.SEEN_BY_THE_SAME);
        Voucher made = new Voucher(SAW.account(), TYPED.account(), true);
        waiting().when(confirmed(true, true, made, FACE)).then(ConsentRejection.SEEN_ON_THE_SAME_WORD);
        assertThat(known(waiting().and(confirmed(false, true, TYPED, FACE))).waits(face(waiting())))
                .as("where the organisation asks for one person only")
                .isFalse();
    }

    @Test
    void what_nobody_can_tell_of_nobody_confirms() {
        waiting().when(confirmed(true, false, SAW, FACE)).then(ConsentRejection.VOUCHED_BY_NOBODY_KNOWN);
        ConfirmGrants ofNobody = new ConfirmGrants(
                ANNA, List.of(FACE), SeenHow.IN_PERSON, new SecondEmployee(true, true, List.of(), SAW));
        waiting().when(ofNobody).then(ConsentRejection.VOUCHED_BY_NOBODY_KNOWN);
    }

    @Test
    void nothing_is_confirmed_that_does_not_wait() {
        waiting().when(confirmed(true)).then(ConsentRejection.NOTHING_WAITS);
        waiting().when(confirmed(true, FACE, grant("other", 0))).then(ConsentRejection.NOTHING_WAITS);
        waiting().and(takeBack()).when(confirmed(true, FACE)).then(ConsentRejection.NOTHING_WAITS);
        waiting().and(new RequestErasure(ANNA)).when(confirmed(true, FACE)).then(ConsentRejection.PERSON_ERASED);
        waiting().and(new RecordDeath(ANNA)).when(confirmed(true, FACE)).then(ConsentRejection.PERSON_DECEASED);
        assertThat(outlook(waiting().and(confirmed(true, FACE), new RecordDeath(ANNA)))
                        .recognition(Sample.NOW))
                .isEmpty();
    }

    @Test
    void what_waits_is_taken_back_and_runs_out_like_any_other() {
        assertThat(waiting().when(takeBack()).events())
                .hasExactlyElementsOfTypes(ConsentEvent.ConsentWithdrawn.class, ConsentEvent.ErasureOrdered.class);
        Scenario<ConsentState, ConsentCommand, ConsentEvent> later =
                waiting().at(recognition().term().ends());
        assertThat(later.when(new ExpireConsent(ANNA)).events())
                .hasExactlyElementsOfTypes(ConsentEvent.ConsentExpired.class, ConsentEvent.ErasureOrdered.class);
    }

    @Test
    void a_yes_that_waits_ends_no_no_and_one_that_is_confirmed_does() {
        Terms website = publication(Channel.WEBSITE);
        ConsentCommand weak = by(Method.CLERK_ASSISTED, yes("first", 0, 1));
        List<ConsentCommand> refused = List.of(offer("no", website), answer("no", 0, false), askedAgain(website), weak);
        assertThat(saidNo(refused)).as("refused before").isTrue();
        assertThat(outlook(after(refused)).refusals()).isNotEmpty();
        var seen = after(refused).and(confirmed(true, FACE));
        assertThat(outlook(seen).refusals()).isEmpty();
        assertThat(website(seen)).isInstanceOf(Permission.Permitted.class);
        List<ConsentCommand> withdrawn = List.of(
                offer("before", website),
                yes("before", 0, 1),
                new WithdrawConsent(ANNA, false, Set.of(Channel.WEBSITE), WithdrawnBy.PERSON),
                offer("first", website),
                weak);
        assertThat(saidNo(withdrawn)).as("taken back before").isTrue();
        for (List<ConsentCommand> said : List.of(refused, withdrawn)) {
            assertThat(saidNo(Stream.concat(said.stream(), Stream.of(confirmed(true, FACE)))
                            .toList()))
                    .isFalse();
        }
    }

    @Test
    void a_yes_that_only_waits_keeps_nobody_from_saying_yes_by_a_better_way() {
        var again = waiting().and(offer("better", recognition()));
        assertThat(again.when(yes("better", 2, 1)).events())
                .hasExactlyElementsOfTypes(ConsentEvent.ErasureOrdered.class, ConsentEvent.ConsentGranted.class);
        var better = again.and(yes("better", 2, 1));
        assertThat(outlook(better).recognition(Sample.NOW))
                .hasValueSatisfying(grant -> assertThat(grant.id()).isEqualTo(grant("better", 0)));
        assertThat(known(better).recognition().generation()).isEqualTo(2);
        assertThat(known(better).recognition().owes(1)).isTrue();
        better.when(confirmed(true, FACE)).then(ConsentRejection.NOTHING_WAITS);
        better.and(offer("third", recognition())).when(yes("third", 3, 1)).then(ConsentRejection.ALREADY_GRANTED);
    }

    @Test
    void a_renewal_that_would_wait_is_refused_and_what_it_renews_stays() {
        var given = visitor().and(offer("first", recognition()), yes("first", 1, 1), offer("second", recognition()));
        Signature weak = by(Method.LINK_VOUCHED, yes("second", 0, 1)).signature();
        given.when(new RenewConsent(
                        ANNA, FACE, grant("second", 0), Sample.quitclaim("second"), 0, "nl", weak, true, Set.of()))
                .then(ConsentRejection.RENEWAL_WOULD_WAIT);
    }

    private static Scenario<ConsentState, ConsentCommand, ConsentEvent> waiting() {
        return visitor().and(offer("first", recognition()), by(Method.LINK_VOUCHED, yes("first", 1, 1)));
    }

    private static WithdrawConsent takeBack() {
        return new WithdrawConsent(ANNA, true, Set.of(), WithdrawnBy.PERSON);
    }

    private static GrantConsent by(Method way, GrantConsent yes) {
        Signature signature = new Signature(
                Signature.SignedBy.PERSON,
                List.of(),
                Signature.Level.SIMPLE,
                way,
                Signature.Confirmation.TWO_STEPS,
                EVIDENCE);
        return new GrantConsent(
                yes.person(),
                yes.quitclaim(),
                yes.language(),
                yes.answers(),
                signature,
                way.byLink() ? Through.OWN_PAGE : Through.STAFF,
                yes.keyGeneration(),
                yes.bothParents(),
                yes.sensitive());
    }

    private static ConfirmGrants confirmed(boolean required, GrantId... grants) {
        return confirmed(required, true, SAW, grants);
    }

    private static ConfirmGrants confirmed(boolean required, boolean known, Voucher second, GrantId... grants) {
        return new ConfirmGrants(
                ANNA,
                List.of(grants),
                SeenHow.WITH_DOCUMENT,
                new SecondEmployee(required, known, List.of(TYPED), second));
    }

    private static EnrolFaceprint enrolment(int generation) {
        return new EnrolFaceprint(
                ANNA,
                generation,
                Sample.record("faceprint"),
                "pack",
                Sample.photo("portrait"),
                Sample.face("her"),
                Sample.permit("one"));
    }

    private static Voucher voucher(String name) {
        AccountId account = Sample.account(name);
        return new Voucher(account, account, false);
    }

    private static Grant face(Scenario<ConsentState, ConsentCommand, ConsentEvent> person) {
        return Sample.in(known(person).grants(), FACE);
    }

    private static ConsentCommand askedAgain(Terms terms) {
        ConsentCommand.OfferQuitclaim first = offer("first", terms);
        return new ConsentCommand.OfferQuitclaim(
                first.person(),
                first.quitclaim(),
                first.notice(),
                first.noticeSha256ByLanguage(),
                first.asks(),
                first.justification(),
                List.of(AskedAgain.PERSON_CAME_BACK));
    }

    /** Of a patient. */
    private static Scenario<ConsentState, ConsentCommand, ConsentEvent> after(List<ConsentCommand> said) {
        return registered(Capacity.PATIENT, AgeGroup.ADULT).and(said.toArray(ConsentCommand[]::new));
    }

    private static boolean saidNo(List<ConsentCommand> said) {
        List<ConsentEvent> history = new ArrayList<>();
        var person = registered(Capacity.PATIENT, AgeGroup.ADULT);
        for (ConsentCommand one : said) {
            history.addAll(person.when(one).events());
            person = person.and(one);
        }
        return SaidNo.by(known(person), history.stream());
    }

    private static Permission website(Scenario<ConsentState, ConsentCommand, ConsentEvent> person) {
        return outlook(person).permission(question(Channel.WEBSITE), Sample.NOW);
    }

    private static Outlook outlook(Scenario<ConsentState, ConsentCommand, ConsentEvent> person) {
        return known(person).outlook();
    }

    private static Known known(Scenario<ConsentState, ConsentCommand, ConsentEvent> person) {
        return (Known) person.state();
    }
}
