package org.quitclaim.command.work;

import java.sql.SQLException;
import java.time.Instant;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Copies.Known;
import org.quitclaim.domain.photo.PhotoEvent;

/** Which photos are copies of which, or may be, by their ids; a removed photo is none of them any more. */
final class CopyRows {
    private final Rows rows;

    CopyRows(Rows rows) {
        this.rows = rows;
    }

    void on(PhotoEvent event) throws SQLException {
        if (event instanceof PhotoEvent.CopyProposed e) {
            rows.run(
                    "insert into copy values (?, ?, ?, ?, ?) on conflict(photo, other) do update set known ="
                            + " excluded.known, pressing = excluded.pressing",
                    e.photo().value(),
                    e.of().value(),
                    Known.PROPOSED.name(),
                    e.pressing(),
                    Rows.millis(e.at()));
        } else if (event instanceof PhotoEvent.CopySettled e) {
            rows.run(
                    "insert into copy values (?, ?, ?, 0, ?) on conflict(photo, other) do update set known ="
                            + " excluded.known",
                    e.photo().value(),
                    e.of().value(),
                    (e.same() ? Known.SAME : Known.OTHER).name(),
                    Rows.millis(e.at()));
        } else if (event instanceof PhotoEvent.PhotoRemoved e) {
            String photo = e.photo().value();
            rows.run("delete from copy where photo = ? or other = ?", photo, photo);
            rows.done(TodoKind.COPIES, photo);
        }
        follow(event);
    }

    /** Whatever makes a photo say more about somebody, whether she said no before or will. */
    private void follow(PhotoEvent event) throws SQLException {
        switch (event) {
            case PhotoEvent.SightingConfirmed e -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.FaceDeclaredUnregistered e -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.CopySettled e when e.same() -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.CopiesFollowed e ->
                rows.doneUpTo(TodoKind.COPIES, e.photo().value(), e.version());
            default -> {}
        }
    }

    private void changed(PhotoId photo, int version, Instant at) throws SQLException {
        rows.doneUpTo(TodoKind.COPIES, photo.value(), version - 1);
        rows.todo(TodoKind.COPIES, photo.value(), Integer.toString(version), at);
    }
}
