package org.quitclaim.vault;

/**
 * Where a data key stands in its life.
 *
 * <p><b>Transitions:</b> ACTIVE to SUSPENDED and back; both, and DAMAGED, to DESTROYED; nothing leaves DESTROYED. What is
 * stored becomes DAMAGED by itself, and never by a call.
 *
 * <p><b>Source:</b> NIST SP 800-57 part 1, section 7 (deactivated and compromised are not told apart here: a key that
 * must no longer protect anything is destroyed); GDPR Art. 18 for SUSPENDED.
 */
public enum KeyState {
    /** Seals and opens. */
    ACTIVE,
    /** Opened by nobody, nothing destroyed: processing is restricted. */
    SUSPENDED,
    /** Only the fact that it existed is left. */
    DESTROYED,
    /** What is stored of it is not what was written: it opens and seals nothing, and nobody can tell what it was. */
    DAMAGED
}
