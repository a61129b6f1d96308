package org.quitclaim.standalone;

import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.publication.PublishedKeysCheck;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.governance.InstallationId;
import org.quitclaim.domain.history.Doubt.NosMissing;
import org.quitclaim.domain.history.OpenDoubt;
import org.quitclaim.vault.LedgerDoubt;

/** {@code up}: the server, on the organisation's own data. */
final class UpVerb {
    private UpVerb() {}

    static int run(Options options, Console console) {
        OwnProcess.missingOptions()
                .forEach(option -> console.problem("started without " + option
                        + ": this process may go on damaged when its memory runs out. ./quitclaim up gives it."));
        try {
            Server running = Server.start(options, false);
            doubt(running).ifPresent(console::say);
            running.bean(PublishedKeysCheck.class).problem().ifPresent(console::problem);
            console.say("Quitclaim is ready at " + running.address() + " (stop with Ctrl-C)");
            return -1;
        } catch (RuntimeException e) {
            console.problem(Server.refusal(e).orElseThrow(() -> e));
            return Server.exitCode(e);
        }
    }

    /** Said at every start, until an officer has settled it. */
    private static Optional<String> doubt(Server running) {
        InstallationId id = running.bean(Installation.class).id();
        return running.bean(Streams.class).governance(id) instanceof Founded founded
                ? founded.doubts().open().stream()
                        .map(OpenDoubt::doubt)
                        .flatMap(doubt -> doubt instanceof NosMissing missing
                                ? Stream.of(DoubtText.of(
                                        LedgerDoubt.valueOf(missing.cause().name())))
                                : Stream.empty())
                        .findFirst()
                : Optional.empty();
    }
}
