package org.quitclaim.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.quitclaim.transparency.LogCopy;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.backup.Backup;
import org.quitclaim.vault.backup.BackupManifest;
import org.quitclaim.vault.backup.BackupProgress;
import org.quitclaim.vault.backup.BackupRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backup DIR}: copies the data folder, beside a server that works on it or without one. */
@Command(name = "backup", description = "copies everything but the protecting key")
final class BackupVerb implements Verb {
    private static final int EVERY = 1000;

    @Parameters(paramLabel = "DIR", converter = Arguments.Name.class, description = "where to")
    private Path to = Path.of("");

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Override
    public Options options() {
        return vault.options();
    }

    @Override
    public boolean needsInstallation() {
        return true;
    }

    @Override
    public int run(Console console) throws BackupRefused, VaultException, IOException {
        Options options = options();
        Optional<String> other = ControlSocket.otherFolders(options.data(), NamedFolders.of(Folders.settings(options)));
        if (other.isPresent()) {
            console.problem(other.get());
            return Refusal.REFUSED;
        }
        Path folder = to.toAbsolutePath().normalize();
        boolean elsewhere = Folders.areWithoutEvents(options);
        Backup.Taken taken = new Backup(
                        Folders.of(options), Clock.systemUTC(), Folders.keptFree(options), LogCopy::copy)
                .take(
                        folder,
                        elsewhere ? Backup.Events.ELSEWHERE : Backup.Events.IN_THE_FOLDER,
                        progress -> tell(console, "copied", progress));
        BackupManifest manifest = taken.manifest();
        console.say(String.format(
                Locale.ROOT,
                "Backed up to %s: %,d files, %s. The key-encryption key of epoch %d is not in it.",
                folder,
                manifest.files().size(),
                history(manifest),
                manifest.epoch().number()));
        if (elsewhere) {
            console.say("The events are NOT in it: they are on Axon Server. A restore needs a backup of the server"
                    + " that is no younger than this one; this verb does not make it.");
        }
        return Math.max(files(taken, console), elsewhere ? 0 : events(options, console));
    }

    /** A backup of a damaged folder is better than none, and no reason to give up an older one. */
    private static int files(Backup.Taken taken, Console console) {
        if (taken.lost().isEmpty()) {
            return 0;
        }
        console.problem(String.format(
                Locale.ROOT,
                "Of the sealed files that records name, %,d are not in the data folder, though nobody erased them (the"
                        + " first is of record %s). They are not in this backup either: keep the older ones, which may"
                        + " have them. [backup.files-missing]",
                taken.lost().size(),
                taken.lost().getFirst()));
        return CheckHistoryVerb.DAMAGED;
    }

    private static int events(Options options, Console console) {
        Optional<String> damage = CheckHistoryVerb.damage(options.data());
        damage.ifPresent(said -> console.problem(
                said + " This backup has the same damage: keep the older ones. [backup.history-damaged]"));
        return damage.isPresent() ? CheckHistoryVerb.DAMAGED : 0;
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
