package org.quitclaim.command.work;

/** What can be left to do. Names are stored: never rename one. */
public enum TodoKind {
    /** A publication was asked for and not decided. Subject: publication. */
    GATE,
    /** A person's consent was revoked. Subject: person; detail: number of the revocation. */
    REVOCATION,
    /** A key has to be destroyed. Subject: person; detail: scope and generation. */
    ERASURE,
    /** What follows the destruction of a key has to be done. Subject: erasure case. */
    FOLLOW_UP,
    /** Faces changed on a photo with releases. Subject: photo; detail: the version that is to be judged. */
    REGATE,
    /** Somebody was linked on a photo, and its copies have to say so too. Subject: photo; detail: the version that says it. */
    COPIES,
    /** A publication is over and its authorisations have to be released. Subject: publication; detail: photo. */
    RELEASE,
    /** A suggestion has to be checked against a withdrawal that may have come in between. Subject: person. */
    SUGGESTION,
    /** Nobody has looked for faces on a photo yet. Subject: photo. */
    DETECT,
    /** A photo was looked at quickly only. Subject: photo. */
    SEARCH,
    /** A later look marked somebody on a photo that may be live. Subject: face; detail: photo. */
    SETTLE,
    /** Something is to be taken offline. Subject: publication. */
    TAKEDOWN,
    /** A person's request has no answer yet. Subject: request. */
    REQUEST,
    /** Compromised keys have to be revoked. Subject: breach. */
    COMPROMISE,
    /** A restriction began or ended and the faceprint key has to follow. Subject: person; detail: when, in milliseconds. */
    RESTRICTION,
    /** A link was issued and has not left yet. Subject: link; detail: quitclaim. */
    LETTER,
    /** A code was asked for and has not left yet. Subject: what it signs; detail: quitclaim. */
    CODE
}
