package org.quitclaim.domain.photo;

/** Where the image itself is. */
public enum PhotoSource {
    /** Sealed here. */
    HELD,
    /** In a DAM; its external id is sealed here. */
    REFERENCED
}
