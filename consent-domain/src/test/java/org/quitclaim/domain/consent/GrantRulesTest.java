package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.NOTICE;
import static org.quitclaim.domain.consent.Consents.answer;
import static org.quitclaim.domain.consent.Consents.answers;
import static org.quitclaim.domain.consent.Consents.grant;
import static org.quitclaim.domain.consent.Consents.offer;
import static org.quitclaim.domain.consent.Consents.publication;
import static org.quitclaim.domain.consent.Consents.question;
import static org.quitclaim.domain.consent.Consents.recognition;
import static org.quitclaim.domain.consent.Consents.signed;
import static org.quitclaim.domain.consent.Consents.yes;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.ConsentCommand.GrantConsent;
import org.quitclaim.domain.consent.ConsentCommand.RecordDeath;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentEvent.ConsentGranted;
import org.quitclaim.domain.consent.ConsentEvent.ConsentRefused;
import org.quitclaim.domain.consent.ConsentEvent.QuitclaimOffered;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Signature.Confirmation;
import org.quitclaim.domain.consent.Signature.Level;
import org.quitclaim.domain.consent.Signature.Method;
import org.quitclaim.domain.consent.Signature.SignedBy;

class GrantRulesTest {
    private final Scenario<ConsentState, ConsentCommand, ConsentEvent> asked =
            Consents.visitor().and(offer("q", recognition(), publication(Channel.WEBSITE), publication(Channel.PRESS)));

    @Test
    @Requirement("R5")
    void aGrantKeepsTheNoticeVersionTheLanguageShownAndItsDigest() {
        asked.when(answer("q", 1, true, true, false))
                .then(
                        granted(0, recognition(), 1),
                        granted(1, publication(Channel.WEBSITE), 0),
                        new ConsentRefused(
                                ANNA, Sample.quitclaim("q"), 2, signed(Confirmation.TWO_STEPS), 1, Sample.NOW));
    }

    private static ConsentGranted granted(int ask, Terms terms, int key) {
        return new ConsentGranted(
                ANNA,
                Sample.quitclaim("q"),
                ask,
                grant("q", ask),
                NOTICE,
                Sample.sha256('a'),
                "nl",
                terms,
                signed(Confirmation.TWO_STEPS),
                key,
                Sample.NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "true,true,true", "true,true,false", "true,false,true", "true,false,false",
        "false,true,true", "false,true,false", "false,false,true", "false,false,false"
    })
    @Requirement("R2")
    void anySubsetCanBeGranted(boolean recognise, boolean website, boolean press) {
        Outlook outlook =
                outlook(asked.when(answer("q", 1, recognise, website, press)).accepted());
        assertThat(outlook.recognition(Sample.NOW).isPresent()).isEqualTo(recognise);
        assertThat(permits(outlook, Channel.WEBSITE)).isEqualTo(website);
        assertThat(permits(outlook, Channel.PRESS)).isEqualTo(press);
        assertThat(permits(outlook, Channel.ADVERTISING)).isFalse();
    }

    @Test
    @Requirement("R3")
    void refusingRecognitionLeavesPublicationPossibleAndMintsNoKey() {
        var state = asked.when(answer("q", 0, false, true, true)).accepted();
        assertThat(permits(outlook(state), Channel.WEBSITE)).isTrue();
        assertThat(((Known) state.state()).recognition()).isEqualTo(RecognitionKey.NONE);
    }

    @Test
    @Requirement("R1")
    void aMissingChoiceRefusesTheWholeSubmission() {
        asked.when(answer("q", 1, true, true)).then(ConsentRejection.MISSING_CHOICE);
        asked.when(answer("q", 1)).then(ConsentRejection.MISSING_CHOICE);
    }

