package org.quitclaim.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.access.AccountCommand.AgreeToAccount;
import org.quitclaim.domain.access.AccountCommand.AskAccount;
import org.quitclaim.domain.access.AccountCommand.AskPassword;
import org.quitclaim.domain.access.AccountCommand.AskRoles;
import org.quitclaim.domain.access.AccountCommand.EndAccount;
import org.quitclaim.domain.access.AccountCommand.EndPassword;
import org.quitclaim.domain.access.AccountCommand.ForgetAccount;
import org.quitclaim.domain.access.AccountCommand.LapseAccount;
import org.quitclaim.domain.access.AccountCommand.NarrowRoles;
import org.quitclaim.domain.access.AccountCommand.NotePassword;
import org.quitclaim.domain.access.AccountEvent.AccountEnded;
import org.quitclaim.domain.access.AccountEvent.AccountForgotten;
import org.quitclaim.domain.access.AccountEvent.AccountGranted;
import org.quitclaim.domain.access.AccountEvent.AccountLapsed;
import org.quitclaim.domain.access.AccountEvent.PasswordEnded;
import org.quitclaim.domain.access.AccountState.Active;
import org.quitclaim.domain.vault.AccountId;

/** Each rule with the trick of a dishonest administrator that it stops. */
@Requirement("R72")
class AccountDecisionsTest {
    private static final AccountId ID = Sample.account("wanted");
    private static final Set<StaffRole> EDITOR = Set.of(StaffRole.EDITOR);
    private static final Voucher ADMIN = independent("admin", true);
    private static final Voucher OFFICER = independent("officer", false);
    private static final Voucher PUPPET = new Voucher(Sample.account("puppet"), ADMIN.line(), false);
    private static final Voucher OTHER_PUPPET = new Voucher(Sample.account("otherpuppet"), ADMIN.line(), false);
    private static final Voucher SECOND_ADMIN = new Voucher(Sample.account("secondadmin"), ADMIN.line(), true);

    private final Scenario<AccountState, AccountCommand, AccountEvent> nothing =
            Scenario.of(AccountState.NONE, AccountDecisions::decide, AccountDecisions::evolve);
    private final Scenario<AccountState, AccountCommand, AccountEvent> asked =
            nothing.and(new AskAccount(ID, EDITOR, ADMIN, false));
    private final Scenario<AccountState, AccountCommand, AccountEvent> active =
            asked.and(new AgreeToAccount(ID, OFFICER, true));

    private static Voucher independent(String word, boolean administrator) {
        return new Voucher(Sample.account(word), Sample.account(word), administrator);
    }

    private static AccountGranted granted(AccountChange change, Set<StaffRole> roles, AccountId line, Voucher... by) {
        return new AccountGranted(
                ID, change, roles, List.of(by).stream().map(Voucher::account).toList(), line, Sample.NOW);
    }

    @Test
    void whatTwoPeopleMadeStandsOnItsOwnWord() {
        asked.when(new AgreeToAccount(ID, OFFICER, true))
                .then(granted(AccountChange.ACCOUNT, EDITOR, ID, ADMIN, OFFICER));
        assertThat(((Active) active.state()).madeByOnePerson()).isFalse();
    }

    @Test
    void whatOnePersonMadeIsMarkedAndStandsOnThatPersonsWord() {
        var alone = nothing.when(new AskAccount(ID, EDITOR, SECOND_ADMIN, true));
        alone.then(granted(AccountChange.ACCOUNT, EDITOR, ADMIN.line(), SECOND_ADMIN));
        assertThat(((Active) alone.accepted().state()).madeByOnePerson()).isTrue();
    }

    /** Or the account could be ended first, and what it did be agreed to by whoever made it. */
    @Test
    void whatAnAccountDidStandsOnTheSameWordWhenItIsOver() {
        var puppet = nothing.and(new AskAccount(ID, EDITOR, ADMIN, true));
        Voucher did = puppet.state().did().orElseThrow();
        assertThat(did.standsInFor(ADMIN)).isTrue();

        var ended = puppet.and(new EndAccount(ID));
        assertThat(ended.state().did()).contains(did);
        assertThat(ended.and(new ForgetAccount(ID)).state().did()).contains(did);
        assertThat(asked.and(new EndAccount(ID)).state().did())
                .as("nobody did anything with it")
                .isEmpty();
    }

    /** Whoever ran the system may have made the other, also when that role was given up for the moment. */
    @Test
    void givingUpTheRoleMakesNoSecondPersonOfOneWord() {
        var former = nothing.and(
                new AskAccount(ID, Set.of(StaffRole.ADMIN, StaffRole.COMPLIANCE_OFFICER), ADMIN, true),
                new AskRoles(ID, Set.of(StaffRole.COMPLIANCE_OFFICER), SECOND_ADMIN, true));
        Voucher officer = ((Active) former.state()).voucher();
        assertThat(AgreementRules.between(PUPPET, officer, StaffRejection.SAME_PERSON, StaffRejection.SAME_WORD))
                .contains(StaffRejection.SAME_WORD);
    }

