package org.quitclaim.domain.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.VocabularyId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.domain.vocabulary.VocabularyCommand.AddContext;
import org.quitclaim.domain.vocabulary.VocabularyCommand.AgreeToUnmark;
import org.quitclaim.domain.vocabulary.VocabularyCommand.AskToUnmark;
import org.quitclaim.domain.vocabulary.VocabularyCommand.BeginVocabulary;
import org.quitclaim.domain.vocabulary.VocabularyCommand.MarkSensitive;
import org.quitclaim.domain.vocabulary.VocabularyCommand.RetireContext;
import org.quitclaim.domain.vocabulary.VocabularyCommand.StrikeWords;
import org.quitclaim.domain.vocabulary.VocabularyCommand.TakeUpContext;
import org.quitclaim.domain.vocabulary.VocabularyEvent.ContextAdded;
import org.quitclaim.domain.vocabulary.VocabularyState.Begun;

class VocabularyDecisionsTest {
    private static final VocabularyId LIST =
            VocabularyId.of(Sample.installation().value());
    private static final UseContext SPORTS = new UseContext("sports");
    private static final UseContext FAITH = new UseContext("faith");
    private static final UseContext FIRST = UseContext.own(1);
    private static final RecordId WORDS = Sample.record("words");
    private static final Voucher ONE = voucher("one", "one");
    private static final Voucher OTHER = voucher("other", "other");

    private VocabularyState state = VocabularyState.NONE;
    private Instant now = Sample.NOW;

    private static Voucher voucher(String account, String line) {
        return new Voucher(Sample.account(account), Sample.account(line), true);
    }

    private Begun begun() {
        accepted(new BeginVocabulary(LIST, List.of(new ListedContext(SPORTS, false), new ListedContext(FAITH, true))));
        return (Begun) state;
    }

    private List<VocabularyEvent> accepted(VocabularyCommand command) {
        Decision<VocabularyEvent> decision = VocabularyDecisions.decide(state, command, now);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        List<VocabularyEvent> events = ((Decision.Accepted<VocabularyEvent>) decision).events();
        events.forEach(event -> state = VocabularyDecisions.evolve(state, event));
        return events;
    }

    private void refused(VocabularyCommand command, VocabularyRejection why) {
        VocabularyState before = state;
        assertThat(VocabularyDecisions.decide(state, command, now)).isEqualTo(Decision.reject(why));
        assertThat(state).isEqualTo(before);
    }

    private Subjects subjects() {
        return ((Begun) state).subjects();
    }

    @Test
    void the_list_begins_once_and_holds_general_always() {
        begun();
        assertThat(subjects().listed()).containsExactly(FAITH, UseContext.GENERAL, SPORTS);
        assertThat(subjects().sensitive(FAITH)).isTrue();
        assertThat(subjects().sensitive(SPORTS)).isFalse();
        refused(new BeginVocabulary(LIST, List.of()), VocabularyRejection.BEGUN);
    }

    @Test
    @Requirement("R57")
    void no_event_can_hold_a_code_that_somebody_made_up() {
        UseContext name = new UseContext("wim-verhoef-born-1950");
        refused(new BeginVocabulary(LIST, List.of(new ListedContext(name, false))), VocabularyRejection.UNKNOWN);
        begun();
        refused(new TakeUpContext(LIST, name, false), VocabularyRejection.UNKNOWN);
        refused(new RetireContext(LIST, name), VocabularyRejection.UNKNOWN);
        refused(new MarkSensitive(LIST, name), VocabularyRejection.UNKNOWN);
        refused(new AskToUnmark(LIST, name, ONE), VocabularyRejection.UNKNOWN);
        refused(new AgreeToUnmark(LIST, name, true, OTHER), VocabularyRejection.NO_UNMARKING_ASKED);
        refused(new StrikeWords(LIST, name), VocabularyRejection.UNKNOWN);
        assertThat(accepted(new AddContext(LIST, 1, false, WORDS)))
                .containsExactly(new ContextAdded(LIST, UseContext.own(1), false, WORDS, now));
    }

