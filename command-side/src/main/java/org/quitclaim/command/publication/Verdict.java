package org.quitclaim.command.publication;

import java.util.List;
import org.quitclaim.domain.publication.Authorisation;
import org.quitclaim.domain.publication.Reason;

/** What the gate decided. */
sealed interface Verdict {
    /** May be used, on these authorisations. */
    record Cleared(int photoVersion, List<Authorisation> authorisations) implements Verdict {}

    /** May not be used, for these reasons. */
    record Blocked(List<Reason> reasons) implements Verdict {}
}
