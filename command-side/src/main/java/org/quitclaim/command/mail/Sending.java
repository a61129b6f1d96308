package org.quitclaim.command.mail;

import org.quitclaim.domain.link.NotMailed;
import org.quitclaim.domain.vault.RecordId;

/** What came of trying to mail a letter. */
sealed interface Sending {
    /** A mail server took it for the address in this sealed identity. */
    record Mailed(RecordId contact) implements Sending {}

    record Never(NotMailed why) implements Sending {}

    /** The server is still starting: tried again at the next look, which is no failure and starts no wait. */
    record NotYet() implements Sending {}

    /** Something that may pass. */
    record Later() implements Sending {}

    /**
     * A mail server has the whole of it and did not answer in time: sending it again may be once too often, and not sending it
     * once too few.
     */
    record InDoubt(RecordId contact) implements Sending {}
}
