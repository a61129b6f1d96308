package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.photo.Picture;
import org.quitclaim.domain.vault.RecordId;

/**
 * Under which record it lies sealed by what a picture is known again; never the digest itself. Kept when the photo is
 * removed: it is known again until its key is destroyed.
 */
final class PictureRows {
    private final Rows rows;

    PictureRows(Rows rows) {
        this.rows = rows;
    }

    void on(PhotoEvent event) throws SQLException {
        if (event instanceof PhotoEvent.PhotoRegistered e) {
            known(e.photo(), Picture.FIRST, e.digest());
        } else if (event instanceof PhotoEvent.OriginalReplaced e) {
            known(e.photo(), e.picture().keyGeneration(), e.picture().digest());
        }
    }

    private void known(PhotoId photo, int generation, RecordId record) throws SQLException {
        rows.run("insert or replace into picture values (?, ?, ?)", photo.value(), generation, record.value());
    }
}
