package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Kept;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.Picture;
import org.quitclaim.domain.vault.RecordId;

/**
 * Under which record it lies sealed by what a picture or a version of it is known again; never the digest itself. Kept when
 * the photo is removed: it is known again until its key is destroyed.
 */
final class PictureRows {
    /** What stands where a version is named, of the photo itself. */
    private static final String ITSELF = "";

    private final Rows rows;

    PictureRows(Rows rows) {
        this.rows = rows;
    }

    void on(PhotoEvent event) throws SQLException {
        if (event instanceof PhotoEvent.PhotoRegistered e) {
            known(e.photo(), ITSELF, Picture.FIRST, e.digest());
        } else if (event instanceof PhotoEvent.RenditionMade e) {
            rows.run(
                    "insert or replace into picture select photo, ?, generation, ? from picture where photo = ? and"
                            + " version = ''",
                    e.rendition().value(),
                    e.digest().value(),
                    e.photo().value());
        } else if (event instanceof PhotoEvent.OriginalReplaced e) {
            int generation = e.picture().keyGeneration();
            rows.run("delete from picture where photo = ?", e.photo().value());
            known(e.photo(), ITSELF, generation, e.picture().digest());
            for (Kept kept : e.kept()) {
                known(e.photo(), kept.rendition().value(), generation, kept.digest());
            }
        }
    }

    private void known(PhotoId photo, String version, int generation, RecordId record) throws SQLException {
        rows.run(
                "insert or replace into picture values (?, ?, ?, ?)",
                photo.value(),
                version,
                generation,
                record.value());
    }
}
