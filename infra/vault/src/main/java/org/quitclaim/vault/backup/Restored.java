package org.quitclaim.vault.backup;

import java.util.Optional;
import org.quitclaim.vault.LedgerDoubt;
import org.quitclaim.vault.VaultException.PlaceOfAnother;

/**
 * What a restore brought back.
 *
 * @param manifest of the backup
 * @param keysOfBackup whether the wrapped keys came with the backup; otherwise from the backup target, because the epoch
 *     of the backup was retired since
 * @param erasuresKnown how many destroyed keys the ledger told of, all of them destroyed here too
 * @param nosKnown how many other nos it tells of; those that the history lacks are said again at the first start
 * @param doubt why there may be nos that the ledger does not tell of
 * @param servesAnother why it does not rotate: a folder of keys or backups serves another copy that may live
 */
public record Restored(
        BackupManifest manifest,
        boolean keysOfBackup,
        int erasuresKnown,
        int nosKnown,
        Optional<LedgerDoubt> doubt,
        Optional<PlaceOfAnother> servesAnother) {}
