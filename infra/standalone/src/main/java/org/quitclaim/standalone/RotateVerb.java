package org.quitclaim.standalone;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.quitclaim.vault.EpochRetired;
import org.quitclaim.vault.RotationProgress;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rotate-epoch}: by the server that has the data folder, or, when there is none, here. */
@Command(name = "rotate-epoch", description = "makes old copies of keys useless, now")
public final class RotateVerb implements Verb {
    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final NewTargetOption newTarget = new NewTargetOption();

    @Override
    public Options options() {
        return newTarget.in(vault.options());
    }

    @Override
    public boolean needsInstallation() {
        return true;
    }

    @Override
    public int run(Console console) throws IOException, VaultException {
        Options options = options();
        // a running server is not asked for what it has to be started with: it has the folder, which is said then
        Optional<Boolean> answered = newTarget.isGiven()
                ? Optional.empty()
                : ControlSocket.rotate(
                        options.data(), NamedFolders.of(Folders.settings(options)), line -> console.say("  " + line));
        if (answered.isPresent()) {
            return answered.get() ? 0 : 1;
        }
        try (Server server = Starting.unvisited(options)) {
            EpochRetired retired =
                    server.bean(Vault.class).epochs().rotate(progress -> console.say("  " + said(progress)));
            console.say("  " + said(retired));
            return 0;
        }
    }

    public static String said(RotationProgress progress) {
        return String.format(Locale.ROOT, "%,d of %,d keys wrapped anew", progress.done(), progress.total());
    }

    static String said(EpochRetired retired) {
        String gone = retired.destructionScheduled()
                ? "its key is scheduled to be destroyed by " + retired.keyGoneBy()
                : "its key is destroyed in every registered place";
        return "Epoch " + retired.epoch().number() + " is retired; " + gone + ".";
    }
}
