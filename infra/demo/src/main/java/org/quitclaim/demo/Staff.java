package org.quitclaim.demo;

import org.quitclaim.demo.DemoLogins.Login;

/** Who sits behind which screen: five members of staff, and anybody without an account. */
record Staff(
        Session admin, Session officer, Session secondOfficer, Session editor, Session photographer, Session visitor) {
    static Staff logIn(Server server, DemoLogins logins) {
        return new Staff(
                session(server, logins.admin()),
                session(server, logins.officer()),
                session(server, logins.secondOfficer()),
                session(server, logins.editor()),
                session(server, logins.photographer()),
                Session.visitor(server));
    }

    private static Session session(Server server, Login login) {
        return LogIn.as(server, login);
    }
}