    @Test
    void of_two_who_add_at_once_the_second_looks_again() {
        begun();
        accepted(new AddContext(LIST, 1, true, WORDS));
        refused(new AddContext(LIST, 1, false, Sample.record("others")), VocabularyRejection.STALE);
        accepted(new AddContext(LIST, 2, false, Sample.record("others")));
    }

    @Test
    void what_is_retired_is_asked_for_no_more_and_read_as_before() {
        begun();
        accepted(new RetireContext(LIST, FAITH));
        assertThat(subjects().lists(FAITH)).isFalse();
        assertThat(subjects().sensitive(FAITH)).isTrue();
        assertThat(subjects().known()).contains(FAITH);
        refused(new RetireContext(LIST, FAITH), VocabularyRejection.NOT_LISTED);
        accepted(new RetireContext(LIST, SPORTS));
        assertThat(subjects().any(Set.of()).anyOf()).containsExactly(UseContext.GENERAL);
        refused(new RetireContext(LIST, UseContext.GENERAL), VocabularyRejection.GENERAL_STAYS);
    }

    @Test
    void retiring_and_taking_up_again_takes_no_mark_away() {
        begun();
        accepted(new RetireContext(LIST, FAITH));
        accepted(new TakeUpContext(LIST, FAITH, false));
        assertThat(subjects().sensitive(FAITH)).isTrue();
        accepted(new TakeUpContext(LIST, new UseContext("crime"), false));
        assertThat(subjects().sensitive(new UseContext("crime"))).isTrue();
        refused(new TakeUpContext(LIST, SPORTS, false), VocabularyRejection.LISTED);
    }

    @Test
    void one_marks_and_two_take_the_mark_away() {
        begun();
        accepted(new MarkSensitive(LIST, SPORTS));
        assertThat(subjects().sensitive(SPORTS)).isTrue();
        refused(new MarkSensitive(LIST, SPORTS), VocabularyRejection.SENSITIVE);
        refused(new MarkSensitive(LIST, UseContext.GENERAL), VocabularyRejection.GENERAL_STAYS);
        accepted(new AskToUnmark(LIST, SPORTS, ONE));
        assertThat(subjects().sensitive(SPORTS)).isTrue();
        refused(new AgreeToUnmark(LIST, SPORTS, true, ONE), VocabularyRejection.SAME_PERSON);
        refused(new AgreeToUnmark(LIST, SPORTS, true, voucher("third", "one")), VocabularyRejection.SAME_WORD);
        accepted(new AgreeToUnmark(LIST, SPORTS, true, OTHER));
        assertThat(subjects().sensitive(SPORTS)).isFalse();
        refused(new AgreeToUnmark(LIST, SPORTS, true, OTHER), VocabularyRejection.NO_UNMARKING_ASKED);
        refused(new AskToUnmark(LIST, SPORTS, ONE), VocabularyRejection.NOT_SENSITIVE);
    }

    @Test
    void a_request_to_take_a_mark_away_ends_after_a_day_and_with_a_new_mark() {
        begun();
        accepted(new AskToUnmark(LIST, FAITH, ONE));
        now = now.plus(Duration.ofHours(24));
        refused(new AgreeToUnmark(LIST, FAITH, true, OTHER), VocabularyRejection.NO_UNMARKING_ASKED);
    }

    @Test
    void struck_words_are_named_by_no_state_and_never_come_back() {
        begun();
        accepted(new AddContext(LIST, 1, false, WORDS));
        accepted(new StrikeWords(LIST, FIRST));
        assertThat(((Begun) state).contexts())
                .hasEntrySatisfying(FIRST, struck -> assertThat(struck.words()).isEmpty());
        assertThat(subjects().lists(FIRST)).isFalse();
        refused(new StrikeWords(LIST, FIRST), VocabularyRejection.STRUCK);
        refused(new TakeUpContext(LIST, FIRST, false), VocabularyRejection.STRUCK);
        refused(new StrikeWords(LIST, FAITH), VocabularyRejection.NO_OWN_WORDS);
        assertThat(((Begun) state).next()).isEqualTo(2);
    }

    @Test
    void nothing_is_decided_before_the_list_is_begun() {
        refused(new AddContext(LIST, 1, false, WORDS), VocabularyRejection.NOT_BEGUN);
    }
}
