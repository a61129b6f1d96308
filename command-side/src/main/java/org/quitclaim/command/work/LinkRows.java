package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.link.LinkEvent;

/** Until when which link signs, and whose each is. */
final class LinkRows {
    private final Rows rows;

    LinkRows(Rows rows) {
        this.rows = rows;
    }

    void on(LinkEvent event) throws SQLException {
        switch (event) {
            case LinkEvent.LinkIssued e -> issued(e);
            case LinkEvent.LinkSigningEnded e -> over(e.link());
            case LinkEvent.LinkRevoked e -> {
                over(e.link());
                rows.run("update link set revoked = 1 where link = ?", e.link().value());
            }
            case LinkEvent.LinkUsed e -> {}
        }
    }

    private void issued(LinkEvent.LinkIssued e) throws SQLException {
        rows.run(
                "insert or ignore into signing values (?, ?, ?)",
                e.link().value(),
                e.quitclaim().value(),
                Rows.millis(e.signsUntil()));
        rows.run(
                "insert or ignore into link values (?, ?, ?, 0)",
                e.sha256(),
                e.link().value(),
                e.person().value());
    }

    private void over(LinkId link) throws SQLException {
        rows.run("delete from signing where link = ?", link.value());
    }
}
