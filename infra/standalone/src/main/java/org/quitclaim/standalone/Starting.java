package org.quitclaim.standalone;

import java.util.Optional;

/** Starts a server for a verb and turns a refusal into one line. */
final class Starting {
    private Starting() {}

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
