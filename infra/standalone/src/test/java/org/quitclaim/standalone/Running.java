package org.quitclaim.standalone;

import java.nio.file.Path;
import java.util.Map;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.PublishedLogins;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** Servers in this process, with what the demonstration on the class path of the tests has beside the product. */
final class Running {
    private static final Demonstration DEMONSTRATION =
            Demonstration.onClassPath().orElseThrow(() -> new IllegalStateException("this module needs infra/demo"));

    private Running() {}

    /** With the logins of the demonstration, on a free port. */
    static Server demo(Path data) {
        return demo(options(data));
    }

    static Server demo(Options options) {
        return new Server(application(options).run());
    }

    /** The same, with these settings instead of the usual ones. */
    static Server demo(Path data, Map<String, Object> settings) {
        return new Server(application(options(data)).properties(settings).run());
    }

    /** The same, passing by these points at every step of its stores. */
    static Server demo(Path data, Steps steps) {
        return new Server(application(options(data))
                .initializers((GenericApplicationContext context) -> context.registerBean(Steps.class, () -> steps))
                .run());
    }

    /** Not started. */
    static SpringApplicationBuilder application(Options options) {
        return DEMONSTRATION.application(options);
    }

    /** The first login of the demonstration with this role. */
    static PublishedLogins.Login login(Role role) {
        return login(role, 0);
    }

    static PublishedLogins.Login login(Role role, int which) {
        return DEMONSTRATION.logins().all().stream()
                .filter(one -> one.role() == role)
                .skip(which)
                .findFirst()
                .orElseThrow();
    }

    static Options options(Path data) {
        return Options.on(data).onPort(0);
    }
}
