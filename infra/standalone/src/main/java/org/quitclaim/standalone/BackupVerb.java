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

    static int run(Options options, Console console) throws BackupRefused, VaultException {
        Path to = Path.of(options.words().getFirst()).toAbsolutePath().normalize();
        BackupManifest manifest = new Backup(Folders.of(options), Clock.systemUTC(), Folders.keptFree(options))
                .take(to, progress -> tell(console, "copied", progress));
        console.say(String.format(
                Locale.ROOT,
                "Backed up to %s: %,d files, %s. The key-encryption key of epoch %d is not in it.",
                to,
                manifest.files().size(),
                history(manifest),
                manifest.epoch().number()));
        if (!manifest.holdsEvents()) {
            console.say("The events are NOT in it: they are on Axon Server. A restore needs a backup of the server"
                    + " that is no younger than this one; this verb does not make it.");
        }
        return 0;
    }

    static String history(BackupManifest manifest) {
        return manifest.holdsEvents()
                ? String.format(Locale.ROOT, "up to event %,d", manifest.position())
                : "without the events";
    }

    static void tell(Console console, String what, BackupProgress progress) {
        if (progress.done() % EVERY == 0) {
            console.say(String.format(Locale.ROOT, "  %s %,d of %,d files", what, progress.done(), progress.total()));
        }
    }
}
