package org.quitclaim.standalone;

/** Starts a server for a verb that has work to do with it. */
final class Starting {
    static final String ANY_PORT = "0";

    private Starting() {}

    /** For a verb that needs what a server has and no visitors: the usual port may be taken. */
    static Server unvisited(Options options) {
        FolderMark.requireOwn(Folders.data(options));
        return Server.start(options.orElse("--port", ANY_PORT));
    }
}
