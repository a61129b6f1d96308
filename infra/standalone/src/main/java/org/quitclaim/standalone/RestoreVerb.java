package org.quitclaim.standalone;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Consumer;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.backup.BackupProgress;
import org.quitclaim.vault.backup.BackupRefused;
import org.quitclaim.vault.backup.Restore;
import org.quitclaim.vault.backup.Restored;
import org.quitclaim.vault.embedded.VaultFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore DIR}: brings a backup back, without anybody who was erased since and with every no. No port is open meanwhile. */
@Command(name = "restore", description = "brings a backup back, with every no since")
final class RestoreVerb implements Verb {
    @Parameters(paramLabel = "DIR", converter = Arguments.Name.class, description = "the backup")
    private Path from = Path.of("");

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Option(
            names = "--without-ledger",
            description =
                    "restore although nobody has the whole ledger any more: no consent counts until an officer has"
                            + " looked")
    private boolean withoutLedger;

    @Override
    public Options options() {
        return vault.options();
    }

    @Override
    public int run(Console console) throws BackupRefused, VaultException {
        Options options = options();
        VaultFolders folders = Folders.of(options);
        Restore restore = new Restore(folders, Folders.settings(options).keeping(), Clock.systemUTC());
        Path backup = from.toAbsolutePath().normalize();
        Consumer<BackupProgress> telling = progress -> BackupVerb.tell(console, "restored", progress);
        Restored restored = withoutLedger ? restore.runWithoutLedger(backup, telling) : restore.run(backup, telling);
        restored.doubt().ifPresent(why -> console.say(DoubtText.of(why)));
        console.say(String.format(
                Locale.ROOT,
                "Restored %s as of %s, %s.",
                folders.data(),
                restored.manifest().takenAt(),
                BackupVerb.history(restored.manifest())));
        if (!restored.manifest().holdsEvents()) {
            console.say("The events are NOT in it: before the next start set Axon Server back to a backup of its own"
                    + " that is no younger, or what was recorded since will name records that are not here.");
        }
        console.say(
                restored.keysOfBackup()
                        ? "The wrapped keys are those of the backup."
                        : "The epoch of the backup is retired; the wrapped keys came from the backup target.");
        console.say("Destroyed again, or seen to be so: " + restored.erasuresKnown() + " keys. The ledger tells of "
                + restored.nosKnown()
                + " other nos; those that this history lacks are said again at the next start. Whose password was"
                + " replaced since is given another; what people asked for since is open again, without what they"
                + " wrote.");
        restored.servesAnother().ifPresent(why -> console.say("Mind: " + why.getMessage()));
        console.say("The screens' data is made anew at the next start: ./quitclaim up");
        return 0;
    }
}
