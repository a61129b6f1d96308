package org.quitclaim.domain.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.LinkCommand.IssueFirstLink;
import org.quitclaim.domain.link.LinkCommand.IssueLink;
import org.quitclaim.domain.link.LinkCommand.LapseSigning;
import org.quitclaim.domain.link.LinkCommand.LeaveUnmailed;
import org.quitclaim.domain.link.LinkCommand.MailLink;
import org.quitclaim.domain.link.LinkCommand.PassSigningOn;
import org.quitclaim.domain.link.LinkCommand.PrintLink;
import org.quitclaim.domain.link.LinkCommand.RevokeLink;
import org.quitclaim.domain.link.LinkCommand.UseLink;
import org.quitclaim.domain.link.LinkEvent.LinkIssued;
import org.quitclaim.domain.link.LinkEvent.LinkMailed;
import org.quitclaim.domain.link.LinkEvent.LinkNotMailed;
import org.quitclaim.domain.link.LinkEvent.LinkPrinted;
import org.quitclaim.domain.link.LinkEvent.LinkRevoked;
import org.quitclaim.domain.link.LinkEvent.LinkSigningEnded;
import org.quitclaim.domain.link.LinkEvent.LinkUsed;
import org.quitclaim.domain.vault.RecordId;

@Requirement({"R4", "R17"})
class LinkDecisionsTest {
    private static final QuitclaimId ID = new QuitclaimId(Sample.id(QuitclaimId.PREFIX, "one"));
    private static final PersonId PERSON = new PersonId(Sample.id(PersonId.PREFIX, "anna"));
    private static final LinkId FIRST = link("first");
    private static final LinkId SECOND = link("second");
    private static final LinkId THIRD = link("third");
    private static final RecordId LETTER = Sample.record("letter");
    private static final RecordId CONTACT = Sample.record("contact");
    private static final Instant UNTIL = Sample.NOW.plus(Duration.ofDays(30));

    private final Scenario<LinksState, LinkCommand, LinkEvent> nothing =
            Scenario.of(LinksState.NONE, LinkDecisions::decide, LinkDecisions::evolve);
    private final Scenario<LinksState, LinkCommand, LinkEvent> one =
            nothing.and(new IssueFirstLink(ID, PERSON, FIRST, Sample.sha256('1'), UNTIL, LETTER));
    private final Scenario<LinksState, LinkCommand, LinkEvent> two =
            one.and(new IssueLink(ID, SECOND, Sample.sha256('2'), UNTIL, LETTER));

    private static LinkId link(String word) {
        return new LinkId(Sample.id(LinkId.PREFIX, word));
    }

    @Test
    void what_was_never_issued_opens_nothing() {
        nothing.when(new UseLink(ID, FIRST)).then(LinkRejection.UNKNOWN);
        nothing.when(new IssueLink(ID, FIRST, Sample.sha256('1'), UNTIL, LETTER))
                .then(LinkRejection.UNKNOWN);
        one.when(new UseLink(ID, SECOND)).then(LinkRejection.UNKNOWN);
        one.when(new RevokeLink(ID, SECOND, RevokedBecause.LOST)).then(LinkRejection.UNKNOWN);
    }

    @Test
    void a_link_is_issued_once() {
        one.when(new IssueFirstLink(ID, PERSON, SECOND, Sample.sha256('2'), UNTIL, LETTER))
                .then(LinkRejection.EXISTS);
        one.when(new IssueLink(ID, FIRST, Sample.sha256('2'), UNTIL, LETTER)).then(LinkRejection.EXISTS);
        one.when(new IssueLink(ID, SECOND, Sample.sha256('2'), UNTIL, LETTER))
                .then(new LinkIssued(ID, PERSON, SECOND, Sample.sha256('2'), UNTIL, LETTER, Sample.NOW));
    }

    @Test
    void issuing_one_more_takes_nothing_from_the_former() {
        assertThat(signing(two, FIRST, Sample.NOW)).isEmpty();
        assertThat(signing(two, SECOND, Sample.NOW)).isEmpty();
    }

