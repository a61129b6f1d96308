package org.quitclaim.standalone;

/** Starts a server for a verb that has work to do with it. */
final class Starting {
    static final int ANY_PORT = 0;

    private Starting() {}

    /** For a verb that needs what a server has and no visitors: the usual port may be taken. */
    static Server unvisited(Options options) {
        FolderMark.requireOwn(options.data());
        return Server.start(options.onPort(ANY_PORT));
    }
}
