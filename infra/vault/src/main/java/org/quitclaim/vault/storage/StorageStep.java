package org.quitclaim.vault.storage;

/**
 * Told before and after each durable operation of an adapter, so that a test can stop the process at every one of them;
 * and asked for room when the disk is full.
 */
public interface StorageStep {
    /** Listens to nothing. */
    StorageStep UNOBSERVED = new StorageStep() {
        @Override
        public void before(String operation) {}

        @Override
        public void after(String operation) {}
    };

    void before(String operation);

    void after(String operation);

    /** Asked when a write finds the disk full: whether there is some room now, so that it is worth another try. */
    default boolean makeRoom() {
        return false;
    }
}
