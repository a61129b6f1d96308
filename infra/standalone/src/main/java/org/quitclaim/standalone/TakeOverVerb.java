package org.quitclaim.standalone;

import java.io.IOException;
import java.nio.file.Path;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.eventstore.RefusedStart;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.BackupTargetAway;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.VaultFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code take-over}: this copy of an installation goes on instead of another, which destroys no keys any more. */
@Command(name = "take-over", description = "this copy goes on instead of its original")
final class TakeOverVerb implements Verb {
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
    public int run(Console console) throws IOException, VaultException {
        Options options = options();
        try (DataFolderLock lock = DataFolderLock.acquire(options.data())) {
            StandaloneSettings settings = Folders.settings(options);
            VaultFolders folders = settings.folders(lock.folder());
            requireOthersStopped(folders);
            for (Path taken : EmbeddedVault.takeOver(folders, settings.keeping())) {
                console.say("  " + taken + " serves " + lock.folder() + " now.");
            }
            console.say("The copy that they served before must not be used any more: it does not start with these"
                    + " folders, and one that still runs elsewhere clears nothing from now on.");
            return 0;
        } catch (BackupTargetAway e) {
            // nothing waits for a medium here, as a server would: the option names the wrong folder
            console.problem(Refusal.of(e).line());
            return Refusal.WRONGLY_SET;
        }
    }

    /** What people take back at a server that still runs would never be known here. */
    private static void requireOthersStopped(VaultFolders folders) throws VaultException {
        for (Path home : EmbeddedVault.servedHere(folders)) {
            if (DataFolderLock.isHeld(home)) {
                throw new RefusedStart(
                        "start.other-copy-running",
                        "The copy of this installation in " + home + " is still running. Stop it first, then run this"
                                + " again; nothing was changed.");
            }
        }
    }
}
