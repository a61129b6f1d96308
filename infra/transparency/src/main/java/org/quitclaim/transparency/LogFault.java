package org.quitclaim.transparency;

import java.util.Objects;

/** The log cannot be used: lost, damaged, or not this installation's; the message is a sentence, without ids. */
public final class LogFault extends Exception {
    private static final long serialVersionUID = 1L;

    public LogFault(String message) {
        super(message);
    }

    LogFault(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage(), "a fault of the log says what is wrong");
    }
}
