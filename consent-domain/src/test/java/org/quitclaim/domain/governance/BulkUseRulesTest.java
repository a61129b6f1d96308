package org.quitclaim.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.governance.BulkUse.Kind;
import org.quitclaim.domain.governance.GovernanceCommand.ExamineBulkUse;
import org.quitclaim.domain.governance.GovernanceCommand.FoundInstallation;
import org.quitclaim.domain.governance.GovernanceCommand.NoticeBulkUse;
import org.quitclaim.domain.governance.GovernanceEvent.BulkUseExamined;
import org.quitclaim.domain.governance.GovernanceEvent.BulkUseNoticed;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.AccountId;

class BulkUseRulesTest {
    private static final InstallationId ID = Sample.installation();
    private static final AccountId EDITOR = Sample.account("editor");
    private static final AccountId OFFICER = Sample.account("officer");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

    private final Scenario<GovernanceState, GovernanceCommand, GovernanceEvent> founded = Scenario.of(
                    GovernanceState.NONE, GovernanceDecisions::decide, GovernanceDecisions::evolve)
            .and(new FoundInstallation(ID));

    @Test
    void work_in_bulk_is_noticed_once_for_each_account_kind_and_day() {
        var noticed = founded.when(notice(EDITOR, Kind.NAMES, DAY))
                .then(new BulkUseNoticed(ID, use(EDITOR, Kind.NAMES, DAY), 301, Sample.NOW));

        noticed.when(notice(EDITOR, Kind.NAMES, DAY)).then(GovernanceRejection.ALREADY_NOTICED);
        noticed.when(notice(EDITOR, Kind.COMPARISONS, DAY)).accepted();
        noticed.when(notice(OFFICER, Kind.NAMES, DAY)).accepted();
        noticed.when(notice(EDITOR, Kind.NAMES, DAY.plusDays(1))).accepted();
    }

    @Test
    void what_was_examined_waits_no_more_and_is_not_noticed_again_on_that_day() {
        var examined = founded.and(notice(EDITOR, Kind.NAMES, DAY))
                .when(examine(EDITOR, OFFICER))
                .then(new BulkUseExamined(
                        ID, use(EDITOR, Kind.NAMES, DAY), OFFICER, Sample.record("found"), Sample.NOW));

        assertThat(((Founded) examined.state()).bulkUses().open()).isEmpty();
        examined.when(examine(EDITOR, OFFICER)).then(GovernanceRejection.NOTHING_TO_EXAMINE);
        examined.when(notice(EDITOR, Kind.NAMES, DAY)).then(GovernanceRejection.ALREADY_NOTICED);
        assertThat(((Founded) examined.and(notice(EDITOR, Kind.NAMES, DAY.plusDays(1)))
                                .state())
                        .bulkUses()
                        .all())
                .as("what is long over is forgotten")
                .hasSize(1);
    }

    @Test
    void nobody_examines_what_they_did_themselves() {
        var noticed = founded.and(notice(OFFICER, Kind.NAMES, DAY));

        noticed.when(examine(OFFICER, OFFICER)).then(GovernanceRejection.OWN_BULK_USE);
        noticed.when(examine(OFFICER, EDITOR)).accepted();
    }

    @Test
    void nobodyExaminesWhatAnAccountOnTheSameWordDidUnlessOnePersonIsEnough() {
        var noticed = founded.and(notice(EDITOR, Kind.NAMES, DAY));
        ExamineBulkUse puppet = new ExamineBulkUse(
                ID,
                use(EDITOR, Kind.NAMES, DAY),
                List.of(new Voucher(EDITOR, Sample.account("admin"), false)),
                new Voucher(OFFICER, Sample.account("admin"), false),
                Sample.record("found"));

        noticed.when(puppet).then(GovernanceRejection.BULK_USE_SAME_WORD);
        noticed.and(new GovernanceCommand.DeclareTwoPeople(ID, false))
                .when(puppet)
                .accepted();
    }

    @Test
    void nobodyExaminesWhatTheirOwnMachineDidOrWhatNobodyKnowsWhoDid() {
        var noticed = founded.and(notice(EDITOR, Kind.NAMES, DAY));
        Voucher officer = new Voucher(OFFICER, OFFICER, false);
        Voucher other = new Voucher(Sample.account("other"), Sample.account("other"), false);

        noticed.when(new ExamineBulkUse(
                        ID, use(EDITOR, Kind.NAMES, DAY), List.of(other, officer), officer, Sample.record("found")))
                .then(GovernanceRejection.BULK_USE_SAME_WORD);
        noticed.when(new ExamineBulkUse(ID, use(EDITOR, Kind.NAMES, DAY), List.of(), officer, Sample.record("found")))
                .then(GovernanceRejection.BULK_USE_SAME_WORD);
    }

    private static BulkUse use(AccountId who, Kind kind, LocalDate day) {
        return new BulkUse(who, kind, day);
    }

    private static NoticeBulkUse notice(AccountId who, Kind kind, LocalDate day) {
        return new NoticeBulkUse(ID, use(who, kind, day), 301);
    }

    private static ExamineBulkUse examine(AccountId who, AccountId by) {
        return new ExamineBulkUse(
                ID,
                use(who, Kind.NAMES, DAY),
                List.of(new Voucher(who, who, false)),
                new Voucher(by, by, false),
                Sample.record("found"));
    }
}
