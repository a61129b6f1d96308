package org.quitclaim.command.work;

import java.sql.SQLException;
import java.time.Instant;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.PhotoEvent.ReleaseAuthorised;
import org.quitclaim.domain.photo.PhotoEvent.ReleaseEnded;
import org.quitclaim.domain.photo.PhotoEvent.ReleasesRegated;

/** What a photo is released for, and up to which of its versions that is still to be judged anew. */
final class ReleaseRows {
    private final Rows rows;

    ReleaseRows(Rows rows) {
        this.rows = rows;
    }

    void on(PhotoEvent event) throws SQLException {
        switch (event) {
            case ReleaseAuthorised e -> authorised(e);
            case ReleaseEnded e -> ended(e);
            case ReleasesRegated e -> regated(e);
            case PhotoEvent.MarkOverdue e -> changed(e.photo(), e.version(), e.at());
            // what is live is judged once a human has said what was marked, or has not in time
            case PhotoEvent.FacesDetected e -> {}
            case PhotoEvent.FaceDrawn e -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.FaceAdjusted e -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.FaceDismissed e -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.FaceDeclaredUnregistered e -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.SightingConfirmed e -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.SightingDetached e -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.NoUndone e -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.UndoingAccepted e -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.SightingErased e -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.ReviewCompleted e -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.OnePersonExplained e -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.OriginalReplaced e -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.PhotoRemoved e -> changed(e.photo(), e.version(), e.at());
            case PhotoEvent.PhotoRegistered e -> {}
            case PhotoEvent.MatchSuggested e -> {}
            case PhotoEvent.SuggestionRetracted e -> {}
            case PhotoEvent.FacesAttested e -> {}
            case PhotoEvent.FaceCompared e -> {}
            case PhotoEvent.FacesSought e -> {}
            case PhotoEvent.RecognitionRan e -> {}
            case PhotoEvent.RenditionMade e -> {}
            case PhotoEvent.CopyProposed e -> {}
            case PhotoEvent.CopySettled e -> {}
            case PhotoEvent.CopiesFollowed e -> {}
            case PhotoEvent.LookedUncovered e -> {}
            case PhotoEvent.FileWordsKept e -> {}
        }
    }

    private void authorised(ReleaseAuthorised e) throws SQLException {
        rows.run(
                "insert or ignore into release values (?, ?)",
                e.photo().value(),
                e.publication().value());
    }

    private void ended(ReleaseEnded e) throws SQLException {
        rows.run(
                "delete from release where photo = ? and publication = ?",
                e.photo().value(),
                e.publication().value());
        rows.done(TodoKind.RELEASE, e.publication().value());
    }

    /** The row says the latest version: a change while an earlier one is being judged is work of its own. */
    private void changed(PhotoId photo, int version, Instant at) throws SQLException {
        if (rows.any("select 1 from release where photo = ?", photo.value())) {
            rows.doneUpTo(TodoKind.REGATE, photo.value(), version - 1);
            rows.todo(TodoKind.REGATE, photo.value(), Integer.toString(version), at);
        }
    }

    private void regated(ReleasesRegated e) throws SQLException {
        rows.doneUpTo(TodoKind.REGATE, e.photo().value(), e.version());
    }
}
