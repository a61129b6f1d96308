package org.quitclaim.standalone;

/** {@code up}: the server, on the organisation's own data. */
final class UpVerb {
    private UpVerb() {}

    static int run(Options options, Console console) {
        try {
            Server running = Server.start(options, false);
            console.say("Quitclaim is ready at " + running.address() + " (stop with Ctrl-C)");
            return -1;
        } catch (RuntimeException e) {
            console.problem(Server.refusal(e).orElseThrow(() -> e));
            return Server.exitCode(e);
        }
    }
}
