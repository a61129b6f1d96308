package org.quitclaim.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.notice.NoticeCommand.PublishNotice;
import org.quitclaim.domain.notice.NoticeCommand.RetireNotice;
import org.quitclaim.domain.notice.NoticeEvent.NoticePublished;
import org.quitclaim.domain.notice.NoticeEvent.NoticeRetired;

class NoticeDecisionsTest {
    private static final NoticeId ID = Sample.notice("text");
    private static final Set<NoticeElement> ALL = EnumSet.allOf(NoticeElement.class);
    private static final Set<Purpose> PURPOSES = EnumSet.allOf(Purpose.class);
    private static final List<NoticeText> TEXTS = List.of(text("en", ALL), text("nl", ALL));
    private static final NoticePublished PUBLISHED = new NoticePublished(ID, PURPOSES, TEXTS, Sample.NOW);
    private static final NoticeRetired RETIRED = new NoticeRetired(ID, Sample.NOW);

    private final Scenario<NoticeState, NoticeCommand, NoticeEvent> notice =
            Scenario.of(NoticeState.NONE, NoticeDecisions::decide, NoticeDecisions::evolve);

    @Test
    void aCompleteNoticeIsPublishedWithTheDigestOfEveryLanguage() {
        NoticeState state = notice.when(new PublishNotice(ID, PURPOSES, TEXTS))
                .then(PUBLISHED)
                .state();
        assertThat(state).isEqualTo(new NoticeState.Published(ID, PURPOSES, TEXTS, true));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("R5")
    void aNoticeThatLeavesOutOneElementInOneLanguageIsRefused(NoticeElement missing) {
        Set<NoticeElement> rest = EnumSet.complementOf(EnumSet.of(missing));
        List<NoticeText> texts = List.of(text("en", ALL), text("nl", rest));
        notice.when(new PublishNotice(ID, PURPOSES, texts)).then(NoticeRejection.INCOMPLETE);
    }

    @Test
    void aNoticeWithoutPurposeIsRefused() {
        notice.when(new PublishNotice(ID, Set.of(), TEXTS)).then(NoticeRejection.NO_PURPOSE);
    }

    @Test
    void aNoticeWithoutTextIsRefused() {
        notice.when(new PublishNotice(ID, PURPOSES, List.of())).then(NoticeRejection.NO_TEXT);
    }

    @Test
    void twoTextsInOneLanguageAreRefused() {
        notice.when(new PublishNotice(ID, PURPOSES, List.of(text("en", ALL), text("en", ALL))))
                .then(NoticeRejection.LANGUAGE_TWICE);
    }

    @Test
    @Requirement("R5")
    void aPublishedNoticeIsImmutable() {
        notice.given(PUBLISHED).when(new PublishNotice(ID, PURPOSES, TEXTS)).then(NoticeRejection.ALREADY_PUBLISHED);
        notice.given(PUBLISHED, RETIRED)
                .when(new PublishNotice(ID, PURPOSES, TEXTS))
                .then(NoticeRejection.ALREADY_PUBLISHED);
    }

    @Test
    void aRetiredNoticeKeepsItsTextAndIsNoLongerOffered() {
        NoticeState state =
                notice.given(PUBLISHED).when(new RetireNotice(ID)).then(RETIRED).state();
        assertThat(state).isEqualTo(new NoticeState.Published(ID, PURPOSES, TEXTS, false));
    }

    @Test
    void whatWasNeverPublishedCannotBeRetired() {
        notice.when(new RetireNotice(ID)).then(NoticeRejection.NOT_PUBLISHED);
        assertThat(notice.given(RETIRED).state()).isEqualTo(NoticeState.NONE);
    }

    @Test
    void retiringTwiceIsRefused() {
        notice.given(PUBLISHED, RETIRED).when(new RetireNotice(ID)).then(NoticeRejection.ALREADY_RETIRED);
    }

    @ParameterizedTest
    @CsvSource({"EN,a", "english,a", "en-,a", "en,g", "'',a", "e,a", "wi-verhoef,a", "nl-verhoef,a", "qq,a"})
    void aTextNamesALanguageTagAndAHexDigest(String language, char digit) {
        assertThatThrownBy(() -> new NoticeText(language, Sample.record("text"), Sample.sha256(digit), ALL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aShortDigestIsNone() {
        assertThatThrownBy(() -> new NoticeText("en", Sample.record("text"), "abc", ALL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPublishedNoticeDoesNotChangeWithTheListItWasMadeFrom() {
        List<NoticeText> texts = new ArrayList<>(TEXTS);
        NoticePublished published = new NoticePublished(ID, PURPOSES, texts, Sample.NOW);
        texts.clear();
        assertThat(published.texts()).isEqualTo(TEXTS);
        assertThat(Arrays.asList(published.stream(), new RetireNotice(ID).target()))
                .containsOnly(ID);
    }

    private static NoticeText text(String language, Set<NoticeElement> covers) {
        return new NoticeText(language, Sample.record(language), Sample.sha256('a'), covers);
    }
}
