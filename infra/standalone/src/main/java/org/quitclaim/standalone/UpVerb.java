package org.quitclaim.standalone;

import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.governance.InstallationId;
import org.quitclaim.domain.history.Doubt.NosMissing;
import org.quitclaim.domain.history.OpenDoubt;
import org.quitclaim.vault.LedgerDoubt;

/** {@code up}: the server, on the organisation's own data. */
final class UpVerb {
    private UpVerb() {}

    static int run(Options options, Console console) {
        Optional<Server> server = Starting.start(options, false, console);
        server.flatMap(UpVerb::doubt).ifPresent(console::say);
        server.ifPresent(running -> console.say("Quitclaim is ready at " + running.address() + " (stop with Ctrl-C)"));
        return server.isPresent() ? -1 : 1;
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
