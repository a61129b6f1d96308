package org.quitclaim.demo.verb;

import java.io.IOException;
import java.nio.file.Path;
import org.quitclaim.demo.DemoResult;
import org.quitclaim.demo.DemoStory;
import org.quitclaim.standalone.Console;
import org.quitclaim.standalone.DataOption;
import org.quitclaim.standalone.Options;
import org.quitclaim.standalone.PortOption;
import org.quitclaim.standalone.Server;
import org.quitclaim.standalone.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the whole story with drawn people, over the public API of a server of its own. */
@Command(name = "demo", description = "a complete story with drawn people; needs no input")
final class DemoVerb implements Verb {
    private static final int RUNNING = -1;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final PortOption port = new PortOption();

    @Option(
            names = "--once",
            description = "tell the story, check it, stop; the exit code says whether every check passed")
    private boolean once;

    @Override
    public Options options() {
        return port.in(data.options());
    }

    @Override
    public boolean founds() {
        return data.given() != null;
    }

    @Override
    public int run(Console console) throws IOException {
        Path folder = data.given() == null ? ownFolder() : data.folder();
        DemoFolder.mark(folder);
        Server server = DrawnDemonstration.start(port.in(Options.on(folder)));
        return once ? once(server, console) : stay(server, console);
    }

    /** Told once, it leaves nothing behind. */
    private Path ownFolder() throws IOException {
        return (once ? OwnFolder.forThisRun("demo") : OwnFolder.toKeep("demo")).resolve("data");
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
