package org.quitclaim.standalone;

import org.quitclaim.eventstore.RoomMaker;
import org.quitclaim.vault.storage.StorageStep;

/** Gives the vault the same reserve of room as the history, since a refusal or an erasure is written down in both. */
record RoomForVault(StorageStep observed, RoomMaker reserve) implements StorageStep {
    @Override
    public void before(String operation) {
        observed.before(operation);
    }

    @Override
    public void after(String operation) {
        observed.after(operation);
    }

    @Override
    public boolean makeRoom() {
        return reserve.makeRoom();
    }
}
