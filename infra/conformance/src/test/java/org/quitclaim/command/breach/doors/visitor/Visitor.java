package org.quitclaim.command.breach.doors.visitor;

import org.quitclaim.command.breach.doors.OpenToAll;

/** Comes from another package. */
class Visitor {
    Object ask() {
        return new OpenToAll().answered();
    }
}
