package org.quitclaim.domain.status;

/** The status of a rendition; RED outranks AMBER outranks GREEN. */
public enum Colour {
    GREEN,
    AMBER,
    RED;

    Colour worse(Colour other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
