package org.quitclaim.command.work;

/** In which order the command side comes up: after Axon's handlers are subscribed, before the web server listens. */
public final class StartOrder {
    /** Axon starts at the largest integer less 3072, the web server at the largest less 2048. */
    private static final int SHORTLY_BEFORE_THE_WEB_SERVER = Integer.MAX_VALUE - 3_000;

    static final int FEED = SHORTLY_BEFORE_THE_WEB_SERVER;
    public static final int FOUNDATION = SHORTLY_BEFORE_THE_WEB_SERVER + 1;
    static final int RECONCILER = SHORTLY_BEFORE_THE_WEB_SERVER + 2;
    /** What tells the ledger of every no: after a restored history has been told of them. */
    public static final int TELLING = SHORTLY_BEFORE_THE_WEB_SERVER + 3;

    private StartOrder() {}
}
