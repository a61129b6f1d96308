package org.quitclaim.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.publication.PublishedKeysCheck;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.history.Doubt.ClockBehind;
import org.quitclaim.domain.history.Doubt.EndMissing;
import org.quitclaim.domain.history.Doubt.EventsAltered;
import org.quitclaim.domain.history.Doubt.NosMissing;
import org.quitclaim.domain.history.Doubt.OlderThanLedger;
import org.quitclaim.domain.history.Doubt.PositionsMissing;
import org.quitclaim.domain.history.Doubt.TakedownsUnknown;
import org.quitclaim.domain.history.OpenDoubt;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.KeyDamage;
import org.quitclaim.vault.LedgerDoubt;
import org.quitclaim.vault.LedgerLook;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.embedded.EmbeddedVault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code up}: the server, on the organisation's own data. */
@Command(name = "up", description = "the server, on your own data")
final class UpVerb implements Verb {
    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final PortOption port = new PortOption();

    @Mixin
    private final NewTargetOption newTarget = new NewTargetOption();

    @Option(
            names = "--whole-streams-only",
            description = "of a damaged history, serve what is whole; what is not counts as a no")
    private @Nullable Boolean wholeStreamsOnly;

    @Option(
            names = "--clock-is-right",
            description =
                    "the clock was ahead when the last event was recorded, and is right now: an officer has to agree")
    private @Nullable Boolean clockIsRight;

    @Override
    public Options options() {
        return newTarget
                .in(port.in(vault.options()))
                .with("quitclaim.whole-streams-only", wholeStreamsOnly)
                .with("quitclaim.clock-is-right", clockIsRight);
    }

    @Override
    public boolean founds() {
        return true;
    }

    @Override
    public int run(Console console) throws VaultException {
        Options options = options();
        OwnProcess.missingOptions()
                .forEach(option -> console.problem("started without " + option
                        + ": this process may go on damaged when its memory runs out. ./quitclaim up gives it."));
        FolderMark.requireOwn(options.data());
        Server running = Server.start(options);
        doubts(running).forEach(console::say);
        damage(running).ifPresent(console::problem);
        running.bean(LogFollower.class).problem().ifPresent(console::problem);
        backupTarget(running, options).forEach(console::problem);
        running.bean(PublishedKeysCheck.class).problem().ifPresent(console::problem);
        ready(running).ifPresent(console::say);
        return -1;
    }

    /** Nothing where it was told to stop while it still started: then nobody is to be sent there. */
    static Optional<String> ready(Server running) {
        return running.isServing()
                ? Optional.of("Quitclaim is ready at " + running.address() + " (stop with Ctrl-C)")
                : Optional.empty();
    }

    /** Everybody else is served. */
    private static Optional<String> damage(Server running) {
        KeyDamage found = running.bean(Vault.class).damage();
        return found.isNone()
                ? Optional.empty()
                : Optional.of("The vault is damaged (" + found + "): what lies there opens to nobody, the rest is"
                        + " served. Restore the last backup into a new folder with ./quitclaim restore."
                        + " [vault.keys-damaged]");
    }

    /** What an administrator has to know of where the ledger is written. */
    private static List<String> backupTarget(Server running, Options options) throws VaultException {
        List<String> said = new ArrayList<>();
        if (running.bean(Vault.class).lookAtLedger()
                instanceof LedgerLook.NotTold(VaultException.BackupTargetAway why)) {
            said.add(why.getMessage() + " [" + why.code() + "]");
        }
        for (String former : EmbeddedVault.formerBackupTargets(options.data())) {
            said.add("The former backup target, " + former + ", has keys and a ledger that can still be opened. They"
                    + " become useless when the epoch is retired: ./quitclaim rotate-epoch");
        }
        return said;
    }

    /** Said at every start, until an officer has settled it. */
    private static List<String> doubts(Server running) {
        InstallationId id = running.bean(Installation.class).id();
        return running.bean(Streams.class).governance(id) instanceof Founded founded
                ? founded.doubts().open().stream()
                        .map(OpenDoubt::doubt)
                        .flatMap(UpVerb::words)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Of those that the start finds by itself every time nothing has to be said here. */
    private static Stream<String> words(Doubt doubt) {
        return switch (doubt) {
            case NosMissing missing ->
                Stream.of(DoubtText.of(LedgerDoubt.valueOf(missing.cause().name())));
            case ClockBehind behind -> Stream.of(DoubtText.of(behind));
            case PositionsMissing positions -> Stream.empty();
            case EndMissing end -> Stream.empty();
            case EventsAltered altered -> Stream.empty();
            case OlderThanLedger older -> Stream.empty();
            case TakedownsUnknown unknown -> Stream.of(DoubtText.of(unknown));
        };
    }
}
