package org.quitclaim.domain.photo;

/** Why one person is on a photo more than once. */
public enum TwiceBecause {
    MIRROR,
    /** A picture in the picture: a poster, a screen, a print. */
    POSTER,
    COLLAGE
}