    @Test
    void the_first_use_of_a_later_link_ends_the_signing_of_all_before_it_and_of_none_after() {
        var three = two.and(new IssueLink(ID, THIRD, Sample.sha256('3'), UNTIL, LETTER));

        three.when(new UseLink(ID, SECOND))
                .then(
                        new LinkUsed(ID, SECOND, Sample.NOW),
                        new LinkSigningEnded(ID, FIRST, SigningEnd.PASSED_ON, Sample.NOW));
        var used = three.and(new UseLink(ID, SECOND));
        assertThat(signing(used, FIRST, Sample.NOW)).contains(LinkRejection.SIGNING_PASSED_ON);
        assertThat(signing(used, SECOND, Sample.NOW)).isEmpty();
        assertThat(signing(used, THIRD, Sample.NOW)).isEmpty();
        used.when(new UseLink(ID, SECOND)).then(LinkRejection.USED);
    }

    @Test
    void the_use_of_a_former_link_takes_nothing_from_a_later_one() {
        two.when(new UseLink(ID, FIRST)).then(new LinkUsed(ID, FIRST, Sample.NOW));
        var both = two.and(new UseLink(ID, SECOND), new UseLink(ID, FIRST));
        assertThat(signing(both, SECOND, Sample.NOW)).isEmpty();
        assertThat(signing(both, FIRST, Sample.NOW)).contains(LinkRejection.SIGNING_PASSED_ON);
    }

    @Test
    void signing_ends_with_the_clock_before_anybody_writes_it_down_and_once() {
        assertThat(signing(one, FIRST, UNTIL.minusMillis(1))).isEmpty();
        assertThat(signing(one, FIRST, UNTIL)).contains(LinkRejection.SIGNING_LAPSED);

        one.when(new LapseSigning(ID, FIRST)).then(LinkRejection.NOT_OVER);
        LinkSigningEnded lapsed = new LinkSigningEnded(ID, FIRST, SigningEnd.LAPSED, UNTIL);
        assertThat(LinkDecisions.decide(one.state(), new LapseSigning(ID, FIRST), UNTIL))
                .isEqualTo(Decision.accept(lapsed));
        var over = one.given(lapsed);
        over.when(new LapseSigning(ID, FIRST)).then(LinkRejection.SIGNING_OVER);
        over.when(new UseLink(ID, FIRST)).then(new LinkUsed(ID, FIRST, Sample.NOW));
    }

    @Test
    void a_revoked_link_is_over_and_gives_the_former_nothing_back() {
        var revoked = two.and(new UseLink(ID, SECOND), new RevokeLink(ID, SECOND, RevokedBecause.WRONG_ADDRESS));

        assertThat(signing(revoked, SECOND, Sample.NOW)).contains(LinkRejection.REVOKED);
        assertThat(signing(revoked, FIRST, Sample.NOW)).contains(LinkRejection.SIGNING_PASSED_ON);
        revoked.when(new UseLink(ID, SECOND)).then(LinkRejection.REVOKED);
        revoked.when(new LapseSigning(ID, SECOND)).then(LinkRejection.REVOKED);
        revoked.when(new RevokeLink(ID, SECOND, RevokedBecause.LOST)).then(LinkRejection.REVOKED);
        two.when(new RevokeLink(ID, FIRST, RevokedBecause.LOST))
                .then(new LinkRevoked(ID, FIRST, RevokedBecause.LOST, Sample.NOW));
    }

    @Test
    void a_restored_history_is_told_again_that_a_later_link_was_used() {
        one.when(new PassSigningOn(ID, FIRST)).then(new LinkSigningEnded(ID, FIRST, SigningEnd.PASSED_ON, Sample.NOW));
        one.and(new PassSigningOn(ID, FIRST)).when(new PassSigningOn(ID, FIRST)).then(LinkRejection.SIGNING_OVER);
    }

    private static Optional<LinkRejection> signing(
            Scenario<LinksState, LinkCommand, LinkEvent> scenario, LinkId link, Instant at) {
        return ((LinksState.Issued) scenario.state()).find(link).orElseThrow().signing(at);
    }

