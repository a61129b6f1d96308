package org.quitclaim.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.quitclaim.demo.DemoLogins.Login;

/** Says where to look around, and with which login. */
final class Guide {
    private Guide() {}

    static List<String> lines(URI base, DemoLogins logins) {
        List<String> lines = linesOfStaff(base, logins);
        Reply mail = Session.visitor(new Server(base)).get("/api/demo/mail");
        if (mail.ok()) {
            lines.add(4, page("everybody's mail", URI.create(mail.text("at"))));
        }
        return lines;
    }

    private static List<String> linesOfStaff(URI base, DemoLogins logins) {
        List<String> lines = new ArrayList<>(List.of("", "Look around (Ctrl-C stops it):", ""));
        lines.add(page("the photos and what is allowed", base.resolve("/")));
        lines.add("");
        lines.add(login("login", "password", ""));
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
        lines.add(4, page(whose + "'s own page", base.resolve(page)));
        return lines;
    }

    private static String page(String what, URI where) {
        return "  %-32s  %s".formatted(what, where);
    }

    private static String login(Login login, String what) {
        return login(login.name(), login.password(), what);
    }

    private static String login(String name, String password, String what) {
        return "  %-14s  %-20s  %s".formatted(name, password, what).stripTrailing();
    }
}
