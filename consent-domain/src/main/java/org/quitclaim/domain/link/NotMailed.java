package org.quitclaim.domain.link;

/** Why a link was not mailed. What it says of a mailbox is only how the mail server answered, never in its words. */
public enum NotMailed {
    /** No mail server is set up here. */
    NO_MAIL_SERVER,
    /** Nobody entered an address, or it is none that mail can be sent to. */
    NO_CONTACT_POINT,
    /** The organisation has not said where its pages are reached, so a link would lead nowhere. */
    NO_PUBLIC_ADDRESS,
    /** The mail server refused it for good. */
    REFUSED,
    /** It was tried for as long as makes sense. */
    GAVE_UP,
    /** A mail server has it, and did not say whether it takes it: it may have arrived. */
    UNSURE,
    /** The person was erased or has died, or her sealed letter is gone: there is nothing left to send. */
    NOBODY_TO_SEND_TO;

    /** Whether its letter may be printed instead. */
    public boolean printable() {
        return this != NOBODY_TO_SEND_TO;
    }
}
