package org.quitclaim.domain.photo;

/** What covered faces are replaced by, the same on all of a picture, whoever they are and for whatever reason. Never a blur. */
public enum CoverStyle {
    /** One colour. */
    BLOCK,
    /** The outline of a head and shoulders on it, without a face. */
    FIGURE
}
