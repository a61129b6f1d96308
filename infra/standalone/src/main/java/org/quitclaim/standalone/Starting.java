package org.quitclaim.standalone;

import java.util.Optional;

/** Starts a server for a verb and turns a refusal into one line. */
final class Starting {
    static final String ANY_PORT = "0";

    private Starting() {}

    /** For a verb that needs what a server has and no visitors: the usual port may be taken. */
    static Optional<Server> unvisited(Options options, Console console) {
        return start(options.orElse("--port", ANY_PORT), false, console);
    }

    static Optional<Server> start(Options options, boolean demo, Console console) {
        try {
            return Optional.of(Server.start(options, demo));
        } catch (RuntimeException e) {
            String why = Server.refusal(e).orElseThrow(() -> e);
            console.problem(why);
            return Optional.empty();
        }
    }
}
