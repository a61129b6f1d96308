package org.quitclaim.vault.backup;

/** How many files of a backup are done. */
public record BackupProgress(long done, long total) {}
