package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.photo.PhotoEvent;

/** Which photos are of the same bytes, by the keyed digest of these; a removed photo is none of them any more. */
final class ContentRows {
    private final Rows rows;

    ContentRows(Rows rows) {
        this.rows = rows;
    }

    void on(PhotoEvent event) throws SQLException {
        String photo = event.photo().value();
        if (event instanceof PhotoEvent.PhotoRegistered e) {
            rows.run("insert or ignore into content values (?, ?)", e.contentDigest(), photo);
        } else if (event instanceof PhotoEvent.PhotoRemoved) {
            rows.run("delete from content where photo = ?", photo);
        }
    }
}
