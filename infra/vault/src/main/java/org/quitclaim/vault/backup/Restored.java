package org.quitclaim.vault.backup;

/**
 * What a restore brought back.
 *
 * @param manifest of the backup
 * @param keysOfBackup whether the wrapped keys came with the backup; otherwise from the backup target, because the epoch
 *     of the backup was retired since
 * @param erasuresKnown how many destroyed keys the ledger told of, all of them destroyed here too
 */
public record Restored(BackupManifest manifest, boolean keysOfBackup, int erasuresKnown) {}
