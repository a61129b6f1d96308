package org.quitclaim.standalone;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.backup.Backup;
import org.quitclaim.vault.backup.BackupManifest;
import org.quitclaim.vault.backup.BackupProgress;
import org.quitclaim.vault.backup.BackupRefused;

/** {@code backup DIR}: copies the data folder, beside a server that works on it or without one. */
final class BackupVerb {
    private static final int EVERY = 1000;

    private BackupVerb() {}

    static int run(Options options, Console console) {
        Path to = Path.of(options.words().getFirst()).toAbsolutePath().normalize();
        try {
            BackupManifest manifest = new Backup(Folders.of(options), Clock.systemUTC())
                    .take(to, progress -> tell(console, "copied", progress));
            console.say(String.format(
                    Locale.ROOT,
                    "Backed up to %s: %,d files, up to event %,d. The key-encryption key of epoch %d is not in it.",
                    to,
                    manifest.files().size(),
                    manifest.position(),
                    manifest.epoch().number()));
            return 0;
        } catch (BackupRefused | VaultException e) {
            console.problem(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    static void tell(Console console, String what, BackupProgress progress) {
        if (progress.done() % EVERY == 0) {
            console.say(String.format(Locale.ROOT, "  %s %,d of %,d files", what, progress.done(), progress.total()));
        }
    }
}
