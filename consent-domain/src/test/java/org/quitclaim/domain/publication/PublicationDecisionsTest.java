package org.quitclaim.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.PublicationCommand.AcknowledgeTakedown;
import org.quitclaim.domain.publication.PublicationCommand.BlockPublication;
import org.quitclaim.domain.publication.PublicationCommand.ClearPublication;
import org.quitclaim.domain.publication.PublicationCommand.ConfirmPublished;
import org.quitclaim.domain.publication.PublicationCommand.EscalateTakedown;
import org.quitclaim.domain.publication.PublicationCommand.OrderTakedown;
import org.quitclaim.domain.publication.PublicationCommand.ReaffirmPublication;
import org.quitclaim.domain.publication.PublicationCommand.RequestPublication;
import org.quitclaim.domain.publication.PublicationEvent.PublicationBlocked;
import org.quitclaim.domain.publication.PublicationEvent.PublicationCleared;
import org.quitclaim.domain.publication.PublicationEvent.PublicationConfirmed;
import org.quitclaim.domain.publication.PublicationEvent.PublicationReaffirmed;
import org.quitclaim.domain.publication.PublicationEvent.PublicationRequested;
import org.quitclaim.domain.publication.PublicationEvent.TakedownAcknowledged;
import org.quitclaim.domain.publication.PublicationEvent.TakedownEscalated;
import org.quitclaim.domain.publication.PublicationEvent.TakedownOrdered;
import org.quitclaim.domain.publication.PublicationState.Blocked;
import org.quitclaim.domain.publication.PublicationState.Cleared;
import org.quitclaim.domain.publication.PublicationState.Published;
import org.quitclaim.domain.publication.PublicationState.Requested;
import org.quitclaim.domain.publication.PublicationState.TakedownDue;
import org.quitclaim.domain.publication.PublicationState.TakenDown;

class PublicationDecisionsTest {
    private static final PublicationId ID = Sample.publication("site");
    private static final Use USE = new Use(
            Sample.photo("stage"), Sample.rendition("original"), Channel.WEBSITE, Territory.WORLD, UseContext.GENERAL);
    private static final List<Authorisation> YES = List.of(new Authorisation(
            Sample.person("anna"), Sample.grant("one"), Sample.notice("text"), Sample.sha256('a'), Sample.YEAR.ends()));
    private static final List<Reason> WHY = List.of(Reason.of("consent.withdrawn", Sample.person("anna")));
    private static final RequestPublication REQUEST =
            new RequestPublication(ID, USE, Sample.record("where"), Basis.CONSENT, List.of());
    private static final ClearPublication CLEAR = new ClearPublication(ID, 4, YES, 1);
    private static final ReaffirmPublication REAFFIRM = new ReaffirmPublication(ID, 5, List.of(), 2);
    private static final BlockPublication BLOCK = new BlockPublication(ID, WHY);
    private static final OrderTakedown TAKE_DOWN = new OrderTakedown(ID, TakedownCause.WITHDRAWAL, WHY);
    private static final ConfirmPublished CONFIRM = new ConfirmPublished(ID);
    private static final AcknowledgeTakedown ACKNOWLEDGE = new AcknowledgeTakedown(ID);
    private static final EscalateTakedown ESCALATE = new EscalateTakedown(ID);

    private final Scenario<PublicationState, PublicationCommand, PublicationEvent> none =
            Scenario.of(PublicationState.NONE, PublicationDecisions::decide, PublicationDecisions::evolve);
    private final Scenario<PublicationState, PublicationCommand, PublicationEvent> requested = none.and(REQUEST);
    private final Scenario<PublicationState, PublicationCommand, PublicationEvent> cleared = requested.and(CLEAR);
    private final Scenario<PublicationState, PublicationCommand, PublicationEvent> published = cleared.and(CONFIRM);
    private final Scenario<PublicationState, PublicationCommand, PublicationEvent> blocked = requested.and(BLOCK);
    private final Scenario<PublicationState, PublicationCommand, PublicationEvent> due = published.and(TAKE_DOWN);
    private final Scenario<PublicationState, PublicationCommand, PublicationEvent> down = due.and(ACKNOWLEDGE);

