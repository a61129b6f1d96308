package org.quitclaim.domain.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.history.LossReason;
import org.quitclaim.domain.history.NotedNo;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.id.LedgerId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.RecordId;

/** Orders to the installation. */
public sealed interface GovernanceCommand extends DomainCommand {
    InstallationId installation();

    @Override
    default InstallationId target() {
        return installation();
    }

    /** Begins the installation's own stream. */
    record FoundInstallation(InstallationId installation) implements GovernanceCommand, Creating {}

    /**
     * An approved impact assessment exists, says one officer; {@code today} is in the zone of the installation, and {@code inUse}
     * with what people are recognised now.
     */
    record RecordDpia(
            InstallationId installation, Dpia.Paper paper, RecognitionMethod inUse, LocalDate today, Voucher by)
            implements GovernanceCommand {}

    /** A second officer read it and agrees; {@code reference} says which one. */
    record ConfirmDpia(InstallationId installation, RecordId reference, RecognitionMethod inUse, Voucher by)
            implements GovernanceCommand {}

    /** Says that the assessment is to be reviewed soon, or should have been. */
    record SoundDpiaAlarm(InstallationId installation, DueAlarm alarm, LocalDate today) implements GovernanceCommand {}

    /** The assessment no longer holds; recognition is off again. */
    record RevokeDpia(InstallationId installation) implements GovernanceCommand {}

    /** After so many days no image of the whole machine is left, says the organisation. */
    record DeclareHorizon(InstallationId installation, int days) implements GovernanceCommand {
        public DeclareHorizon {
            if (days < 0) {
                throw new IllegalArgumentException("a horizon is of no days or more");
            }
        }
    }

    /** Whether an account or a token that shows people takes two; small organisations may say no. */
    record DeclareTwoPeople(InstallationId installation, boolean required) implements GovernanceCommand {}

    /** There are two officers: from now on no administrator makes accounts alone, however few officers are left. */
    record NoteTwoOfficers(InstallationId installation) implements GovernanceCommand {}

    /** As the ledger tells it after a restore: there were two officers, since then. */
    record RestoreTwoOfficers(InstallationId installation, Instant since) implements GovernanceCommand {}

    /** Whether photos are looked at again after the detector improved; those that were not stay amber for anything new. */
    record SetSearchPaused(InstallationId installation, boolean paused) implements GovernanceCommand {}

    /** Whether people are enrolled anew after another model pack was approved. */
    record SetReenrolmentPaused(InstallationId installation, boolean paused) implements GovernanceCommand {}

    /** Asks for the epoch to be retired by hand; somebody else has to agree. Source: R72. */
    record RequestRotation(InstallationId installation, Voucher by) implements GovernanceCommand {}

    /** It is doubtful whether the history is whole; whoever finds it out again may say so again. */
    record DoubtHistory(InstallationId installation, Doubt doubt) implements GovernanceCommand {}

    /**
     * An officer asked this person, or looked at what there is: her consents hold although nos may be missing. {@code text} is
     * the sealed text of how that is known.
     */
    record ConfirmPerson(InstallationId installation, PersonId person, RecordId text) implements GovernanceCommand {}

    /** An officer goes on in spite of it. {@code text} is the sealed text of why; {@code doubt} its id. */
    record SettleDoubt(InstallationId installation, String doubt, LossReason reason, RecordId text)
            implements GovernanceCommand {}

    /** Somebody says no, and nothing of her own history can be read. */
    record NoteNo(InstallationId installation, NotedNo no) implements GovernanceCommand {}

    /** Her own history can be read again, and allows no more than the note. */
    record CloseNotedNo(InstallationId installation, NotedNo no) implements GovernanceCommand {}

    /** Somebody did so much of it on that day. */
    record NoticeBulkUse(InstallationId installation, BulkUse use, int count) implements GovernanceCommand {}

    /**
     * Somebody else looked into it.
     *
     * @param whose the accounts behind whoever did it, over or not; none if nobody can say
     * @param text sealed: what they found
     */
    record ExamineBulkUse(InstallationId installation, BulkUse use, List<Voucher> whose, Voucher by, RecordId text)
            implements GovernanceCommand {}

    /** What the ledger says up to this line is in the history. */
    record ConcludeRestore(InstallationId installation, LedgerId ledger, long line) implements GovernanceCommand {}

    record ConfirmRotation(InstallationId installation, Voucher by) implements GovernanceCommand {}
}
