package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.photo.PhotoEvent;

/** Which photos there are, and on which nobody looked for faces yet; and what follows for faces and releases. */
final class PhotoRows {
    private final Rows rows;
    private final FaceRows faces;
    private final ReleaseRows releases;
    private final SearchRows searches;

    PhotoRows(Rows rows) {
        this.rows = rows;
        this.faces = new FaceRows(rows);
        this.releases = new ReleaseRows(rows);
        this.searches = new SearchRows(rows);
    }

    void on(PhotoEvent event) throws SQLException {
        if (event instanceof PhotoEvent.PhotoRegistered e) {
            rows.run(
                    "insert or ignore into photo values (?, ?)",
                    e.photo().value(),
                    e.collection().value());
        } else if (event instanceof PhotoEvent.PhotoRemoved e) {
            rows.run("delete from photo where id = ?", e.photo().value());
        }
        faces.on(event);
        releases.on(event);
        searches.on(event);
    }
}
