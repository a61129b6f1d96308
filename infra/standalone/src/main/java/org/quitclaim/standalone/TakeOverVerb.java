package org.quitclaim.standalone;

import java.io.IOException;
import java.nio.file.Path;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.BackupTargetAway;
import org.quitclaim.vault.embedded.EmbeddedVault;

/** {@code take-over}: this copy of an installation goes on instead of another, which destroys no keys any more. */
final class TakeOverVerb {
    private TakeOverVerb() {}

    static int run(Options options, Console console) throws IOException, VaultException {
        Path data = Folders.data(options);
        try (DataFolderLock lock = DataFolderLock.acquire(data)) {
            StandaloneSettings settings = Folders.settings(options);
            for (Path taken : EmbeddedVault.takeOver(settings.folders(lock.folder()), settings.keeping())) {
                console.say("  " + taken + " serves " + lock.folder() + " now.");
            }
            console.say("The copy that they served before must not be used any more.");
            return 0;
        } catch (BackupTargetAway e) {
            // nothing waits for a medium here, as a server would: the option names the wrong folder
            console.problem(Refusal.of(e).line());
            return Refusal.WRONGLY_SET;
        }
    }
}
