package org.quitclaim.standalone;

import java.util.Optional;

/** Starts a server for a verb and turns a refusal into one line. */
final class Starting {
    static final String ANY_PORT = "0";

    private Starting() {}

    /** @param exit the code with which the verb ends where there is no server */
    record Started(Optional<Server> server, int exit) {}

    /** For a verb that needs what a server has and no visitors: the usual port may be taken. A demonstration stays one. */
    static Started unvisited(Options options, Console console) {
        return start(options.orElse("--port", ANY_PORT), FolderMark.isDemonstration(Folders.data(options)), console);
    }

    static Started start(Options options, boolean demo, Console console) {
        try {
            return new Started(Optional.of(Server.start(options, demo)), 0);
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e, options);
            console.problem(refusal.line());
            return new Started(Optional.empty(), refusal.exit());
        }
    }
}
