package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.PhotoEvent;

/** How thoroughly photos were looked at and with what; and which marks of a later look wait for a human. */
final class SearchRows {
    private final Rows rows;

    SearchRows(Rows rows) {
        this.rows = rows;
    }

    void on(PhotoEvent event) throws SQLException {
        switch (event) {
            case PhotoEvent.PhotoRegistered e ->
                rows.todo(TodoKind.DETECT, e.photo().value(), "", e.at());
            case PhotoEvent.FacesDetected e -> detected(e);
            case PhotoEvent.FaceDismissed e -> settled(e.face());
            case PhotoEvent.FaceDeclaredUnregistered e -> settled(e.face());
            case PhotoEvent.SightingConfirmed e -> settled(e.face());
            case PhotoEvent.MarkOverdue e -> overdue(e.face());
            case PhotoEvent.PhotoRemoved e -> removed(e.photo());
            case PhotoEvent.SightingDetached e -> {}
            case PhotoEvent.SightingErased e -> {}
            case PhotoEvent.NoUndone e -> {}
            case PhotoEvent.UndoingAccepted e -> {}
            case PhotoEvent.FaceDrawn e -> {}
            case PhotoEvent.FaceAdjusted e -> {}
            case PhotoEvent.FacesAttested e -> {}
            case PhotoEvent.FaceCompared e -> {}
            case PhotoEvent.FacesSought e -> {}
            case PhotoEvent.RecognitionRan e -> {}
            case PhotoEvent.MatchSuggested e -> {}
            case PhotoEvent.SuggestionRetracted e -> {}
            case PhotoEvent.RenditionMade e -> {}
            case PhotoEvent.CopyProposed e -> {}
            case PhotoEvent.CopySettled e -> {}
            case PhotoEvent.LookedUncovered e -> {}
            case PhotoEvent.FileWordsKept e -> {}
            case PhotoEvent.OnePersonExplained e -> {}
            case PhotoEvent.OriginalReplaced e -> {}
            case PhotoEvent.ReviewCompleted e -> {}
            case PhotoEvent.ReleaseAuthorised e -> {}
            case PhotoEvent.ReleaseEnded e -> {}
            case PhotoEvent.ReleasesRegated e -> {}
            case PhotoEvent.CopiesFollowed e -> {}
        }
    }

    private void detected(PhotoEvent.FacesDetected e) throws SQLException {
        String photo = e.photo().value();
        rows.done(TodoKind.DETECT, photo);
        if (e.looked().isThorough()) {
            rows.done(TodoKind.SEARCH, photo);
            rows.run(
                    "insert or replace into looked values (?, ?, ?)",
                    photo,
                    e.looked().detector(),
                    e.looked().smallestFacePixels());
        } else {
            rows.todo(TodoKind.SEARCH, photo, "", e.at());
        }
        if (e.settleBy().isAfter(e.at())) {
            for (Mark mark : e.marks()) {
                rows.todo(TodoKind.SETTLE, mark.face().value(), photo, e.at());
                rows.run(
                        "update todo set not_before = ? where kind = ? and subject = ? and detail = ?",
                        Rows.millis(e.settleBy()),
                        TodoKind.SETTLE.name(),
                        mark.face().value(),
                        photo);
            }
        }
    }

    /** It counts from now on, and is shown as overdue until a human says what it is. */
    private void overdue(FaceId face) throws SQLException {
        rows.run(
                "insert or replace into overdue select subject, detail, not_before from todo where kind = ? and"
                        + " subject = ?",
                TodoKind.SETTLE.name(),
                face.value());
        rows.done(TodoKind.SETTLE, face.value());
    }

    private void settled(FaceId face) throws SQLException {
        rows.done(TodoKind.SETTLE, face.value());
        rows.run("delete from overdue where face = ?", face.value());
    }

    private void removed(PhotoId photo) throws SQLException {
        rows.done(TodoKind.DETECT, photo.value());
        rows.done(TodoKind.SEARCH, photo.value());
        rows.run("delete from looked where photo = ?", photo.value());
        rows.run("delete from todo where kind = ? and detail = ?", TodoKind.SETTLE.name(), photo.value());
        rows.run("delete from overdue where photo = ?", photo.value());
    }
}
