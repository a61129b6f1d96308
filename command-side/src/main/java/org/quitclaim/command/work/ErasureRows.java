package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.erasure.ErasureEvent;
import org.quitclaim.domain.erasure.ErasureStep;

/** Which cases are open, by when, and what of them is still to be done. */
final class ErasureRows {
    /** What was ordered, by its case. */
    private static final String ORDER = " (select person, scope || ':' || generation from erasure where id = ?)";

    private final Rows rows;

    ErasureRows(Rows rows) {
        this.rows = rows;
    }

    void on(ErasureEvent event) throws SQLException {
        switch (event) {
            case ErasureEvent.ErasureCaseOpened e -> {
                rows.run(
                        "insert or ignore into erasure values (?, ?, ?, ?, ?, 0, 0, 0)",
                        e.erasureCase().value(),
                        e.person().value(),
                        e.scope().name(),
                        e.keyGeneration(),
                        e.dueOn().toString());
                rows.todo(TodoKind.FOLLOW_UP, e.erasureCase().value(), "", e.at());
            }
            case ErasureEvent.ErasureStepRecorded e -> {
                if (e.step() == ErasureStep.EPOCH_RETIRED) {
                    rows.run(
                            "update erasure set retired = 1 where id = ?",
                            e.erasureCase().value());
                }
                if (e.step() == ErasureStep.CIPHERTEXT_DELETED) {
                    rows.run(
                            "delete from todo where kind = ? and (subject, detail) in" + ORDER,
                            TodoKind.ERASURE.name(),
                            e.erasureCase().value());
                }
            }
            case ErasureEvent.ErasureCaseClosed e -> {
                rows.done(TodoKind.FOLLOW_UP, e.erasureCase().value());
                rows.run(
                        "update erasure set closed = 1 where id = ?",
                        e.erasureCase().value());
            }
            case ErasureEvent.ErasureHeld e ->
                rows.run(
                        "update todo set not_before = ? where kind = ? and (subject, detail) in" + ORDER,
                        Rows.millis(e.until()),
                        TodoKind.ERASURE.name(),
                        e.erasureCase().value());
            case ErasureEvent.DueDateExtended e ->
                rows.run(
                        "update erasure set due_on = ?, alarmed = 0 where id = ?",
                        e.dueOn().toString(),
                        e.erasureCase().value());
            case ErasureEvent.DueAlarmSounded e ->
                rows.run(
                        "update erasure set alarmed = max(alarmed, ?) where id = ?",
                        e.alarm().ordinal() + 1,
                        e.erasureCase().value());
            case ErasureEvent.StepsRequired e -> {}
            case ErasureEvent.PhotosLeaving e -> {}
            case ErasureEvent.StoresSearched e -> {}
            case ErasureEvent.ErasureStepParked e -> {}
            case ErasureEvent.ErasureStepRetried e -> {}
        }
    }
}