    @Test
    void answeringAQuestionTwiceOrOneThatWasNotAskedIsRefused() {
        List<Answer> twice = List.of(
                new Answer(0, true, grant("q", 0)),
                new Answer(0, false, grant("q", 0)),
                new Answer(1, true, grant("q", 1)),
                new Answer(2, true, grant("q", 2)));
        asked.when(submission(twice, "nl", Confirmation.SIGNED, 1)).then(ConsentRejection.UNKNOWN_QUESTION);
        asked.when(answer("q", 1, true, true, true, true)).then(ConsentRejection.UNKNOWN_QUESTION);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheirOwnPageAnswersByThePersonsLink(Through through) {
        for (Method link : List.of(Method.LINK, Method.LINK_VOUCHED, Method.LINK_PRINTED)) {
            var answered = asked.when(recorded(link, Level.SIMPLE, through));
            switch (through) {
                case OWN_PAGE -> assertThat(answered.accepted().state()).isInstanceOf(Known.class);
                case STAFF -> answered.then(ConsentRejection.LINK_IS_THE_PERSONS);
            }
        }
    }

    /** Without a verified signature file nobody has seen more than a simple signature, whoever says so. */
    @ParameterizedTest
    @EnumSource
    void signatureThatNobodyVerified_isSimple(Method method) {
        for (Through through : Through.values()) {
            for (Level claimed : List.of(Level.ADVANCED, Level.QUALIFIED)) {
                asked.when(recorded(method, claimed, through)).then(ConsentRejection.LEVEL_UNVERIFIED);
            }
        }
        if (!method.byLink()) {
            assertThat(asked.when(recorded(method, Level.SIMPLE, Through.STAFF))
                            .accepted()
                            .state())
                    .isInstanceOf(Known.class);
        }
    }

    private static GrantConsent recorded(Method method, Level level, Through through) {
        GrantConsent yes = yes("q", 1, 3);
        Signature signature =
                new Signature(SignedBy.PERSON, List.of(), level, method, Confirmation.TWO_STEPS, Consents.EVIDENCE);
        return new GrantConsent(
                yes.person(),
                yes.quitclaim(),
                yes.language(),
                yes.answers(),
                signature,
                through,
                yes.keyGeneration(),
                yes.bothParents(),
                yes.sensitive());
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("R4")
    void recognitionNeedsAConfirmationOrASignature(Confirmation confirmation) {
        var outcome = asked.when(submission(answers("q", true, false, false), "nl", confirmation, 1));
        if (confirmation == Confirmation.SINGLE_STEP) {
            outcome.then(ConsentRejection.CONFIRMATION_NEEDED);
        } else {
            outcome.accepted();
        }
    }

    @Test
    @Requirement("R4")
    void publicationOfAVisitorNeedsNoSecondStepButThatOfAPatientDoes() {
        GrantConsent website = submission(answers("q", false, true, false), "nl", Confirmation.SINGLE_STEP, 0);
        GrantConsent nothing = submission(answers("q", false, false, false), "nl", Confirmation.SINGLE_STEP, 0);
        asked.when(website).accepted();
        var patient = Consents.registered(Capacity.PATIENT, AgeGroup.ADULT)
                .and(offer("q", recognition(), publication(Channel.WEBSITE), publication(Channel.PRESS)));
        patient.when(website).then(ConsentRejection.CONFIRMATION_NEEDED);
        patient.when(nothing).accepted();
    }

    @Test
    @Requirement("R4")
    void aSensitiveSubjectNeedsASecondStepWhoeverIsPortrayedAndAnEverydayOneDoesNot() {
        UseContext faith = new UseContext("faith");
        UseContext sports = new UseContext("sports");
        var person = Consents.visitor().and(offer("q", about(faith), about(sports)));

        person.when(about(Confirmation.SINGLE_STEP, true, true)).then(ConsentRejection.CONFIRMATION_NEEDED);
        person.when(about(Confirmation.TWO_STEPS, true, true)).accepted();
        person.when(about(Confirmation.SINGLE_STEP, false, true)).accepted();
    }

    private static GrantConsent about(Confirmation how, boolean... answers) {
        return new GrantConsent(
                ANNA,
                Sample.quitclaim("q"),
                "nl",
                answers("q", answers),
                signed(how),
                Through.OWN_PAGE,
                0,
                true,
                Set.of(new UseContext("faith")));
    }

    private static Terms about(UseContext subject) {
        Terms any = publication(Channel.WEBSITE);
        return new Terms(
                any.purpose(), any.channels(), any.territories(), Contexts.of(subject), any.coverage(), any.term());
    }

    @Test
    void aLanguageTheNoticeDoesNotHaveIsRefused() {
        asked.when(submission(answers("q", true, true, true), "fr", Confirmation.SIGNED, 1))
                .then(ConsentRejection.UNKNOWN_LANGUAGE);
    }

    @Test
    void anAnswerToNoQuestionnaireIsRefused() {
        asked.when(yes("other", 1, 3)).then(ConsentRejection.UNKNOWN_QUITCLAIM);
    }

    @Test
    void aQuitclaimIsAnsweredOnce() {
        var answered = asked.and(answer("q", 0, false, false, false));
        answered.when(yes("q", 1, 3)).then(ConsentRejection.ALREADY_ANSWERED);
    }

    @Test
    void refusingEverythingIsRecordedPerQuestion() {
        asked.when(answer("q", 0, false, false, false))
                .then(
                        new ConsentRefused(
                                ANNA, Sample.quitclaim("q"), 0, signed(Confirmation.TWO_STEPS), 1, Sample.NOW),
                        new ConsentRefused(
                                ANNA, Sample.quitclaim("q"), 1, signed(Confirmation.TWO_STEPS), 2, Sample.NOW),
                        new ConsentRefused(
                                ANNA, Sample.quitclaim("q"), 2, signed(Confirmation.TWO_STEPS), 3, Sample.NOW))
                .when(yes("q", 1, 3))
                .then(ConsentRejection.ALREADY_ANSWERED);
    }

    /** As an earlier version of this software let it be asked. */
    @Test
    @Requirement("R22")
    void aTermThatNobodyCanForeseeIsNotGrantedThoughItWasOffered() {
        Term endless = new Term(Sample.TODAY, LocalDate.of(300_000_000, 1, 1), Sample.AMSTERDAM);
        Consents.visitor()
                .given(new QuitclaimOffered(
                        ANNA,
                        Sample.quitclaim("q"),
                        NOTICE,
                        Consents.TEXTS,
                        Consents.asks(publication(Channel.PRESS, endless)),
                        List.of(),
                        List.of(),
                        Sample.NOW))
                .when(yes("q", 0, 1))
                .then(ConsentRejection.TERM_TOO_LONG);
    }

    @Test
    void aTermThatRanOutWhileTheOfferLayThereIsRefusedUnlessThatPartIsDeclined() {
        Term today = new Term(Sample.TODAY, Sample.TODAY, Sample.AMSTERDAM);
        var late = Consents.visitor()
                .and(offer("q", publication(Channel.WEBSITE, today), publication(Channel.PRESS)))
                .at(today.ends());
        late.when(answer("q", 0, true, true)).then(ConsentRejection.TERM_IN_THE_PAST);
        late.when(answer("q", 0, false, true)).accepted();
    }

    @Test
    void theErasedAndTheDeadGrantNothing() {
        asked.and(new RequestErasure(ANNA)).when(yes("q", 1, 3)).then(ConsentRejection.PERSON_ERASED);
        asked.and(new RecordDeath(ANNA)).when(yes("q", 1, 3)).then(ConsentRejection.PERSON_DECEASED);
    }

    @Test
    @Requirement("R33")
    void aRecognitionGrantMintsALaterKeyGenerationThanAnyBefore() {
        asked.when(yes("q", 0, 3)).then(ConsentRejection.STALE_KEY);
        Known known = (Known) asked.when(yes("q", 1, 3)).accepted().state();
        assertThat(known.recognition().generation()).isEqualTo(1);
        assertThat(known.recognition().phase()).isEqualTo(RecognitionKey.Phase.ACTIVE);
    }

    /** As after a restore from before a generation that the vault has destroyed. */
    @Test
    @Requirement({"R33", "R64"})
    void aRecognitionGrantMayPassGenerationsThatItsHistoryHasForgotten() {
        Known known = (Known) asked.when(yes("q", 3, 3)).accepted().state();
        assertThat(known.recognition().generation()).isEqualTo(3);
        assertThat(known.recognition().phase()).isEqualTo(RecognitionKey.Phase.ACTIVE);
    }

    @Test
    void recognitionIsNotGrantedTwiceAtATime() {
        asked.and(yes("q", 1, 3), offer("r", recognition()))
                .when(yes("r", 2, 1))
                .then(ConsentRejection.ALREADY_GRANTED);
    }

    @Test
    void afterAWithdrawalANewGrantMintsTheNextGeneration() {
        var again = asked.and(
                yes("q", 1, 3),
                new WithdrawConsent(ANNA, true, Set.of(), WithdrawnBy.PERSON),
                offer("r", recognition()));
        again.when(yes("r", 1, 1)).then(ConsentRejection.STALE_KEY);
        Known known = (Known) again.when(yes("r", 2, 1)).accepted().state();
        assertThat(known.recognition().generation()).isEqualTo(2);
        assertThat(known.outlook().recognition(Sample.NOW)).isPresent();
    }

    @Test
    @Requirement("R2")
    void answersInAnyOrderAreRecordedInTheOrderOfTheQuestions() {
        List<Answer> answers = answers("q", true, true, true).reversed();
        var events =
                asked.when(submission(answers, "nl", Confirmation.SIGNED, 1)).events();
        assertThat(events).extracting(event -> ((ConsentGranted) event).ask()).containsExactly(0, 1, 2);
    }

    private static GrantConsent submission(List<Answer> answers, String language, Confirmation how, int key) {
        return new GrantConsent(
                ANNA, Sample.quitclaim("q"), language, answers, signed(how), Through.OWN_PAGE, key, true, Set.of());
    }

    private static Outlook outlook(Scenario<ConsentState, ConsentCommand, ConsentEvent> person) {
        return ((Known) person.state()).outlook();
    }

    private static boolean permits(Outlook outlook, Channel channel) {
        return outlook.permission(question(channel), Sample.NOW) instanceof Permission.Permitted;
    }
}
