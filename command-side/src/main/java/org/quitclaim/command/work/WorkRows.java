package org.quitclaim.command.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.breach.BreachEvent;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.GrantId;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Withdrawn;
import org.quitclaim.domain.erasure.ErasureEvent;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.photo.FaceId;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.publication.PublicationEvent;
import org.quitclaim.domain.rights.RightsEvent;
import org.quitclaim.domain.vault.RecordId;

/** What each event does to the work index. Every statement bears being repeated. */
final class WorkRows {
    private final Connection connection;

    WorkRows(Connection connection) {
        this.connection = connection;
    }

    void on(DomainEvent event) throws SQLException {
        for (RecordId record : NamedRecords.in(event)) {
            run("insert or ignore into named values (?)", record.value());
        }
        switch (event) {
            case ConsentEvent e -> onConsent(e);
            case PhotoEvent e -> onPhoto(e);
            case PublicationEvent e -> onPublication(e);
            case ErasureEvent e -> onErasure(e);
            case RightsEvent e -> onRights(e);
            case BreachEvent e -> onBreach(e);
            default -> {}
        }
    }

    private void onConsent(ConsentEvent event) throws SQLException {
        String person = event.person().value();
        switch (event) {
            case ConsentEvent.PersonRegistered e -> {
                run("insert or ignore into standing values (?, ?, 0, 0, 0)", person, e.ageGroup() == AgeGroup.MINOR);
                evidenceSince(person, e.at());
            }
            case ConsentEvent.QuitclaimOffered e ->
                run(
                        "insert or ignore into quitclaim values (?, ?)",
                        e.quitclaim().value(),
                        person);
            case ConsentEvent.ConsentGranted e -> {
                due(person, e.grant(), e.terms(), e.keyGeneration());
                run("delete from evidence where person = ?", person);
            }
            case ConsentEvent.ConsentRenewed e -> {
                run("delete from due where grant_id = ?", e.replaced().value());
                due(person, e.grant(), e.terms(), e.keyGeneration());
            }
            case ConsentEvent.ConsentWithdrawn e -> {
                for (Withdrawn part : e.withdrawn()) {
                    if (part.purpose() == Purpose.RECOGNITION) {
                        run("delete from due where grant_id = ?", part.grant().value());
                    }
                }
                revoked(person, e.revocation(), e.at());
                evidenceSince(person, e.at());
            }
            case ConsentEvent.ConsentExpired e -> {
                run("delete from due where grant_id = ?", e.grant().value());
                revoked(person, e.revocation(), e.at());
                evidenceSince(person, e.at());
            }
            case ConsentEvent.ProcessingRestricted e -> {
                run("update standing set restricted = 1 where person = ?", person);
                revoked(person, e.revocation(), e.at());
            }
            case ConsentEvent.RestrictionLifted e -> {
                run("update standing set restricted = 0 where person = ?", person);
                evidenceSince(person, e.at());
            }
            case ConsentEvent.RepresentationDisputed e -> {
                run("update standing set disputes = disputes + 1 where person = ?", person);
                revoked(person, e.revocation(), e.at());
            }
            case ConsentEvent.RepresentationSettled e ->
                run("update standing set disputes = disputes - 1 where person = ?", person);
            case ConsentEvent.ErasureRequested e -> ended(person, e.revocation(), e.at());
            case ConsentEvent.DeathRecorded e -> ended(person, e.revocation(), e.at());
            case ConsentEvent.RevocationFollowedUp e ->
                run(
                        "delete from todo where kind = ? and subject = ? and cast(detail as integer) <= ?",
                        TodoKind.REVOCATION.name(),
                        person,
                        e.upTo());
            case ConsentEvent.ErasureOrdered e -> {
                switch (e.scope()) {
                    case RECOGNITION -> run("delete from faceprint where person = ?", person);
                    case EVIDENCE -> run("delete from evidence where person = ?", person);
                    case IDENTITY, PHOTO, STAFF, EDITORIAL -> {}
                }
                todo(TodoKind.ERASURE, person, e.scope().name() + ":" + e.keyGeneration(), e.at());
            }
            case ConsentEvent.FaceprintEnrolled e ->
                run(
                        "insert or ignore into faceprint values (?, ?, ?, ?)",
                        e.faceprint().value(),
                        person,
                        e.keyGeneration(),
                        e.pack());
            case ConsentEvent.RepresentativeAdded e -> {}
            case ConsentEvent.ConsentRefused e -> {}
            case ConsentEvent.MatchAccepted e -> {}
            case ConsentEvent.UseAuthorised e -> {}
            case ConsentEvent.UseReleased e -> {}
            case ConsentEvent.PhotoTreatmentOrdered e -> {}
            case ConsentEvent.ElementHeld e -> {}
            case ConsentEvent.HoldReleased e -> {}
            case ConsentEvent.KeyDestroyed e -> {}
        }
    }

