package org.quitclaim.query.names;

import org.quitclaim.access.Actor;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;

/** Whoever asks for names, as far as that decides which. */
public record Viewer(Actor actor, Reach reach) {
    /** Whether it is somebody who may read the name of every person. */
    public boolean readsEveryName() {
        return actor.is(Role.COMPLIANCE_OFFICER);
    }
}
