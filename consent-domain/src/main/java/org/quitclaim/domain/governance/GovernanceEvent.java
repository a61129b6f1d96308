package org.quitclaim.domain.governance;

import java.time.Instant;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.history.LossReason;
import org.quitclaim.domain.history.NotedNo;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.id.LedgerId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;

/** What was decided for the installation. */
public sealed interface GovernanceEvent extends DomainEvent {
    InstallationId installation();

    @Override
    default InstallationId stream() {
        return installation();
    }

    @Stored("governance.founded")
    record InstallationFounded(InstallationId installation, Instant at) implements GovernanceEvent {}

    @Stored("governance.dpia-recorded")
    record DpiaRecorded(InstallationId installation, Dpia.Paper paper, Voucher by, Instant until, Instant at)
            implements GovernanceEvent {}

    /** By a second officer: from now on the assessment holds, until its next review. */
    @Stored("governance.dpia-confirmed")
    record DpiaConfirmed(InstallationId installation, AccountId by, Instant at) implements GovernanceEvent {}

    @Stored("governance.dpia-alarm-sounded")
    record DpiaAlarmSounded(InstallationId installation, DueAlarm alarm, Instant at) implements GovernanceEvent {}

    @Stored("governance.dpia-revoked")
    record DpiaRevoked(InstallationId installation, Instant at) implements GovernanceEvent {}

    @Stored("governance.horizon-declared")
    record HorizonDeclared(InstallationId installation, int days, Instant at) implements GovernanceEvent {}

    /** Whether accounts and tokens that show people, rotations by hand, revocations and assessments take two from now on. */
    @Stored("governance.two-people-declared")
    record TwoPeopleDeclared(InstallationId installation, boolean required, Instant at) implements GovernanceEvent {}

    /** There were two officers; the time in which an administrator makes accounts alone is over. */
    @Stored("governance.two-officers-reached")
    record TwoOfficersReached(InstallationId installation, Instant at) implements GovernanceEvent {}

    /** Photos are not looked at again for the time being, although the detector improved. */
    @Stored("governance.search-paused")
    record SearchPaused(InstallationId installation, Instant at) implements GovernanceEvent {}

    @Stored("governance.search-resumed")
    record SearchResumed(InstallationId installation, Instant at) implements GovernanceEvent {}

    /** Nobody is enrolled anew for the time being, although another model pack is in force. */
    @Stored("governance.reenrolment-paused")
    record ReenrolmentPaused(InstallationId installation, Instant at) implements GovernanceEvent {}

    @Stored("governance.reenrolment-resumed")
    record ReenrolmentResumed(InstallationId installation, Instant at) implements GovernanceEvent {}

    @Stored("governance.history-doubted")
    record HistoryDoubted(InstallationId installation, Doubt doubt, Instant at) implements GovernanceEvent {}

    /** @param text sealed: how the officer knows */
    @Stored("governance.person-confirmed")
    record PersonConfirmed(InstallationId installation, PersonId person, RecordId text, Instant at)
            implements GovernanceEvent {}

    /** @param text sealed: what the officer wrote */
    @Stored("governance.doubt-settled")
    record DoubtSettled(InstallationId installation, Doubt doubt, LossReason reason, RecordId text, Instant at)
            implements GovernanceEvent {}

    /** Her own history could not take it. */
    @Stored("governance.no-noted")
    record NoNoted(InstallationId installation, NotedNo no, Instant at) implements GovernanceEvent {}

    /** It stands in her own history, or needs not stand there. */
    @Stored("governance.noted-no-carried-out")
    record NotedNoCarriedOut(InstallationId installation, NotedNo no, Instant at) implements GovernanceEvent {}

    /** An alarm: officers see it until one of them examined it. */
    @Stored("governance.bulk-use-noticed")
    record BulkUseNoticed(InstallationId installation, BulkUse use, int count, Instant at) implements GovernanceEvent {}

    /** @param text sealed: what was found */
    @Stored("governance.bulk-use-examined")
    record BulkUseExamined(InstallationId installation, BulkUse use, AccountId by, RecordId text, Instant at)
            implements GovernanceEvent {}

    @Stored("governance.rotation-requested")
    record RotationRequested(InstallationId installation, Voucher by, Instant until, Instant at)
            implements GovernanceEvent {}

    /** Up to this line of the ledger at the backup target every no was said again, or was there. */
    @Stored("governance.nos-restored")
    record NosRestored(InstallationId installation, LedgerId ledger, long line, Instant at)
            implements GovernanceEvent {}

    @Stored("governance.rotation-confirmed")
    record RotationConfirmed(InstallationId installation, AccountId by, Instant at) implements GovernanceEvent {}
}
