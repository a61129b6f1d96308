package org.quitclaim.standalone;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.access.account.StaffRecords;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.eventstore.HistoryKnowledge;
import org.quitclaim.eventstore.KeptApart;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.sqlite.VaultGlance;

/** What the lists of work, the log and the vault of a data folder know of its history; the same for a start and for the verb. */
final class BesideTheEvents implements HistoryKnowledge.Source {
    /** No event names these, and there may be some before the first event. */
    private static final Set<RecordKind> OF_STAFF = Set.of(StaffRecords.ACCOUNT, StaffRecords.SERVICE_TOKEN);

    @Override
    public HistoryKnowledge in(Path dataFolder) {
        Optional<String> installation = VaultGlance.installation(dataFolder).map(InstallationId::value);
        KeptApart kept = KeptInLog.in(dataFolder, installation);
        return new HistoryKnowledge(
                Math.max(WorkIndex.heardOf(dataFolder, installation), kept.last()),
                installation,
                VaultGlance.holdsOthers(dataFolder, OF_STAFF),
                kept);
    }
}
