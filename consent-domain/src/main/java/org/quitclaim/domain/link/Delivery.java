package org.quitclaim.domain.link;

/** By which way a link leaves; it decides what an answer given with it can show of who gave it. */
public enum Delivery {
    /** Its letter lies sealed and waits to be mailed. */
    QUEUED,
    /** A mail server took it for the contact point on record. */
    MAILED,
    /** It could not be mailed; its letter lies sealed until somebody prints it. */
    TO_PRINT,
    /** Staff printed its letter, so at least one of them could read it. */
    PRINTED,
    /** It ended while its letter waited; a mail server may have had it without saying so. */
    ENDED_WAITING
}
