package org.quitclaim.command.work;

import java.sql.SQLException;
import java.time.Instant;
import org.quitclaim.domain.publication.PublicationEvent;

/** Which uses are still to be decided, ended or taken offline. */
final class PublicationRows {
    private final Rows rows;

    PublicationRows(Rows rows) {
        this.rows = rows;
    }

    void on(PublicationEvent event) throws SQLException {
        String publication = event.publication().value();
        switch (event) {
            case PublicationEvent.PublicationRequested e -> {
                rows.run(
                        "insert or ignore into publication values (?, ?)",
                        e.use().photo().value(),
                        publication);
                rows.todo(TodoKind.GATE, publication, e.use().photo().value(), e.at());
            }
            case PublicationEvent.PublicationCleared e -> rows.done(TodoKind.GATE, publication);
            case PublicationEvent.PublicationBlocked e -> over(publication, e.at());
            case PublicationEvent.TakedownOrdered e -> {
                over(publication, e.at());
                rows.todo(TodoKind.TAKEDOWN, publication, "", e.at());
            }
            case PublicationEvent.TakedownAcknowledged e -> rows.done(TodoKind.TAKEDOWN, publication);
            case PublicationEvent.TakedownEscalated e -> {
                rows.done(TodoKind.TAKEDOWN, publication);
                rows.todo(TodoKind.TAKEDOWN, publication, Integer.toString(e.level()), e.at());
            }
            case PublicationEvent.PublicationReaffirmed e -> {}
            case PublicationEvent.PublicationConfirmed e -> {}
        }
    }

    private void over(String publication, Instant at) throws SQLException {
        rows.done(TodoKind.GATE, publication);
        rows.run(
                "insert or ignore into todo (kind, subject, detail, since, cause, correlation)"
                        + " select ?, ?, photo, ?, ?, ? from release where publication = ?",
                TodoKind.RELEASE.name(),
                publication,
                Rows.millis(at),
                rows.cause().event(),
                rows.cause().correlation(),
                publication);
    }
}