    @Test
    void nobodyAgreesWithThemselves() {
        asked.when(new AgreeToAccount(ID, ADMIN, true)).then(StaffRejection.SAME_PERSON);
    }

    @Test
    void anAccountThatTheAdministratorMadeAloneDoesNotAgreeNorDoesOneThatItMade() {
        asked.when(new AgreeToAccount(ID, PUPPET, true)).then(StaffRejection.SAME_WORD);
        asked.when(new AgreeToAccount(ID, SECOND_ADMIN, true)).then(StaffRejection.SAME_WORD);
        nothing.and(new AskAccount(ID, EDITOR, PUPPET, false))
                .when(new AgreeToAccount(ID, SECOND_ADMIN, true))
                .then(StaffRejection.SAME_WORD);
    }

    @Test
    void whatTwoOfficersOnOneWordMakeStandsOnThatWordToo() {
        nothing.and(new AskAccount(ID, EDITOR, PUPPET, false))
                .when(new AgreeToAccount(ID, OTHER_PUPPET, true))
                .then(granted(AccountChange.ACCOUNT, EDITOR, ADMIN.line(), PUPPET, OTHER_PUPPET));
    }

    @Test
    void aRequestLapsesAfterADay() {
        AccountState state = asked.state();
        for (int hours : new int[] {23, 24}) {
            Decision<AccountEvent> agreed = AccountDecisions.decide(
                    state, new AgreeToAccount(ID, OFFICER, true), Sample.NOW.plus(Duration.ofHours(hours)));
            Decision<AccountEvent> lapsed =
                    AccountDecisions.decide(state, new LapseAccount(ID), Sample.NOW.plus(Duration.ofHours(hours)));
            assertThat(agreed instanceof Decision.Accepted<AccountEvent>).isEqualTo(hours == 23);
            assertThat(lapsed instanceof Decision.Accepted<AccountEvent>).isEqualTo(hours == 24);
        }
    }

    @Test
    void nobodyDecidesAboutTheirOwnAccount() {
        Voucher self = new Voucher(ID, ID, false);
        active.when(new AskPassword(ID, self, false)).then(StaffRejection.OWN_ACCOUNT);
        active.when(new AskRoles(ID, Set.of(StaffRole.AUDITOR), self, false)).then(StaffRejection.OWN_ACCOUNT);
        active.and(new AskPassword(ID, ADMIN, false))
                .when(new AgreeToAccount(ID, self, true))
                .then(StaffRejection.OWN_ACCOUNT);
    }

    @Test
    void whatWasAskedCannotBeChangedUnderTheHandsOfWhoAgrees() {
        active.and(new AskRoles(ID, Set.of(StaffRole.AUDITOR), ADMIN, false))
                .when(new AskRoles(ID, Set.of(StaffRole.COMPLIANCE_OFFICER), ADMIN, false))
                .then(StaffRejection.ASKED_ALREADY);
    }

    @Test
    void aPasswordThatOnePersonResetPutsTheAccountOnThatPersonsWord() {
        active.when(new AskPassword(ID, ADMIN, true))
                .then(granted(AccountChange.PASSWORD, EDITOR, ADMIN.line(), ADMIN));
    }

    @Test
    void moreRolesByTwoPeopleDoNotMendThatOnePersonMadeIt() {
        Set<StaffRole> more = Set.of(StaffRole.EDITOR, StaffRole.AUDITOR);
        var alone = nothing.and(new AskAccount(ID, EDITOR, ADMIN, true));
        Active state = (Active) alone.and(new AskRoles(ID, more, OFFICER, false))
                .and(new AgreeToAccount(ID, independent("third", false), true))
                .state();
        assertThat(state.roles()).isEqualTo(more);
        assertThat(state.madeByOnePerson()).isTrue();
        assertThat(state.line()).isEqualTo(ADMIN.line());
    }

    @Test
    void takingRolesAwayTakesOnePerson() {
        nothing.and(new AskAccount(ID, Set.of(StaffRole.EDITOR, StaffRole.AUDITOR), ADMIN, false))
                .and(new AgreeToAccount(ID, OFFICER, true))
                .when(new AskRoles(ID, EDITOR, ADMIN, false))
                .then(granted(AccountChange.ROLES, EDITOR, ID, ADMIN, OFFICER));
    }

