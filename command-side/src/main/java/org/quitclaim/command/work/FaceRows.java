package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.PhotoEvent.MatchSuggested;
import org.quitclaim.domain.photo.PhotoEvent.SightingConfirmed;
import org.quitclaim.domain.photo.PhotoEvent.SuggestionRetracted;
import org.quitclaim.domain.vault.ActorId;

/** Who is seen and suggested on a photo. */
final class FaceRows {
    private final Rows rows;
    private final ComparisonRows comparisons;
    private final PortraitRows portraits;

    FaceRows(Rows rows) {
        this.rows = rows;
        this.comparisons = new ComparisonRows(rows);
        this.portraits = new PortraitRows(rows);
    }

    void on(PhotoEvent event) throws SQLException {
        switch (event) {
            case MatchSuggested e -> suggested(e);
            case SuggestionRetracted e -> retracted(e);
            case SightingConfirmed e -> sighted(e);
            case PhotoEvent.FaceDismissed e -> resolved(e.photo(), e.face());
            case PhotoEvent.FaceDeclaredUnregistered e -> resolved(e.photo(), e.face());
            case PhotoEvent.SightingDetached e -> {
                rows.run(
                        "insert or ignore into formerly values (?, ?)",
                        e.person().value(),
                        e.photo().value());
                unseen(e.photo(), e.face());
            }
            case PhotoEvent.SightingErased e -> unseen(e.photo(), e.face());
            case PhotoEvent.NoUndone e -> undone(e);
            case PhotoEvent.UndoingAccepted e ->
                rows.run(
                        "delete from undone where photo = ? and face = ?",
                        e.photo().value(),
                        e.face().value());
            case PhotoEvent.PhotoRegistered e -> {}
            case PhotoEvent.FacesDetected e -> {}
            case PhotoEvent.MarkOverdue e -> {}
            case PhotoEvent.FaceDrawn e -> {}
            case PhotoEvent.FaceAdjusted e -> portraits.changed(e.photo());
            case PhotoEvent.FacesAttested e -> {}
            case PhotoEvent.FaceCompared e -> comparisons.on(e);
            case PhotoEvent.FacesSought e -> comparisons.on(e);
            case PhotoEvent.RecognitionRan e -> {}
            case PhotoEvent.RenditionMade e -> {}
            case PhotoEvent.CopyProposed e -> {}
            case PhotoEvent.CopySettled e -> {}
            case PhotoEvent.LookedUncovered e -> {}
            case PhotoEvent.FileWordsKept e -> {}
            case PhotoEvent.OnePersonExplained e -> portraits.changed(e.photo());
            case PhotoEvent.OriginalReplaced e -> {}
            case PhotoEvent.ReviewCompleted e -> portraits.changed(e.photo());
            case PhotoEvent.ReleaseAuthorised e -> {}
            case PhotoEvent.ReleaseEnded e -> {}
            case PhotoEvent.ReleasesRegated e -> {}
            case PhotoEvent.CopiesFollowed e -> {}
            case PhotoEvent.PhotoRemoved e ->
                rows.run("delete from undone where photo = ?", e.photo().value());
        }
    }

    private void suggested(MatchSuggested e) throws SQLException {
        String person = e.suggestion().person().value();
        rows.run(
                "insert or ignore into suggestion values (?, ?, ?, ?)",
                person,
                e.photo().value(),
                e.face().value(),
                e.suggestion().keyGeneration());
        rows.todo(TodoKind.SUGGESTION, person, place(e.photo(), e.face()), e.at());
    }

    private void retracted(SuggestionRetracted e) throws SQLException {
        String person = e.person().value();
        rows.run(
                "delete from suggestion where person = ? and photo = ? and face = ?",
                person,
                e.photo().value(),
                e.face().value());
        rows.run(
                "delete from todo where kind = ? and subject = ? and detail = ?",
                TodoKind.SUGGESTION.name(),
                person,
                place(e.photo(), e.face()));
    }

    private void sighted(SightingConfirmed e) throws SQLException {
        rows.run(
                "insert or ignore into sighting values (?, ?, ?)",
                e.person().value(),
                e.photo().value(),
                e.face().value());
        resolved(e.photo(), e.face());
        portraits.sighted(e.person());
    }

    private void undone(PhotoEvent.NoUndone e) throws SQLException {
        rows.run(
                "insert or replace into undone values (?, ?, ?, ?, ?, ?)",
                e.photo().value(),
                e.face().value(),
                e.because().name(),
                e.by().stream()
                        .map(ActorId::value)
                        .findFirst()
                        .orElseGet(() -> rows.doer().actor()),
                rows.doer().role(),
                Rows.millis(e.at()));
    }

    private void unseen(PhotoId photo, FaceId face) throws SQLException {
        rows.run("delete from sighting where photo = ? and face = ?", photo.value(), face.value());
    }

    /** A resolved face has no open suggestions any more. */
    private void resolved(PhotoId photo, FaceId face) throws SQLException {
        rows.run("delete from suggestion where photo = ? and face = ?", photo.value(), face.value());
        rows.run("delete from todo where kind = ? and detail = ?", TodoKind.SUGGESTION.name(), place(photo, face));
    }

    private static String place(PhotoId photo, FaceId face) {
        return photo.value() + ":" + face.value();
    }
}
