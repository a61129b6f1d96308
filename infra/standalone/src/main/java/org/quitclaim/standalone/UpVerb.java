package org.quitclaim.standalone;

import java.util.Optional;

/** {@code up}: the server, on the organisation's own data. */
final class UpVerb {
    private UpVerb() {}

    static int run(Options options, Console console) {
        OwnProcess.missingOptions()
                .forEach(option -> console.problem("started without " + option
                        + ": this process may go on damaged when its memory runs out. ./quitclaim up gives it."));
        Optional<Server> server = Starting.start(options, false, console);
        server.ifPresent(running -> console.say("Quitclaim is ready at " + running.address() + " (stop with Ctrl-C)"));
        return server.isPresent() ? -1 : 1;
    }
}