    @Test
    void aPublicationIsRequestedOnce() {
        var after = none.when(REQUEST)
                .then(new PublicationRequested(ID, USE, Sample.record("where"), Basis.CONSENT, List.of(), Sample.NOW));
        assertThat(after.state()).isEqualTo(new Requested(ID, USE));
        List.of(requested, cleared, published, blocked, due, down)
                .forEach(state -> state.when(REQUEST).then(PublicationRejection.ALREADY_REQUESTED));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONSENT")
    void anotherBasisThanConsentIsRefused(Basis basis) {
        OtherBasis other = new OtherBasis(basis, Sample.record("why"), Sample.TODAY, Sample.account("second"));
        none.when(new RequestPublication(ID, USE, Sample.record("where"), basis, List.of(other)))
                .then(PublicationRejection.OTHER_BASIS_NOT_ALLOWED);
        none.when(new RequestPublication(ID, USE, Sample.record("where"), basis, List.of()))
                .then(PublicationRejection.OTHER_BASIS_NOT_ALLOWED);
        none.when(new RequestPublication(ID, USE, Sample.record("where"), Basis.CONSENT, List.of(other)))
                .then(PublicationRejection.OTHER_BASIS_NOT_ALLOWED);
    }

    @Test
    void consentIsNotAnotherBasis() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new OtherBasis(Basis.CONSENT, Sample.record("why"), Sample.TODAY, Sample.account("second")));
    }

    @Test
    @Requirement("R41")
    void aClearanceKeepsGrantsNoticesRuleAndPhotoVersion() {
        var after = requested.when(CLEAR).then(new PublicationCleared(ID, 4, YES, 1, Sample.NOW));
        assertThat(after.state()).isEqualTo(new Cleared(ID, USE, 4, YES));
        assertThat(after.state().live()).isTrue();
    }

    @Test
    @Requirement("R39")
    void aBlockedRequestNamesItsReasonsAndIsNeverClearedLater() {
        requested.when(new BlockPublication(ID, List.of())).then(PublicationRejection.NO_REASON);
        var after = requested.when(BLOCK).then(new PublicationBlocked(ID, WHY, Sample.NOW));
        assertThat(after.state()).isEqualTo(new Blocked(ID, USE));
        assertThat(after.state().live()).isFalse();
        after.when(CLEAR).then(PublicationRejection.ALREADY_DECIDED);
    }

    @Test
    void aRequestIsDecidedOnce() {
        none.when(CLEAR).then(PublicationRejection.UNKNOWN_PUBLICATION);
        none.when(BLOCK).then(PublicationRejection.UNKNOWN_PUBLICATION);
        List.of(cleared, published, blocked, due, down).forEach(state -> {
            state.when(CLEAR).then(PublicationRejection.ALREADY_DECIDED);
            state.when(BLOCK).then(PublicationRejection.ALREADY_DECIDED);
        });
    }

    @Test
    void whatIsLiveIsReaffirmedAndStaysWhatItWas() {
        var again = cleared.when(REAFFIRM).then(new PublicationReaffirmed(ID, 5, List.of(), 2, Sample.NOW));
        assertThat(again.state()).isEqualTo(new Cleared(ID, USE, 5, List.of()));
        assertThat(published.and(REAFFIRM).state()).isEqualTo(new Published(ID, USE, 5, List.of()));
        List.of(none, requested, blocked, due, down)
                .forEach(state -> state.when(REAFFIRM).then(PublicationRejection.NOT_LIVE));
    }

    @Test
    void whatIsClearedIsConfirmedPublishedOnce() {
        var after = cleared.when(CONFIRM).then(new PublicationConfirmed(ID, Sample.NOW));
        assertThat(after.state()).isEqualTo(new Published(ID, USE, 4, YES));
        assertThat(after.state().live()).isTrue();
        after.when(CONFIRM).then(PublicationRejection.ALREADY_PUBLISHED);
        none.when(CONFIRM).then(PublicationRejection.UNKNOWN_PUBLICATION);
    }

    @Test
    @Requirement("R18")
    void whatIsOnlineWithoutClearanceIsRecordedAndTakenDownAtOnce() {
        List.of(requested, blocked, down).forEach(state -> {
            var after = state.when(CONFIRM)
                    .then(
                            new PublicationConfirmed(ID, Sample.NOW),
                            new TakedownOrdered(
                                    ID,
                                    TakedownCause.PUBLISHED_AFTER_REVOCATION,
                                    List.of(Reason.of("publication.without-clearance")),
                                    Sample.NOW));
            assertThat(after.state()).isEqualTo(new TakedownDue(ID, USE, 0));
        });
        var after = due.when(CONFIRM).then(new PublicationConfirmed(ID, Sample.NOW));
        assertThat(after.state()).isEqualTo(new TakedownDue(ID, USE, 0));
    }

    @Test
    @Requirement("R18")
    void aTakedownOfARequestBlocksIt() {
        var after = requested.when(TAKE_DOWN).then(new PublicationBlocked(ID, WHY, Sample.NOW));
        assertThat(after.state()).isEqualTo(new Blocked(ID, USE));
        after.when(CLEAR).then(PublicationRejection.ALREADY_DECIDED);
    }

    @Test
    void aTakedownOfWhatIsLiveIsOrderedOnce() {
        List.of(cleared, published).forEach(state -> {
            var after = state.when(TAKE_DOWN).then(new TakedownOrdered(ID, TakedownCause.WITHDRAWAL, WHY, Sample.NOW));
            assertThat(after.state()).isEqualTo(new TakedownDue(ID, USE, 0));
            assertThat(after.state().live()).isFalse();
        });
        none.when(TAKE_DOWN).then(PublicationRejection.UNKNOWN_PUBLICATION);
        List.of(blocked, due, down).forEach(state -> state.when(TAKE_DOWN).then(PublicationRejection.ALREADY_OVER));
    }

    @Test
    @Requirement("R45")
    void aTakedownIsAcknowledgedOnce() {
        var after = due.when(ACKNOWLEDGE).then(new TakedownAcknowledged(ID, Sample.NOW));
        assertThat(after.state()).isEqualTo(new TakenDown(ID, USE));
        after.when(ACKNOWLEDGE).then(PublicationRejection.ALREADY_TAKEN_DOWN);
        none.when(ACKNOWLEDGE).then(PublicationRejection.UNKNOWN_PUBLICATION);
        List.of(requested, cleared, published, blocked)
                .forEach(state -> state.when(ACKNOWLEDGE).then(PublicationRejection.NO_TAKEDOWN));
    }

    @Test
    @Requirement("R45")
    void aTakedownEscalatesLevelByLevelUntilItIsAcknowledged() {
        var twice = due.when(ESCALATE)
                .then(new TakedownEscalated(ID, 1, Sample.NOW))
                .when(ESCALATE)
                .then(new TakedownEscalated(ID, 2, Sample.NOW));
        assertThat(twice.state()).isEqualTo(new TakedownDue(ID, USE, 2));
        List.of(none, requested, cleared, published, blocked, down)
                .forEach(state -> state.when(ESCALATE).then(PublicationRejection.NO_TAKEDOWN));
    }

    @Test
    void aReasonNamesAtMostOnePerson() {
        assertThat(Reason.of("photo.removed")).isEqualTo(new Reason("photo.removed", List.of(), List.of()));
        assertThat(WHY).containsExactly(new Reason("consent.withdrawn", List.of(Sample.person("anna")), List.of()));
    }

    @Test
    void aHistoryWithoutARequestLeadsNowhere() {
        assertThat(none.given(
                                new PublicationCleared(ID, 1, YES, 1, Sample.NOW),
                                new PublicationBlocked(ID, WHY, Sample.NOW),
                                new PublicationReaffirmed(ID, 1, YES, 1, Sample.NOW),
                                new PublicationConfirmed(ID, Sample.NOW),
                                new TakedownOrdered(ID, TakedownCause.EXPIRY, WHY, Sample.NOW),
                                new TakedownEscalated(ID, 1, Sample.NOW),
                                new TakedownAcknowledged(ID, Sample.NOW))
                        .state())
                .isEqualTo(PublicationState.NONE);
    }

    @Test
    void aReaffirmationInTheHistoryRevivesNothing() {
        PublicationEvent reaffirmed = new PublicationReaffirmed(ID, 5, YES, 1, Sample.NOW);
        List.of(requested, blocked, due, down)
                .forEach(state -> assertThat(state.given(reaffirmed).state()).isEqualTo(state.state()));
    }
}
