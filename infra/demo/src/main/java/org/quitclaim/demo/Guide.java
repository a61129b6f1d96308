package org.quitclaim.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.quitclaim.demo.DemoLogins.Login;

/** Says where to look around, and with which login. */
final class Guide {
    private Guide() {}

    static List<String> lines(URI base, DemoLogins logins) {
        List<String> lines = new ArrayList<>(List.of("", "Look around (Ctrl-C stops it):", ""));
        lines.add(line(base.resolve("/").toString(), "the photos, who is on them, and what is allowed"));
        lines.add("");
        lines.add(login(logins.editor(), "confirms, covers, publishes"));
        lines.add(login(logins.photographer(), "uploads and vouches"));
        lines.add(login(logins.officer(), "consents, withdrawals, deletion files"));
        lines.add(login(logins.auditor(), "reads everything, changes nothing"));
        lines.add(login(logins.admin(), "runs the system, sees no personal data"));
        return lines;
    }

    /** With the page of somebody portrayed, which needs no login. */
    static List<String> lines(URI base, DemoLogins logins, String page, String whose) {
        List<String> lines = lines(base, logins);
        lines.add(4, line(base.resolve(page).toString(), whose + "'s own page: what was allowed, and taking it back"));
        return lines;
    }

    private static String login(Login login, String what) {
        return line("login " + login.name() + "  password " + login.password(), what);
    }

    private static String line(String first, String second) {
        return "  %-52s  %s".formatted(first, second);
    }
}
