package org.quitclaim.vault.storage;

/**
 * Told before and after each durable operation of an adapter, so that a test can stop the process at every one of them.
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
}
