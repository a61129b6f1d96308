package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.PhotoEvent.FaceCompared;

/** Who held which face against whom. Kept when the photo goes: whoever uploads it again has compared it before. */
final class ComparisonRows {
    private final Rows rows;

    ComparisonRows(Rows rows) {
        this.rows = rows;
    }

    void on(FaceCompared e) throws SQLException {
        Box box = e.box();
        rows.run(
                "insert or ignore into comparison select ?, ?, ?, ?, ?, ?, digest, ?, ?, ?, ?, ? from content"
                        + " where photo = ?",
                rows.cause().event(),
                e.photo().value(),
                e.face().value(),
                e.person().value(),
                rows.doer().actor(),
                rows.doer().role(),
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                Rows.millis(e.at()),
                e.photo().value());
    }
}
