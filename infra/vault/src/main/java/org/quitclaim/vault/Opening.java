package org.quitclaim.vault;

/** What opening one of several records led to. */
public sealed interface Opening {

    /** It could be opened. */
    record Opened(Plaintext content) implements Opening {}

    /** It could not, for a reason with a stable code: suspended, destroyed, unknown, damaged. */
    record Refused(VaultException reason) implements Opening {}
}
