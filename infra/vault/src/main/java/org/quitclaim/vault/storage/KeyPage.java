package org.quitclaim.vault.storage;

import java.util.List;

/**
 * Some keys in the order in which the store holds them.
 *
 * @param last where the next page begins; the same as asked for when there is nothing more
 */
public record KeyPage(List<StoredKey> keys, long last) {
    public static final long BEGINNING = -1;

    public KeyPage {
        keys = List.copyOf(keys);
    }
}
