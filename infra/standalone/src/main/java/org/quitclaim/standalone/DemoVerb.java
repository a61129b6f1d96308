package org.quitclaim.standalone;

import java.io.IOException;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.DemoLogin;
import org.quitclaim.demo.DemoLogins;
import org.quitclaim.demo.DemoResult;
import org.quitclaim.demo.DemoStory;

/** {@code demo}: the whole story with drawn people, over the public API of a server of its own. */
final class DemoVerb {
    private static final int RUNNING = -1;

    private DemoVerb() {}

    static int run(Options options, Console console) throws IOException {
        FolderMark.demonstration(Folders.data(options));
        Server server = Server.start(options, true);
        return options.has("--once") ? once(server, console) : stay(server, console);
    }

    private static int once(Server server, Console console) {
        DemoResult result = DemoStory.run(server.address(), logins(), console.out());
        server.close();
        console.say(result.line());
        return result.successful() ? 0 : 1;
    }

    /** Tells the story unless the folder has seen it, and leaves the server to whoever wants to look around. */
    private static int stay(Server server, Console console) {
        if (DemoStory.populated(server.address(), logins())) {
            console.say("There are people in this folder already, so the story is not told again.");
            DemoStory.whereToLook(server.address(), logins()).forEach(console::say);
        } else {
            DemoResult result = DemoStory.run(server.address(), logins(), console.out());
            console.say("");
            console.say(result.line());
            result.whereToLook().forEach(console::say);
        }
        return RUNNING;
    }

    static DemoLogins logins() {
        return new DemoLogins(
                login(Role.ADMIN),
                login(Role.COMPLIANCE_OFFICER, 0),
                login(Role.COMPLIANCE_OFFICER, 1),
                login(Role.EDITOR),
                login(Role.PHOTOGRAPHER),
                login(Role.AUDITOR));
    }

    private static DemoLogins.Login login(Role role) {
        return login(role, 0);
    }

    private static DemoLogins.Login login(Role role, int which) {
        return DemoLogin.ALL.stream()
                .filter(demo -> demo.role() == role)
                .skip(which)
                .map(demo -> new DemoLogins.Login(demo.login(), demo.password()))
                .findFirst()
                .orElseThrow();
    }
}