    /** The clock of the evidence runs from the last end of a consent; a new consent stops it. */
    private void evidenceSince(String person, Instant at) throws SQLException {
        run("insert or replace into evidence values (?, ?)", person, at.toEpochMilli());
    }

    private void due(String person, GrantId grant, Terms terms, int generation) throws SQLException {
        if (generation > 0) {
            run("insert or ignore into minted values (?, ?)", person, generation);
        }
        run(
                "insert or ignore into due values (?, ?, ?, ?, ?)",
                grant.value(),
                person,
                terms.purpose() == Purpose.RECOGNITION,
                generation,
                terms.term().ends().toEpochMilli());
    }

    private void ended(String person, int revocation, Instant at) throws SQLException {
        run("update standing set ended = 1 where person = ?", person);
        run("delete from due where person = ?", person);
        revoked(person, revocation, at);
        evidenceSince(person, at);
    }

    private void revoked(String person, int revocation, Instant at) throws SQLException {
        todo(TodoKind.REVOCATION, person, Integer.toString(revocation), at);
    }

    private void onPhoto(PhotoEvent event) throws SQLException {
        String photo = event.photo().value();
        switch (event) {
            case PhotoEvent.PhotoRegistered e -> {
                run(
                        "insert or ignore into photo values (?, ?)",
                        photo,
                        e.collection().value());
                todo(TodoKind.DETECT, photo, "", e.at());
            }
            case PhotoEvent.MatchSuggested e -> {
                run(
                        "insert or ignore into suggestion values (?, ?, ?, ?)",
                        e.suggestion().person().value(),
                        photo,
                        e.face().value(),
                        e.suggestion().keyGeneration());
                todo(
                        TodoKind.SUGGESTION,
                        e.suggestion().person().value(),
                        photo + ":" + e.face().value(),
                        e.at());
            }
            case PhotoEvent.SuggestionRetracted e -> {
                run(
                        "delete from suggestion where person = ? and photo = ? and face = ?",
                        e.person().value(),
                        photo,
                        e.face().value());
                run(
                        "delete from todo where kind = ? and subject = ? and detail = ?",
                        TodoKind.SUGGESTION.name(),
                        e.person().value(),
                        photo + ":" + e.face().value());
            }
            case PhotoEvent.SightingConfirmed e -> {
                run(
                        "insert or ignore into sighting values (?, ?, ?)",
                        e.person().value(),
                        photo,
                        e.face().value());
                resolved(photo, e.face(), e.at());
            }
            case PhotoEvent.FaceDismissed e -> resolved(photo, e.face(), e.at());
            case PhotoEvent.FaceDeclaredUnregistered e -> resolved(photo, e.face(), e.at());
            case PhotoEvent.FacesDetected e -> {
                done(TodoKind.DETECT, photo);
                changed(photo, e.at());
            }
            case PhotoEvent.FaceDrawn e -> changed(photo, e.at());
            case PhotoEvent.FaceAdjusted e -> changed(photo, e.at());
            case PhotoEvent.SightingDetached e -> {
                run(
                        "delete from sighting where photo = ? and face = ?",
                        photo,
                        e.face().value());
                changed(photo, e.at());
            }
            case PhotoEvent.SightingErased e -> {
                run(
                        "delete from sighting where photo = ? and face = ?",
                        photo,
                        e.face().value());
                changed(photo, e.at());
            }
            case PhotoEvent.PhotoRemoved e -> changed(photo, e.at());
            case PhotoEvent.ReviewCompleted e -> changed(photo, e.at());
            case PhotoEvent.ReleaseAuthorised e ->
                run(
                        "insert or ignore into release values (?, ?)",
                        photo,
                        e.publication().value());
            case PhotoEvent.ReleaseEnded e -> {
                run(
                        "delete from release where photo = ? and publication = ?",
                        photo,
                        e.publication().value());
                done(TodoKind.RELEASE, e.publication().value());
            }
            case PhotoEvent.ReleasesRegated e -> done(TodoKind.REGATE, photo);
            case PhotoEvent.FacesAttested e -> {}
            case PhotoEvent.RecognitionRan e -> {}
            case PhotoEvent.RenditionMade e -> {}
        }
    }

