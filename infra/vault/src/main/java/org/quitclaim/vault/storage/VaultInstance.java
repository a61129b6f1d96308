package org.quitclaim.vault.storage;

/**
 * Which of several copies of one installation a store of keys belongs to: a restored or moved copy is another instance,
 * although it has the same keys.
 *
 * @param home the data folder in which it works
 * @param machine on which it was opened last; containers change theirs, so it says nothing by itself
 */
public record VaultInstance(String id, String home, String machine) {
    public static final String PREFIX = "vin_";

    /** Whether it is that copy, wherever it was opened. */
    public boolean isSame(VaultInstance other) {
        return id.equals(other.id);
    }
}
