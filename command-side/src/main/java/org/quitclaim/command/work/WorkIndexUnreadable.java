package org.quitclaim.command.work;

import java.sql.SQLException;

/** The work index cannot be read or written; it can be made anew from the events. */
final class WorkIndexUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkIndexUnreadable(SQLException cause) {
        super("The work index (work.db) cannot be used. Stop the server and run ./quitclaim rebuild-work.", cause);
    }
}
