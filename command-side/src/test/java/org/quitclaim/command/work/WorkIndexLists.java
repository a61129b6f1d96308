package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.gate.Lists;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;

/** The real index as the lists of a story: what it forgets is not done. */
record WorkIndexLists(WorkIndex index) implements Lists {
    @Override
    public void saw(DomainEvent event) {
        try {
            index.apply(Recent.of(event), index.position() + 1);
        } catch (SQLException e) {
            throw new WorkIndexUnreadable(e);
        }
    }

    @Override
    public boolean isRevoked(PersonId person) {
        return isOpen("kind = ? and subject = ?", TodoKind.REVOCATION.name(), person.value());
    }

    @Override
    public boolean isToBeRegated() {
        return isOpen("kind = ?", TodoKind.REGATE.name());
    }

    @Override
    public boolean isUndecided(PublicationId publication) {
        return isOpen("kind = ? and subject = ?", TodoKind.GATE.name(), publication.value());
    }

    private boolean isOpen(String which, Object... values) {
        return index.one("select 1 from todo where " + which + " limit 1", row -> true, values)
                .isPresent();
    }
}
