package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.NOTICE;
import static org.quitclaim.domain.consent.Consents.TEXTS;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.ConsentCommand.OfferQuitclaim;
import org.quitclaim.domain.consent.ConsentCommand.RecordDeath;
import org.quitclaim.domain.consent.ConsentCommand.RegisterPerson;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentEvent.PersonRegistered;
import org.quitclaim.domain.consent.ConsentEvent.QuitclaimOffered;
import org.quitclaim.domain.vault.RecordId;

class OfferRulesTest {
    private static final List<Ask> ASKS = Consents.asks(Consents.recognition(), Consents.publication(Channel.WEBSITE));

    @Test
    void aPersonIsRegisteredWithNothingAllowed() {
        RecordId identity = Sample.record("identity");
        ConsentState state = Consents.nobody()
                .when(new RegisterPerson(ANNA, Capacity.MODEL, AgeGroup.ADULT, identity))
                .then(new PersonRegistered(ANNA, Capacity.MODEL, AgeGroup.ADULT, identity, Sample.NOW))
                .state();
        assertThat(((ConsentState.Known) state).outlook()).isEqualTo(Outlook.NOTHING);
    }

    @Test
    void registeringTwiceIsRefused() {
        Consents.visitor()
                .when(new RegisterPerson(ANNA, Capacity.MODEL, AgeGroup.ADULT, Sample.record("other")))
                .then(ConsentRejection.ALREADY_REGISTERED);
    }

    @Test
    void nobodyUnknownCanBeAsked() {
        Consents.nobody().when(offer(List.of(), TEXTS, ASKS)).then(ConsentRejection.UNKNOWN_PERSON);
    }

    @Test
    void anOfferKeepsTheDigestOfEveryLanguageOfTheNotice() {
        Consents.visitor()
                .when(offer(List.of(), TEXTS, ASKS))
                .then(new QuitclaimOffered(
                        ANNA, Sample.quitclaim("one"), NOTICE, TEXTS, ASKS, List.of(), List.of(), Sample.NOW));
    }

    @Test
    void offeringTheSameQuitclaimTwiceIsRefused() {
        Consents.visitor()
                .and(offer(List.of(), TEXTS, ASKS))
                .when(offer(List.of(), TEXTS, ASKS))
                .then(ConsentRejection.QUITCLAIM_EXISTS);
    }

    @Test
    void askingNothingIsRefused() {
        Consents.visitor().when(offer(List.of(), TEXTS, List.of())).then(ConsentRejection.NOTHING_ASKED);
    }

    @Test
    void more_questions_than_anybody_looks_at_are_refused() {
        Consents.visitor().when(offer(List.of(), TEXTS, many(81))).then(ConsentRejection.TOO_MUCH_ASKED);
        Consents.visitor().when(offer(List.of(), TEXTS, many(80))).accepted();
    }

