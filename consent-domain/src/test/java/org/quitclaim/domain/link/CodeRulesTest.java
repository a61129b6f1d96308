package org.quitclaim.domain.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.LinkCommand.AskCode;
import org.quitclaim.domain.link.LinkCommand.EnterCode;
import org.quitclaim.domain.link.LinkCommand.IssueFirstLink;
import org.quitclaim.domain.link.LinkCommand.IssueLink;
import org.quitclaim.domain.link.LinkCommand.LeaveCodeUnmailed;
import org.quitclaim.domain.link.LinkCommand.MailCode;
import org.quitclaim.domain.link.LinkCommand.RevokeLink;
import org.quitclaim.domain.link.LinkCommand.UseLink;
import org.quitclaim.domain.link.LinkEvent.CodeAsked;
import org.quitclaim.domain.link.LinkEvent.CodeEntered;
import org.quitclaim.domain.link.LinkEvent.CodeMailed;
import org.quitclaim.domain.link.LinkEvent.CodeMissed;
import org.quitclaim.domain.vault.RecordId;

@Requirement({"R4", "R17"})
class CodeRulesTest {
    private static final QuitclaimId ID = new QuitclaimId(Sample.id(QuitclaimId.PREFIX, "one"));
    private static final PersonId PERSON = new PersonId(Sample.id(PersonId.PREFIX, "anna"));
    private static final LinkId LINK = new LinkId(Sample.id(LinkId.PREFIX, "first"));
    private static final LinkId OTHER = new LinkId(Sample.id(LinkId.PREFIX, "second"));
    private static final List<GrantId> GRANTS = List.of(new GrantId(Sample.id(GrantId.PREFIX, "yes")));
    private static final RecordId LETTER = Sample.record("letter");
    private static final RecordId STATEMENT = Sample.record("statement");
    private static final RecordId CONTACT = Sample.record("contact");
    private static final Instant NOW = Sample.NOW;
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(30));
    private static final String SIGNS = Sample.sha256('a');
    private static final String LATER = Sample.sha256('b');

    private final Scenario<LinksState, LinkCommand, LinkEvent> link = Scenario.of(
                    LinksState.NONE, LinkDecisions::decide, LinkDecisions::evolve)
            .and(new IssueFirstLink(ID, PERSON, LINK, Sample.sha256('1'), UNTIL, LETTER));
    private final Scenario<LinksState, LinkCommand, LinkEvent> asked = link.and(ask(LINK, SIGNS));

    private static LinkCommand ask(LinkId link, String signs) {
        return new AskCode(ID, link, signs, GRANTS, LETTER, STATEMENT);
    }

    private static LinkCommand enter(String signs, boolean right) {
        return new EnterCode(ID, LINK, signs, right);
    }

    private static CodeAsked asked(String signs, Instant at) {
        return new CodeAsked(ID, LINK, signs, GRANTS, LETTER, STATEMENT, at.plus(Code.VALID), at);
    }

    @Test
    void the_right_code_is_taken_once() {
        link.when(ask(LINK, SIGNS)).then(asked(SIGNS, NOW));
        asked.when(enter(SIGNS, true)).then(new CodeEntered(ID, LINK, SIGNS, NOW));
        asked.and(enter(SIGNS, true)).when(enter(SIGNS, true)).then(LinkRejection.CODE_USED);
    }

    @Test
    void five_wrong_ones_end_it_for_the_right_one_too() {
        var tried = asked;
        for (int time = 0; time < Code.TRIES; time++) {
            tried.when(enter(SIGNS, false)).then(new CodeMissed(ID, LINK, SIGNS, NOW));
            tried = tried.and(enter(SIGNS, false));
        }
        tried.when(enter(SIGNS, true)).then(LinkRejection.CODE_TRIES_OVER);
    }

    @Test
    void it_counts_for_a_quarter_of_an_hour() {
        link.given(asked(SIGNS, NOW.minus(Code.VALID).plusMillis(1)))
                .when(enter(SIGNS, true))
                .then(new CodeEntered(ID, LINK, SIGNS, NOW));
        link.given(asked(SIGNS, NOW.minus(Code.VALID))).when(enter(SIGNS, true)).then(LinkRejection.CODE_EXPIRED);
    }

    @Test
    void a_newer_code_takes_the_place_of_a_former_and_a_foreign_one_is_unknown() {
        var both = asked.and(ask(LINK, LATER));
        both.when(enter(SIGNS, true)).then(LinkRejection.CODE_REPLACED);
        both.when(enter(LATER, true)).then(new CodeEntered(ID, LINK, LATER, NOW));
        link.when(enter(SIGNS, true)).then(LinkRejection.CODE_UNKNOWN);
        asked.and(new IssueLink(ID, OTHER, Sample.sha256('2'), UNTIL, LETTER))
                .when(new EnterCode(ID, OTHER, SIGNS, true))
                .then(LinkRejection.CODE_UNKNOWN);
    }

    @Test
    void three_are_made_in_an_hour_and_eight_in_a_day() {
        var hour = link.given(
                asked(Sample.sha256('1'), NOW.minus(Code.HOUR).plusMillis(1)), asked(Sample.sha256('2'), NOW));
        hour.when(ask(LINK, SIGNS)).then(asked(SIGNS, NOW));
        hour.and(ask(LINK, SIGNS)).when(ask(LINK, LATER)).then(LinkRejection.CODES_TOO_MANY);
        link.given(
                        asked(Sample.sha256('1'), NOW.minus(Code.HOUR)),
                        asked(Sample.sha256('2'), NOW),
                        asked(Sample.sha256('3'), NOW))
                .when(ask(LINK, SIGNS))
                .then(asked(SIGNS, NOW));

        var day = link;
        for (int time = 0; time < Code.PER_DAY; time++) {
            day.when(ask(LINK, SIGNS)).then(asked(SIGNS, NOW));
            day = day.given(asked(Sample.sha256((char) ('1' + time)), NOW.minus(Duration.ofHours(23 - time))));
        }
        day.when(ask(LINK, SIGNS)).then(LinkRejection.CODES_TOO_MANY);
    }

    @Test
    void a_link_that_signs_nothing_gets_no_code_and_takes_none() {
        var passedOn = asked.and(new IssueLink(ID, OTHER, Sample.sha256('2'), UNTIL, LETTER), new UseLink(ID, OTHER));
        passedOn.when(ask(LINK, LATER)).then(LinkRejection.SIGNING_PASSED_ON);
        passedOn.when(enter(SIGNS, true)).then(LinkRejection.SIGNING_PASSED_ON);
        var revoked = asked.and(new RevokeLink(ID, LINK, RevokedBecause.LOST));
        revoked.when(ask(LINK, LATER)).then(LinkRejection.REVOKED);
        revoked.when(enter(SIGNS, true)).then(LinkRejection.REVOKED);
    }

    @Test
    void only_the_newest_is_mailed_and_once() {
        LinkCommand mail = new MailCode(ID, LINK, SIGNS, CONTACT);
        asked.when(mail).then(new CodeMailed(ID, LINK, SIGNS, CONTACT, NOW));
        asked.and(mail).when(mail).then(LinkRejection.NOT_QUEUED);
        asked.and(ask(LINK, LATER)).when(mail).then(LinkRejection.NOT_QUEUED);
        asked.and(enter(SIGNS, true)).when(mail).then(LinkRejection.NOT_QUEUED);
    }

    @ParameterizedTest
    @EnumSource(NotMailed.class)
    void whatever_was_not_mailed_is_said_and_may_still_be_typed_by_whoever_got_it(NotMailed why) {
        var left = asked.and(new LeaveCodeUnmailed(ID, LINK, SIGNS, why));
        left.when(new MailCode(ID, LINK, SIGNS, CONTACT)).then(LinkRejection.NOT_QUEUED);
        left.when(enter(SIGNS, true)).then(new CodeEntered(ID, LINK, SIGNS, NOW));
    }
}