    @Test
    void whoItWasIsForgottenOnlyAfterItEnded() {
        active.when(new ForgetAccount(ID)).then(StaffRejection.NOT_OVER);
        active.when(new EndAccount(ID)).then(new AccountEnded(ID, Sample.NOW));
        active.and(new EndAccount(ID)).when(new ForgetAccount(ID)).then(new AccountForgotten(ID, Sample.NOW));
        active.and(new EndAccount(ID)).when(new AskPassword(ID, ADMIN, true)).then(StaffRejection.UNKNOWN_ACCOUNT);
        active.and(new EndAccount(ID))
                .when(new AskAccount(ID, EDITOR, ADMIN, true))
                .then(StaffRejection.ACCOUNT_EXISTS);
    }

    @Test
    void nobodyAgreesToWhatSomebodyAskedWhoMayAskForNothingAnyMore() {
        asked.when(new AgreeToAccount(ID, OFFICER, false)).then(StaffRejection.ASKER_GONE);
        active.and(new AskPassword(ID, ADMIN, false))
                .when(new AgreeToAccount(ID, OFFICER, false))
                .then(StaffRejection.ASKER_GONE);
    }

    @Test
    void rolesThatWereTakenAwayAreTakenAwayOnceMoreAndNoneAreGiven() {
        Set<StaffRole> more = Set.of(StaffRole.EDITOR, StaffRole.AUDITOR);
        Set<StaffRole> others = Set.of(StaffRole.AUDITOR, StaffRole.COMPLIANCE_OFFICER);
        var wide = nothing.and(new AskAccount(ID, more, ADMIN, false)).and(new AgreeToAccount(ID, OFFICER, true));
        wide.when(new NarrowRoles(ID, EDITOR)).then(granted(AccountChange.ROLES, EDITOR, ID, ADMIN, OFFICER));
        wide.when(new NarrowRoles(ID, others))
                .then(granted(AccountChange.ROLES, Set.of(StaffRole.AUDITOR), ID, ADMIN, OFFICER));
        wide.and(new NarrowRoles(ID, EDITOR)).when(new NarrowRoles(ID, EDITOR)).then(StaffRejection.NOTHING_CHANGES);
        active.when(new NarrowRoles(ID, more)).then(StaffRejection.NOTHING_CHANGES);
        active.when(new NarrowRoles(ID, others)).then(new AccountEnded(ID, Sample.NOW));
    }

    @Test
    void nobodyAgreesOnceMoreToRolesThatWereTakenAwaySince() {
        Set<StaffRole> more = Set.of(StaffRole.EDITOR, StaffRole.AUDITOR);
        var wanting = active.and(new AskRoles(ID, more, ADMIN, false));
        wanting.when(new NarrowRoles(ID, more)).then(StaffRejection.NOTHING_CHANGES);
        wanting.and(new NarrowRoles(ID, EDITOR))
                .when(new AgreeToAccount(ID, OFFICER, true))
                .then(StaffRejection.NOTHING_ASKED);
        asked.when(new NarrowRoles(ID, more)).then(StaffRejection.NOTHING_CHANGES);
        asked.when(new NarrowRoles(ID, Set.of(StaffRole.AUDITOR))).then(new AccountLapsed(ID, Sample.NOW));
    }

    @Test
    @Requirement("R64")
    void an_account_whose_password_is_over_opens_with_a_new_one_only() {
        var over = active.and(new AskRoles(ID, Set.of(StaffRole.AUDITOR), ADMIN, false));
        over.when(new EndPassword(ID)).then(new PasswordEnded(ID, Sample.NOW));
        var shut = over.and(new EndPassword(ID));
        shut.when(new EndPassword(ID)).then(StaffRejection.NOTHING_CHANGES);
        shut.when(new AgreeToAccount(ID, OFFICER, true)).then(StaffRejection.NOTHING_ASKED);
        assertThat(((Active) shut.state()).passwordOver()).isTrue();
        assertThat(((Active) shut.and(new AskRoles(ID, Set.of(StaffRole.AUDITOR), ADMIN, true))
                                .state())
                        .passwordOver())
                .isTrue();
        assertThat(((Active) shut.and(new AskPassword(ID, ADMIN, true)).state()).passwordOver())
                .isFalse();
        assertThat(((Active) active.and(new NotePassword(ID)).state()).passwordOver())
                .isFalse();
        asked.when(new EndPassword(ID)).then(new AccountLapsed(ID, Sample.NOW));
    }

    @Test
    void whatWasAskedIsTakenBack() {
        asked.when(new EndAccount(ID)).then(new AccountLapsed(ID, Sample.NOW));
        asked.and(new EndAccount(ID))
                .when(new AgreeToAccount(ID, OFFICER, true))
                .then(StaffRejection.UNKNOWN_ACCOUNT);
    }
}
