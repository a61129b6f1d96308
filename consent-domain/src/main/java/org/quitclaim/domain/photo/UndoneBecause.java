package org.quitclaim.domain.photo;

/** Why a mark leads no longer to somebody who said no. */
public enum UndoneBecause {
    /** It is somebody else. */
    ANOTHER_PERSON,
    /** A statue, a poster, a drawing; or nothing at all. */
    NOT_A_PERSON,
    /** The mark was not where the face is. */
    WRONG_PLACE,
    /** The person asked for it, in writing or by word of mouth. */
    ASKED_FOR,
    /** The person asked for it on the page of their own; staff did it. */
    OWN_PAGE,
    /** She said no in the moment in which the mark was changed; nobody gave a reason for undoing it. */
    SAID_MEANWHILE
}
