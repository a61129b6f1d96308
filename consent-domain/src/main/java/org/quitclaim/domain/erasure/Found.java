package org.quitclaim.domain.erasure;

/**
 * Something that should be gone and is not; never the thing itself.
 *
 * @param store the code of the store that still holds it
 */
public record Found(StoreCode store, Remnant what) {}
