package org.quitclaim.query.names;

import java.util.Collection;
import java.util.Map;
import org.quitclaim.domain.vault.RecordId;

/** Where the names of one kind of thing lie sealed. */
public interface SealedNames {
    /** The prefix of the ids it knows, such as {@code per_}. */
    String prefix();

    /** The sealed record of each of these ids that exists and that this viewer may read the name of. */
    Map<String, RecordId> records(Collection<String> ids, Viewer viewer);
}
