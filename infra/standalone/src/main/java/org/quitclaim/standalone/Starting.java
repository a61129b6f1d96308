package org.quitclaim.standalone;

/** Starts a server for a verb that has work to do with it. */
final class Starting {
    static final String ANY_PORT = "0";

    private Starting() {}

    /** For a verb that needs what a server has and no visitors: the usual port may be taken. A demonstration stays one. */
    static Server unvisited(Options options) {
        return Server.start(options.orElse("--port", ANY_PORT), FolderMark.isDemonstration(Folders.data(options)));
    }
}
