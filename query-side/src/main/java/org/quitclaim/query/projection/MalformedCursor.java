package org.quitclaim.query.projection;

/** A cursor that none of our answers gave out. */
public final class MalformedCursor extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MalformedCursor() {
        super("Use the cursor that the last answer gave under \"next\", unchanged, or none.");
    }
}
