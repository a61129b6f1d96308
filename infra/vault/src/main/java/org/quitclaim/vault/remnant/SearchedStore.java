package org.quitclaim.vault.remnant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.quitclaim.vault.VaultException;

/**
 * One store of the running system, as the search sees it. Whatever keeps data has one, or a test fails.
 *
 * <p><b>Guarantees asked of implementations:</b> looks at what is there now, changes nothing, and reports without
 * repeating what it found.
 *
 * <p><b>Thread-safety:</b> one call at a time.
 */
public interface SearchedStore {
    /** A stable code, such as {@code events}; certificates name it. */
    String name();

    /** Whether what is missing here is shown on screens: looked at by itself before the search of everything. */
    default boolean isView() {
        return false;
    }

    /** Whether it is searched by fingerprints alone: of something without any, it can say nothing. */
    default boolean byFingerprint() {
        return false;
    }

    /**
     * What is left of any of these.
     *
     * @throws IOException if the store cannot be looked at: that is no pass
     */
    List<Leftover> find(List<DestroyedKey> erased) throws IOException, VaultException;

    /** Whether this file, relative to the data folder, belongs to the store. */
    default boolean holds(Path file) {
        return false;
    }

    /** Does what it takes so that bytes which were deleted are no longer in its files; false if there is no such way. */
    default boolean rewrite() throws VaultException {
        return false;
    }

    /** Bytes looked at by the last {@link #find}. */
    default long scannedBytes() {
        return 0;
    }
}