    @Test
    void a_letter_leaves_once() {
        one.when(new MailLink(ID, FIRST, CONTACT)).then(new LinkMailed(ID, FIRST, CONTACT, Sample.NOW));
        one.when(new LeaveUnmailed(ID, FIRST, NotMailed.REFUSED))
                .then(new LinkNotMailed(ID, FIRST, NotMailed.REFUSED, Sample.NOW));
        var mailed = one.and(new MailLink(ID, FIRST, CONTACT));
        mailed.when(new MailLink(ID, FIRST, CONTACT)).then(LinkRejection.NOT_QUEUED);
        mailed.when(new LeaveUnmailed(ID, FIRST, NotMailed.GAVE_UP)).then(LinkRejection.NOT_QUEUED);
        one.and(new LeaveUnmailed(ID, FIRST, NotMailed.GAVE_UP))
                .when(new MailLink(ID, FIRST, CONTACT))
                .then(LinkRejection.NOT_QUEUED);
        one.and(new RevokeLink(ID, FIRST, RevokedBecause.WRONG_ADDRESS))
                .when(new MailLink(ID, FIRST, CONTACT))
                .then(LinkRejection.REVOKED);
    }

    @Test
    void who_reads_mail_quickly_is_quicker_than_what_is_written_about_it() {
        one.and(new UseLink(ID, FIRST))
                .when(new MailLink(ID, FIRST, CONTACT))
                .then(new LinkMailed(ID, FIRST, CONTACT, Sample.NOW));
    }

    @Test
    void what_is_queued_is_printed_at_once_and_by_which_way_else_it_went_is_still_written_down() {
        var printed = one.and(new PrintLink(ID, FIRST));

        printed.when(new MailLink(ID, FIRST, CONTACT)).then(new LinkMailed(ID, FIRST, CONTACT, Sample.NOW));
        printed.when(new LeaveUnmailed(ID, FIRST, NotMailed.UNSURE))
                .then(new LinkNotMailed(ID, FIRST, NotMailed.UNSURE, Sample.NOW));
        for (var both : List.of(
                printed.and(new MailLink(ID, FIRST, CONTACT)),
                printed.and(new LeaveUnmailed(ID, FIRST, NotMailed.UNSURE)))) {
            assertThat(delivery(both.state())).isEqualTo(Delivery.PRINTED);
        }
    }

    @Test
    void what_ends_while_it_waits_waits_no_more() {
        assertThat(delivery(
                        one.and(new RevokeLink(ID, FIRST, RevokedBecause.LOST)).state()))
                .isEqualTo(Delivery.ENDED_WAITING);
        assertThat(delivery(one.and(
                                new LeaveUnmailed(ID, FIRST, NotMailed.REFUSED),
                                new RevokeLink(ID, FIRST, RevokedBecause.LOST))
                        .state()))
                .isEqualTo(Delivery.ENDED_WAITING);
        assertThat(delivery(one.and(new MailLink(ID, FIRST, CONTACT), new RevokeLink(ID, FIRST, RevokedBecause.LOST))
                        .state()))
                .isEqualTo(Delivery.MAILED);
    }

    private static Delivery delivery(LinksState state) {
        return ((LinksState.Issued) state).find(FIRST).orElseThrow().delivery();
    }

    @ParameterizedTest
    @EnumSource
    void only_what_was_not_mailed_to_somebody_who_is_there_is_printed(NotMailed why) {
        one.and(new MailLink(ID, FIRST, CONTACT)).when(new PrintLink(ID, FIRST)).then(LinkRejection.NOT_TO_PRINT);
        var left = one.and(new LeaveUnmailed(ID, FIRST, why)).when(new PrintLink(ID, FIRST));
        if (why == NotMailed.NOBODY_TO_SEND_TO) {
            left.then(LinkRejection.NOT_TO_PRINT);
        } else {
            left.then(new LinkPrinted(ID, FIRST, Sample.NOW));
        }
    }

    @Test
    void a_letter_is_printed_again_until_its_link_is_used_or_over() {
        var printed = one.and(new LeaveUnmailed(ID, FIRST, NotMailed.NO_MAIL_SERVER), new PrintLink(ID, FIRST));
        printed.when(new PrintLink(ID, FIRST)).then(new LinkPrinted(ID, FIRST, Sample.NOW));
        printed.and(new UseLink(ID, FIRST)).when(new PrintLink(ID, FIRST)).then(LinkRejection.NOT_TO_PRINT);
        printed.and(new RevokeLink(ID, FIRST, RevokedBecause.LOST))
                .when(new PrintLink(ID, FIRST))
                .then(LinkRejection.REVOKED);
        assertThat(LinkDecisions.decide(printed.state(), new PrintLink(ID, FIRST), UNTIL))
                .isEqualTo(Decision.reject(LinkRejection.NOT_TO_PRINT));
    }
}
