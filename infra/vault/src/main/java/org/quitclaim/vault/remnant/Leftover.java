package org.quitclaim.vault.remnant;

import org.quitclaim.domain.erasure.Found;
import org.quitclaim.domain.erasure.Remnant;
import org.quitclaim.domain.erasure.StoreCode;
import org.quitclaim.domain.id.ErasureCaseId;

/**
 * Something that should be gone and is not; never the thing itself.
 *
 * @param store the name of the store
 * @param place where in it, such as a file's name or a kind of document; for a log, not for an event
 */
public record Leftover(ErasureCaseId erasureCase, String store, String place, Remnant what) {
    public Found found() {
        return new Found(new StoreCode(store), what);
    }
}
