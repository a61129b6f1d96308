package org.quitclaim.standalone;

/** A command that got no good answer: it may have happened or not. */
final class NotAcknowledged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAcknowledged(String what) {
        super(what);
    }

    NotAcknowledged(String what, Throwable cause) {
        super(what, cause);
    }
}