    private static List<Ask> many(int questions) {
        return IntStream.range(0, questions)
                .mapToObj(number -> new Ask(number, Consents.publication(Channel.WEBSITE)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "RECOGNITION, 2028-11-23, true",
        "RECOGNITION, 2028-11-24, false",
        "PUBLICATION, 2031-11-23, true",
        "PUBLICATION, 2031-11-24, false"
    })
    @Requirement("R22")
    void nothingIsAskedForBeyondTheLongestTermOfItsPurpose(Purpose purpose, LocalDate until, boolean accepted) {
        Term term = new Term(Sample.TODAY.plusDays(30), until, Sample.AMSTERDAM);
        Terms terms =
                purpose == Purpose.RECOGNITION ? Terms.recognition(term) : Consents.publication(Channel.PRESS, term);
        var asked = Consents.visitor()
                .when(new OfferQuitclaim(
                        ANNA,
                        Sample.quitclaim("one"),
                        NOTICE,
                        TEXTS,
                        Consents.asks(terms),
                        List.of(),
                        List.of(),
                        AskingRules.DEFAULT));
        if (accepted) {
            asked.accepted();
        } else {
            asked.then(new LongerThanAllowed(until.minusDays(1)));
        }
    }

    @Test
    @Requirement("R5")
    void askingWithoutATextToShowIsRefused() {
        Consents.visitor().when(offer(List.of(), Map.of(), ASKS)).then(ConsentRejection.NO_NOTICE_TEXT);
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPLOYEE", "PUPIL", "PATIENT"})
    @Requirement("R6")
    void askingSomebodyWhoDependsOnTheAskerNeedsAJustification(Capacity capacity) {
        var dependent = Consents.registered(capacity, AgeGroup.ADULT);
        dependent.when(offer(List.of(), TEXTS, ASKS)).then(ConsentRejection.JUSTIFICATION_NEEDED);
        dependent.when(offer(List.of(Consents.JUSTIFICATION), TEXTS, ASKS)).accepted();
    }

    @ParameterizedTest
    @EnumSource(names = {"VISITOR", "MODEL", "PUBLIC_FIGURE"})
    @Requirement("R6")
    void askingOthersNeedsNone(Capacity capacity) {
        Consents.registered(capacity, AgeGroup.ADULT)
                .when(offer(List.of(), TEXTS, ASKS))
                .accepted();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2126-11-23, true",
        "2026-11-23, 2999-01-01, false",
        "2026-11-23, +292278995-01-01, false",
        "2026-11-23, +999999999-12-31, false",
        "1926-11-23, 2026-11-30, true",
        "-999999999-01-01, 2026-11-30, false"
    })
    @Requirement("R22")
    void aTermBeginsAndEndsWithinALifetime(LocalDate from, LocalDate until, boolean accepted) {
        Terms terms = Consents.publication(Channel.PRESS, new Term(from, until, Sample.AMSTERDAM));
        var asked = Consents.visitor().when(offer(List.of(), TEXTS, Consents.asks(Consents.recognition(), terms)));
        if (accepted) {
            asked.accepted();
        } else {
            asked.then(ConsentRejection.TERM_TOO_LONG);
        }
    }

    @Test
    void aTermThatEndedYesterdayIsRefusedAndOneThatEndsTodayIsNot() {
        Term yesterday = new Term(Sample.TODAY.minusDays(9), Sample.TODAY.minusDays(1), Sample.AMSTERDAM);
        Term today = new Term(Sample.TODAY, Sample.TODAY, Sample.AMSTERDAM);
        Consents.visitor()
                .when(offer(
                        List.of(),
                        TEXTS,
                        Consents.asks(Consents.recognition(), Consents.publication(Channel.PRESS, yesterday))))
                .then(ConsentRejection.TERM_IN_THE_PAST);
        Consents.visitor()
                .when(offer(List.of(), TEXTS, Consents.asks(Consents.publication(Channel.PRESS, today))))
                .accepted();
    }

    @Test
    void theErasedAndTheDeadAreNotAsked() {
        Consents.visitor()
                .and(new RequestErasure(ANNA))
                .when(offer(List.of(), TEXTS, ASKS))
                .then(ConsentRejection.PERSON_ERASED);
        Consents.visitor()
                .and(new RecordDeath(ANNA))
                .when(offer(List.of(), TEXTS, ASKS))
                .then(ConsentRejection.PERSON_DECEASED);
    }

    @Test
    @Requirement("R2")
    void twoChannelsInOneQuestionCannotBeAsked() {
        Terms two = new Terms(
                Purpose.PUBLICATION,
                Set.of(Channel.WEBSITE, Channel.PRESS),
                Set.of(Territory.WORLD),
                Contexts.GENERAL,
                Coverage.EVERYTHING,
                Sample.YEAR);
        assertThatThrownBy(() -> new Ask(0, two)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theQuestionsOfAQuitclaimCountFromZero() {
        List<Ask> gap = List.of(new Ask(0, Consents.recognition()), new Ask(2, Consents.recognition()));
        assertThatThrownBy(() -> offer(List.of(), TEXTS, gap)).isInstanceOf(IllegalArgumentException.class);
    }

    private static OfferQuitclaim offer(List<RecordId> justification, Map<String, String> texts, List<Ask> asks) {
        return new OfferQuitclaim(
                ANNA,
                Sample.quitclaim("one"),
                NOTICE,
                texts,
                asks,
                justification,
                List.of(),
                new AskingRules(new LongestTerms(Period.ofYears(100), Period.ofYears(100)), Period.ZERO));
    }
}
