package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.link.LinkEvent;
import org.quitclaim.domain.link.LinkId;

/** Until when which link signs. */
final class LinkRows {
    private final Rows rows;

    LinkRows(Rows rows) {
        this.rows = rows;
    }

    void on(LinkEvent event) throws SQLException {
        switch (event) {
            case LinkEvent.LinkIssued e ->
                rows.run(
                        "insert or ignore into signing values (?, ?, ?)",
                        e.link().value(),
                        e.quitclaim().value(),
                        Rows.millis(e.signsUntil()));
            case LinkEvent.LinkSigningEnded e -> over(e.link());
            case LinkEvent.LinkRevoked e -> over(e.link());
            case LinkEvent.LinkUsed e -> {}
        }
    }

    private void over(LinkId link) throws SQLException {
        rows.run("delete from signing where link = ?", link.value());
    }
}
