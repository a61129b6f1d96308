package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.photo.PhotoEvent;

/** Which photos there are, and on which nobody looked for faces yet; and what follows for faces and releases. */
final class PhotoRows {
    private final Rows rows;
    private final FaceRows faces;
    private final ReleaseRows releases;

    PhotoRows(Rows rows) {
        this.rows = rows;
        this.faces = new FaceRows(rows);
        this.releases = new ReleaseRows(rows);
    }

    void on(PhotoEvent event) throws SQLException {
        if (event instanceof PhotoEvent.PhotoRegistered e) {
            rows.run(
                    "insert or ignore into photo values (?, ?)",
                    e.photo().value(),
                    e.collection().value());
            rows.todo(TodoKind.DETECT, e.photo().value(), "", e.at());
        } else if (event instanceof PhotoEvent.FacesDetected e) {
            rows.done(TodoKind.DETECT, e.photo().value());
        }
        faces.on(event);
        releases.on(event);
    }
}
