package org.quitclaim.domain.photo;

import org.quitclaim.domain.id.PersonId;

/** Who a marked face is held to be. */
public sealed interface FaceStanding {
    /** Not known yet: the photo stays amber. */
    record Open() implements FaceStanding {}

    /** A confirmed link to a person. */
    record Sighted(PersonId person) implements FaceStanding {}

    /** A human said: nobody who is registered. Blocks unless covered. */
    record Unregistered() implements FaceStanding {}

    /** Asks nobody. */
    record Dismissed(DismissalReason reason) implements FaceStanding {}

    /** Whoever this was has been erased: nobody may be named here again, and it blocks unless covered. Source: R55. */
    record Erased() implements FaceStanding {}

    FaceStanding OPEN = new Open();
}
