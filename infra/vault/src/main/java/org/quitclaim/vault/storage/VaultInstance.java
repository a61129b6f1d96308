package org.quitclaim.vault.storage;

/**
 * Which of several copies of one installation a store of keys belongs to: a restored or moved copy is another instance,
 * although it has the same keys.
 *
 * @param home the data folder in which it works
 */
public record VaultInstance(String id, String home) {
    public static final String PREFIX = "vin_";
}
