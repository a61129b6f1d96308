package org.quitclaim.demo;

/** The server answered otherwise than the story relies on, or not at all. */
final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unexpected(String what) {
        super(what);
    }

    Unexpected(String what, Throwable cause) {
        super(what, cause);
    }
}