    /** A resolved face has no open suggestions any more. */
    private void resolved(String photo, FaceId face, Instant at) throws SQLException {
        run("delete from suggestion where photo = ? and face = ?", photo, face.value());
        run("delete from todo where kind = ? and detail = ?", TodoKind.SUGGESTION.name(), photo + ":" + face.value());
        changed(photo, at);
    }

    private void changed(String photo, Instant at) throws SQLException {
        run(
                "insert or ignore into todo select ?, ?, '', ? where exists (select 1 from release where photo = ?)",
                TodoKind.REGATE.name(),
                photo,
                at.toEpochMilli(),
                photo);
    }

    private void onPublication(PublicationEvent event) throws SQLException {
        String publication = event.publication().value();
        switch (event) {
            case PublicationEvent.PublicationRequested e -> {
                run(
                        "insert or ignore into publication values (?, ?)",
                        e.use().photo().value(),
                        publication);
                todo(TodoKind.GATE, publication, e.use().photo().value(), e.at());
            }
            case PublicationEvent.PublicationCleared e -> done(TodoKind.GATE, publication);
            case PublicationEvent.PublicationBlocked e -> over(publication, e.at());
            case PublicationEvent.TakedownOrdered e -> {
                over(publication, e.at());
                todo(TodoKind.TAKEDOWN, publication, "", e.at());
            }
            case PublicationEvent.TakedownAcknowledged e -> done(TodoKind.TAKEDOWN, publication);
            case PublicationEvent.TakedownEscalated e -> {
                done(TodoKind.TAKEDOWN, publication);
                todo(TodoKind.TAKEDOWN, publication, Integer.toString(e.level()), e.at());
            }
            case PublicationEvent.PublicationReaffirmed e -> {}
            case PublicationEvent.PublicationConfirmed e -> {}
        }
    }

    private void over(String publication, Instant at) throws SQLException {
        done(TodoKind.GATE, publication);
        run(
                "insert or ignore into todo select ?, ?, photo, ? from release where publication = ?",
                TodoKind.RELEASE.name(),
                publication,
                at.toEpochMilli(),
                publication);
    }

    private void onBreach(BreachEvent event) throws SQLException {
        String breach = event.breach().value();
        switch (event) {
            case BreachEvent.CompromiseReported e ->
                run(
                        "insert or ignore into breach values (?, ?, 0, 0)",
                        breach,
                        e.discoveredAt().toEpochMilli());
            case BreachEvent.RevocationConfirmed e -> todo(TodoKind.COMPROMISE, breach, "", e.at());
            case BreachEvent.KeysRevoked e -> done(TodoKind.COMPROMISE, breach);
            case BreachEvent.AuthorityNotified e -> run("update breach set notified = 1 where id = ?", breach);
            case BreachEvent.BreachClosed e -> run("update breach set closed = 1 where id = ?", breach);
            case BreachEvent.RevocationRequested e -> {}
            case BreachEvent.PersonsInformed e -> {}
            case BreachEvent.BreachAlarmSounded e -> {}
        }
    }

