package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.rights.RightsEvent;

/** Which requests of persons are open, and by when. */
final class RightsRows {
    private final Rows rows;

    RightsRows(Rows rows) {
        this.rows = rows;
    }

    void on(RightsEvent event) throws SQLException {
        String request = event.request().value();
        switch (event) {
            case RightsEvent.RequestReceived e -> {
                rows.run(
                        "insert or ignore into request values (?, ?, ?, 0, 0)",
                        request,
                        e.person().value(),
                        e.dueOn().toString());
                rows.todo(TodoKind.REQUEST, request, "", e.at());
            }
            case RightsEvent.RequestExtended e ->
                rows.run(
                        "update request set due_on = ?, alarmed = 0 where id = ?",
                        e.dueOn().toString(),
                        request);
            case RightsEvent.RequestAlarmSounded e ->
                rows.run(
                        "update request set alarmed = max(alarmed, ?) where id = ?",
                        e.alarm().ordinal() + 1,
                        request);
            case RightsEvent.RequestAnswered e -> requestOver(request);
            case RightsEvent.RequestRefused e -> requestOver(request);
        }
    }

    private void requestOver(String request) throws SQLException {
        rows.run("update request set closed = 1 where id = ?", request);
        rows.done(TodoKind.REQUEST, request);
    }
}
