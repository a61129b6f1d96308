package org.quitclaim.command.consent;

import java.util.Optional;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;

/** Finds whose quitclaim it is. */
public final class QuitclaimLookup {
    private final WorkIndex index;
    private final UpToDate upToDate;

    public QuitclaimLookup(WorkIndex index, UpToDate upToDate) {
        this.index = index;
        this.upToDate = upToDate;
    }

    /** @throws RejectedException if there is no such quitclaim */
    public PersonId personOf(QuitclaimId quitclaim) {
        return find(quitclaim)
                .or(() -> {
                    upToDate.await();
                    return find(quitclaim);
                })
                .orElseThrow(() -> new RejectedException(ConsentRejection.UNKNOWN_QUITCLAIM));
    }

    private Optional<PersonId> find(QuitclaimId quitclaim) {
        return index.one(
                "select person from quitclaim where id = ?", row -> new PersonId(row.getString(1)), quitclaim.value());
    }
}
