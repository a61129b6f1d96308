package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.offer;
import static org.quitclaim.domain.consent.Consents.publication;
import static org.quitclaim.domain.consent.Consents.question;
import static org.quitclaim.domain.consent.Consents.recognition;
import static org.quitclaim.domain.consent.Consents.yes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.ConsentState.Known;

/** Who consented to what, when and on which text, asked of any instant of a history that went on since. */
class AnyPastInstantTest {
    private static final Instant FIRST = Sample.NOW;

    /** A day each: registered, asked, said yes to two things, took one back, was erased. */
    private static final List<ConsentCommand> STORY = List.of(
            new ConsentCommand.RegisterPerson(ANNA, Capacity.VISITOR, AgeGroup.ADULT, Sample.record("identity")),
            offer("first", recognition(), publication(Channel.WEBSITE)),
            yes("first", 1, 2),
            new ConsentCommand.WithdrawConsent(ANNA, false, Set.of(Channel.WEBSITE), WithdrawnBy.PERSON),
            new ConsentCommand.RequestErasure(ANNA, PhotoTreatment.COVER, false));

    private static List<ConsentEvent> history() {
        List<ConsentEvent> events = new ArrayList<>();
        ConsentState state = ConsentState.NONE;
        for (int day = 0; day < STORY.size(); day++) {
            Decision.Accepted<ConsentEvent> accepted =
                    (Decision.Accepted<ConsentEvent>) ConsentDecisions.decide(state, STORY.get(day), onDay(day));
            for (ConsentEvent event : accepted.events()) {
                state = ConsentDecisions.evolve(state, event);
                events.add(event);
            }
        }
        return events;
    }

    private static Instant onDay(int day) {
        return FIRST.plus(Duration.ofDays(day));
    }

    private static ConsentState at(Instant instant) {
        ConsentState state = ConsentState.NONE;
        for (ConsentEvent event : history()) {
            state = event.at().isAfter(instant) ? state : ConsentDecisions.evolve(state, event);
        }
        return state;
    }

    private static Set<String> standing(Instant instant) {
        Set<String> standing = new HashSet<>();
        if (at(instant) instanceof Known known) {
            if (known.outlook().recognition(instant).isPresent()) {
                standing.add("RECOGNITION");
            }
            if (known.outlook().permission(question(Channel.WEBSITE), instant) instanceof Permission.Permitted) {
                standing.add("PUBLICATION");
            }
        }
        return standing;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"0|", "1|", "2|PUBLICATION RECOGNITION", "3|RECOGNITION", "4|"})
    @Requirement("R12")
    void what_stood_on_each_day_is_told_whatever_happened_since(int day, String purposes) {
        Set<String> expected = purposes == null || purposes.isEmpty() ? Set.of() : Set.of(purposes.split(" "));
        assertThat(standing(onDay(day))).isEqualTo(expected);
        assertThat(standing(onDay(day + 1).minusMillis(1))).isEqualTo(expected);
    }

    @Test
    @Requirement("R12")
    void each_grant_says_when_it_was_given_and_on_which_text_in_which_language() {
        Known then = (Known) at(onDay(2));
        assertThat(then.grants().values()).hasSize(2).allSatisfy(grant -> {
            assertThat(grant.noticeSha256()).isEqualTo(Sample.sha256('a'));
            assertThat(grant.language()).isEqualTo("nl");
            assertThat(history().stream()
                            .filter(ConsentEvent.ConsentGranted.class::isInstance)
                            .map(ConsentEvent.ConsentGranted.class::cast)
                            .filter(event -> event.grant().equals(grant.id())))
                    .singleElement()
                    .extracting(ConsentEvent.ConsentGranted::at, ConsentEvent.ConsentGranted::noticeSha256)
                    .containsExactly(onDay(2), grant.noticeSha256());
        });
    }
}
