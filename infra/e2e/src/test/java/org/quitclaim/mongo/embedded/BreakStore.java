package org.quitclaim.mongo.embedded;

/** Does to the embedded read models what a write does that finds no room. */
public final class BreakStore {
    private BreakStore() {}

    public static void of(EmbeddedMongo mongo) {
        mongo.store().closeImmediately();
        // what is still in memory would be answered for a while
        mongo.stop();
    }
}
