package org.quitclaim.eventstore;

/** Makes room where a write found none. */
@FunctionalInterface
public interface RoomMaker {
    RoomMaker NONE = () -> false;

    /** Whether some was made, so that the write is worth another try. */
    boolean makeRoom();
}
