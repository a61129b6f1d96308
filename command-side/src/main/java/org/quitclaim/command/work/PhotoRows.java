package org.quitclaim.command.work;

import java.sql.SQLException;
import java.time.Instant;
import org.quitclaim.domain.photo.FaceId;
import org.quitclaim.domain.photo.PhotoEvent;

/** Who is seen and suggested on a photo, and what it is released for. */
final class PhotoRows {
    private final Rows rows;

    PhotoRows(Rows rows) {
        this.rows = rows;
    }

    void on(PhotoEvent event) throws SQLException {
        String photo = event.photo().value();
        switch (event) {
            case PhotoEvent.PhotoRegistered e -> {
                rows.run(
                        "insert or ignore into photo values (?, ?)",
                        photo,
                        e.collection().value());
                rows.todo(TodoKind.DETECT, photo, "", e.at());
            }
            case PhotoEvent.MatchSuggested e -> {
                rows.run(
                        "insert or ignore into suggestion values (?, ?, ?, ?)",
                        e.suggestion().person().value(),
                        photo,
                        e.face().value(),
                        e.suggestion().keyGeneration());
                rows.todo(
                        TodoKind.SUGGESTION,
                        e.suggestion().person().value(),
                        photo + ":" + e.face().value(),
                        e.at());
            }
            case PhotoEvent.SuggestionRetracted e -> {
                rows.run(
                        "delete from suggestion where person = ? and photo = ? and face = ?",
                        e.person().value(),
                        photo,
                        e.face().value());
                rows.run(
                        "delete from todo where kind = ? and subject = ? and detail = ?",
                        TodoKind.SUGGESTION.name(),
                        e.person().value(),
                        photo + ":" + e.face().value());
            }
            case PhotoEvent.SightingConfirmed e -> {
                rows.run(
                        "insert or ignore into sighting values (?, ?, ?)",
                        e.person().value(),
                        photo,
                        e.face().value());
                resolved(photo, e.face(), e.at());
            }
            case PhotoEvent.FaceDismissed e -> resolved(photo, e.face(), e.at());
            case PhotoEvent.FaceDeclaredUnregistered e -> resolved(photo, e.face(), e.at());
            case PhotoEvent.FacesDetected e -> {
                rows.done(TodoKind.DETECT, photo);
                changed(photo, e.at());
            }
            case PhotoEvent.FaceDrawn e -> changed(photo, e.at());
            case PhotoEvent.FaceAdjusted e -> changed(photo, e.at());
            case PhotoEvent.SightingDetached e -> {
                rows.run(
                        "insert or ignore into formerly values (?, ?)",
                        e.person().value(),
                        photo);
                rows.run(
                        "delete from sighting where photo = ? and face = ?",
                        photo,
                        e.face().value());
                changed(photo, e.at());
            }
            case PhotoEvent.SightingErased e -> {
                rows.run(
                        "delete from sighting where photo = ? and face = ?",
                        photo,
                        e.face().value());
                changed(photo, e.at());
            }
            case PhotoEvent.PhotoRemoved e -> {
                rows.run("delete from photo where id = ?", photo);
                changed(photo, e.at());
            }
            case PhotoEvent.ReviewCompleted e -> changed(photo, e.at());
            case PhotoEvent.ReleaseAuthorised e ->
                rows.run(
                        "insert or ignore into release values (?, ?)",
                        photo,
                        e.publication().value());
            case PhotoEvent.ReleaseEnded e -> {
                rows.run(
                        "delete from release where photo = ? and publication = ?",
                        photo,
                        e.publication().value());
                rows.done(TodoKind.RELEASE, e.publication().value());
            }
            case PhotoEvent.ReleasesRegated e -> rows.done(TodoKind.REGATE, photo);
            case PhotoEvent.FacesAttested e -> {}
            case PhotoEvent.RecognitionRan e -> {}
            case PhotoEvent.RenditionMade e -> {}
        }
    }

    /** A resolved face has no open suggestions any more. */
    private void resolved(String photo, FaceId face, Instant at) throws SQLException {
        rows.run("delete from suggestion where photo = ? and face = ?", photo, face.value());
        rows.run(
                "delete from todo where kind = ? and detail = ?",
                TodoKind.SUGGESTION.name(),
                photo + ":" + face.value());
        changed(photo, at);
    }

    private void changed(String photo, Instant at) throws SQLException {
        rows.run(
                "insert or ignore into todo select ?, ?, '', ? where exists (select 1 from release where photo = ?)",
                TodoKind.REGATE.name(),
                photo,
                at.toEpochMilli(),
                photo);
    }
}