    private void onErasure(ErasureEvent event) throws SQLException {
        switch (event) {
            case ErasureEvent.ErasureCaseOpened e -> {
                run(
                        "insert or ignore into erasure values (?, ?, ?, ?, ?, 0, 0, 0)",
                        e.erasureCase().value(),
                        e.person().value(),
                        e.scope().name(),
                        e.keyGeneration(),
                        e.dueOn().toString());
                todo(TodoKind.FOLLOW_UP, e.erasureCase().value(), "", e.at());
            }
            case ErasureEvent.ErasureStepRecorded e -> {
                if (e.step() == ErasureStep.EPOCH_RETIRED) {
                    run(
                            "update erasure set retired = 1 where id = ?",
                            e.erasureCase().value());
                }
                if (e.step() == ErasureStep.CIPHERTEXT_DELETED) {
                    run(
                            "delete from todo where kind = ? and (subject, detail) in"
                                    + " (select person, scope || ':' || generation from erasure where id = ?)",
                            TodoKind.ERASURE.name(),
                            e.erasureCase().value());
                }
            }
            case ErasureEvent.ErasureCaseClosed e -> {
                done(TodoKind.FOLLOW_UP, e.erasureCase().value());
                run(
                        "update erasure set closed = 1 where id = ?",
                        e.erasureCase().value());
            }
            case ErasureEvent.DueDateExtended e ->
                run(
                        "update erasure set due_on = ?, alarmed = 0 where id = ?",
                        e.dueOn().toString(),
                        e.erasureCase().value());
            case ErasureEvent.DueAlarmSounded e ->
                run(
                        "update erasure set alarmed = max(alarmed, ?) where id = ?",
                        e.alarm().ordinal() + 1,
                        e.erasureCase().value());
            case ErasureEvent.StepsRequired e -> {}
            case ErasureEvent.ErasureHeld e -> {}
            case ErasureEvent.StoresSwept e -> {}
            case ErasureEvent.ErasureStepParked e -> {}
            case ErasureEvent.ErasureStepRetried e -> {}
        }
    }

    private void onRights(RightsEvent event) throws SQLException {
        String request = event.request().value();
        switch (event) {
            case RightsEvent.RequestReceived e -> {
                run(
                        "insert or ignore into request values (?, ?, ?, 0, 0)",
                        request,
                        e.person().value(),
                        e.dueOn().toString());
                todo(TodoKind.REQUEST, request, "", e.at());
            }
            case RightsEvent.RequestExtended e ->
                run(
                        "update request set due_on = ?, alarmed = 0 where id = ?",
                        e.dueOn().toString(),
                        request);
            case RightsEvent.RequestAlarmSounded e ->
                run(
                        "update request set alarmed = max(alarmed, ?) where id = ?",
                        e.alarm().ordinal() + 1,
                        request);
            case RightsEvent.RequestAnswered e -> requestOver(request);
            case RightsEvent.RequestRefused e -> requestOver(request);
        }
    }

    private void requestOver(String request) throws SQLException {
        run("update request set closed = 1 where id = ?", request);
        done(TodoKind.REQUEST, request);
    }

    private void todo(TodoKind kind, String subject, String detail, Instant at) throws SQLException {
        run("insert or ignore into todo values (?, ?, ?, ?)", kind.name(), subject, detail, at.toEpochMilli());
    }

    private void done(TodoKind kind, String subject) throws SQLException {
        run("delete from todo where kind = ? and subject = ?", kind.name(), subject);
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
