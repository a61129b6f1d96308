package org.quitclaim.standalone;

import java.util.Optional;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.DemoLogin;
import org.quitclaim.demo.DemoLogins;
import org.quitclaim.demo.DemoResult;
import org.quitclaim.demo.DemoStory;

/** {@code demo}: the whole story with drawn people, over the public API of a server of its own. */
final class DemoVerb {
    private DemoVerb() {}

    static int run(Options options, Console console) {
        Optional<Server> started = Starting.start(options, true, console);
        if (started.isEmpty()) {
            return 1;
        }
        Server server = started.get();
        DemoResult result = DemoStory.run(server.address(), logins(), console.out());
        if (!options.has("--once")) {
            return -1;
        }
        server.close();
        console.say(result.line());
        return result.failed() == 0 ? 0 : 1;
    }

    private static DemoLogins logins() {
        return new DemoLogins(
                login(Role.ADMIN),
                login(Role.COMPLIANCE_OFFICER),
                login(Role.EDITOR),
                login(Role.PHOTOGRAPHER),
                login(Role.AUDITOR));
    }

    private static DemoLogins.Login login(Role role) {
        return DemoLogin.ALL.stream()
                .filter(demo -> demo.role() == role)
                .map(demo -> new DemoLogins.Login(demo.login(), demo.password()))
                .findFirst()
                .orElseThrow();
    }
}
