package org.quitclaim.eventstore;

/**
 * The process must not start as things are.
 *
 * <p><b>Guarantees:</b> {@link #code()} is stable; the message says what to do next and holds no personal data.
 */
public final class RefusedStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public RefusedStart(String code, String message) {
        super(message + " [" + code + "]");
        this.code = code;
    }

    public RefusedStart(String code, String message, Throwable cause) {
        super(message + " [" + code + "]", cause);
        this.code = code;
    }

    /** For instance {@code start.data-folder-in-use}. */
    public String code() {
        return code;
    }
}
