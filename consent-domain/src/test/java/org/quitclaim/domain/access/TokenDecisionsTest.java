package org.quitclaim.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.access.TokenCommand.AgreeToToken;
import org.quitclaim.domain.access.TokenCommand.AskToken;
import org.quitclaim.domain.access.TokenCommand.ConfirmToken;
import org.quitclaim.domain.access.TokenCommand.DoubtToken;
import org.quitclaim.domain.access.TokenCommand.ForgetToken;
import org.quitclaim.domain.access.TokenCommand.RevokeToken;
import org.quitclaim.domain.access.TokenEvent.TokenConfirmed;
import org.quitclaim.domain.access.TokenEvent.TokenDoubted;
import org.quitclaim.domain.access.TokenEvent.TokenGranted;
import org.quitclaim.domain.access.TokenEvent.TokenLapsed;
import org.quitclaim.domain.access.TokenEvent.TokenRevoked;
import org.quitclaim.domain.vault.TokenId;

@Requirement("R72")
class TokenDecisionsTest {
    private static final TokenId ID = new TokenId(Sample.id(TokenId.PREFIX, "cms"));
    private static final Instant ENDS = Sample.NOW.plus(Duration.ofDays(30));
    private static final TokenPowers POWERS = new TokenPowers(Set.of(Scope.RELEASE_FILE), Set.of(), ENDS);
    private static final Voucher ADMIN = new Voucher(Sample.account("admin"), Sample.account("admin"), true);
    private static final Voucher OFFICER = new Voucher(Sample.account("officer"), Sample.account("officer"), false);
    private static final Voucher PUPPET = new Voucher(Sample.account("puppet"), ADMIN.line(), false);
    private static final Voucher OTHER_PUPPET = new Voucher(Sample.account("otherpuppet"), ADMIN.line(), false);

    private final Scenario<TokenState, TokenCommand, TokenEvent> nothing =
            Scenario.of(TokenState.NONE, TokenDecisions::decide, TokenDecisions::evolve);
    private final Scenario<TokenState, TokenCommand, TokenEvent> asked =
            nothing.and(new AskToken(ID, POWERS, ADMIN, false));

    @Test
    void whatShowsPeopleTakesTwo() {
        assertThat(POWERS.takesTwo()).isTrue();
        assertThat(new TokenPowers(Set.of(), Set.of(StaffRole.AUDITOR), ENDS).takesTwo())
                .isTrue();
        assertThat(new TokenPowers(Set.of(Scope.PUBLISH, Scope.READ_STATUS), Set.of(), ENDS).takesTwo())
                .isFalse();
    }

    @Test
    void anotherPersonOnAnotherWordAgrees() {
        asked.when(new AgreeToToken(ID, ADMIN, true)).then(StaffRejection.SAME_PERSON);
        asked.when(new AgreeToToken(ID, PUPPET, true)).then(StaffRejection.SAME_WORD);
        asked.when(new AgreeToToken(ID, OFFICER, true))
                .then(new TokenGranted(ID, POWERS, List.of(ADMIN.account(), OFFICER.account()), List.of(), Sample.NOW));
    }

    @Test
    @Requirement("R64")
    void a_token_in_doubt_is_confirmed_by_whoever_may_make_such_a_token() {
        var active = asked.and(new AgreeToToken(ID, OFFICER, true));
        active.when(new ConfirmToken(ID, true)).then(StaffRejection.NOT_IN_DOUBT);
        active.when(new DoubtToken(ID)).then(new TokenDoubted(ID, Sample.NOW));
        var doubted = active.and(new DoubtToken(ID));
        doubted.when(new DoubtToken(ID)).then(StaffRejection.NOTHING_CHANGES);
        doubted.when(new ConfirmToken(ID, false)).then(StaffRejection.MAKE_ANEW);
        doubted.when(new ConfirmToken(ID, true)).then(new TokenConfirmed(ID, Sample.NOW));
        asked.when(new DoubtToken(ID)).then(new TokenLapsed(ID, Sample.NOW));
        asked.when(new ConfirmToken(ID, true)).then(StaffRejection.NOT_IN_DOUBT);
    }

    @Test
    void whatOnePersonOrTwoOnOneWordMadeStandsOnThatWord() {
        nothing.when(new AskToken(ID, POWERS, ADMIN, true))
                .then(new TokenGranted(ID, POWERS, List.of(ADMIN.account()), List.of(ADMIN.account()), Sample.NOW));
        nothing.and(new AskToken(ID, POWERS, PUPPET, false))
                .when(new AgreeToToken(ID, OTHER_PUPPET, true))
                .then(new TokenGranted(
                        ID,
                        POWERS,
                        List.of(PUPPET.account(), OTHER_PUPPET.account()),
                        List.of(ADMIN.account()),
                        Sample.NOW));
    }

    @Test
    void nobodyAgreesToWhatSomebodyAskedWhoMayAskForNothingAnyMore() {
        asked.when(new AgreeToToken(ID, OFFICER, false)).then(StaffRejection.ASKER_GONE);
    }

    @Test
    void aRequestLapsesAfterADay() {
        Decision<TokenEvent> late = TokenDecisions.decide(
                asked.state(), new AgreeToToken(ID, OFFICER, true), Sample.NOW.plus(Duration.ofHours(24)));
        assertThat(late).isEqualTo(Decision.reject(StaffRejection.NOTHING_ASKED));
    }

    @Test
    void aTokenIsRevokedOnceAndARequestTakenBack() {
        asked.when(new RevokeToken(ID)).then(new TokenLapsed(ID, Sample.NOW));
        var active = asked.and(new AgreeToToken(ID, OFFICER, true));
        active.when(new ForgetToken(ID)).then(StaffRejection.NOT_OVER);
        active.when(new RevokeToken(ID)).then(new TokenRevoked(ID, Sample.NOW));
        assertThat(active.and(new RevokeToken(ID)).state().makers())
                .as("who had its secret in their hands")
                .isNotEmpty()
                .isEqualTo(active.state().makers());
        active.and(new RevokeToken(ID)).when(new RevokeToken(ID)).then(StaffRejection.UNKNOWN_TOKEN);
        active.and(new RevokeToken(ID))
                .when(new AskToken(ID, POWERS, ADMIN, true))
                .then(StaffRejection.TOKEN_EXISTS);
    }
}
