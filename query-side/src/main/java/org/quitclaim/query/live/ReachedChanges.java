package org.quitclaim.query.live;

import org.quitclaim.access.Reach;
import org.quitclaim.query.projection.Change;

/** Says of one kind of documents which changes a photographer may hear of; of other kinds none. */
@FunctionalInterface
public interface ReachedChanges {
    boolean reaches(Reach.OwnCollections own, Change change);
}
