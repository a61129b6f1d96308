package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.breach.BreachEvent;

/** Which keys are to be revoked, and which authority is still to be told. */
final class BreachRows {
    private final Rows rows;

    BreachRows(Rows rows) {
        this.rows = rows;
    }

    void on(BreachEvent event) throws SQLException {
        String breach = event.breach().value();
        switch (event) {
            case BreachEvent.CompromiseReported e ->
                rows.run("insert or ignore into breach values (?, ?, 0, 0)", breach, Rows.millis(e.discoveredAt()));
            case BreachEvent.RevocationConfirmed e -> rows.todo(TodoKind.COMPROMISE, breach, "", e.at());
            case BreachEvent.KeysRevoked e -> rows.done(TodoKind.COMPROMISE, breach);
            case BreachEvent.AuthorityNotified e -> rows.run("update breach set notified = 1 where id = ?", breach);
            case BreachEvent.BreachClosed e -> rows.run("update breach set closed = 1 where id = ?", breach);
            case BreachEvent.RevocationRequested e -> {}
            case BreachEvent.PersonsInformed e -> {}
            case BreachEvent.BreachAlarmSounded e -> {}
        }
    }
}
