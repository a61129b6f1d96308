package org.quitclaim.drawn;

/** The bodily kinds a generated character can be of; they set the ranges of its measures. */
enum Build {
    WOMAN,
    MAN,
    CHILD
}
