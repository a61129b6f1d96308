package org.quitclaim.demo.verb;

import java.io.IOException;
import org.quitclaim.demo.DemoResult;
import org.quitclaim.demo.DemoStory;
import org.quitclaim.standalone.Console;
import org.quitclaim.standalone.Folders;
import org.quitclaim.standalone.Options;
import org.quitclaim.standalone.Server;

/** {@code demo}: the whole story with drawn people, over the public API of a server of its own. */
final class DemoVerb {
    private static final int RUNNING = -1;

    private DemoVerb() {}

    static int run(Options options, Console console) throws IOException {
        DemoFolder.mark(Folders.data(options));
        Server server = DrawnDemonstration.start(options);
        return options.has("--once") ? once(server, console) : stay(server, console);
    }

    private static int once(Server server, Console console) {
        DemoResult result = DemoStory.run(server.address(), StageLogins.ofStory(), console.out());
        server.close();
        console.say(result.line());
        return result.successful() ? 0 : 1;
    }

    /** Tells the story unless the folder has seen it, and leaves the server to whoever wants to look around. */
    private static int stay(Server server, Console console) {
        if (DemoStory.populated(server.address(), StageLogins.ofStory())) {
            console.say("There are people in this folder already, so the story is not told again.");
            DemoStory.whereToLook(server.address(), StageLogins.ofStory()).forEach(console::say);
        } else {
            DemoResult result = DemoStory.run(server.address(), StageLogins.ofStory(), console.out());
            console.say("");
            console.say(result.line());
            result.whereToLook().forEach(console::say);
        }
        return RUNNING;
    }
}
