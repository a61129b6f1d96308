package org.quitclaim.command.work;

import java.sql.SQLException;
import java.time.Instant;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.Circumstances;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.EndedGrant;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Withdrawn;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.vault.KeyScope;

/** What a person said, and what became of it: who ended, what runs out when, which faceprint is in use. */
final class ConsentRows {
    private final Rows rows;
    private final PortraitRows portraits;

    ConsentRows(Rows rows) {
        this.rows = rows;
        this.portraits = new PortraitRows(rows);
    }

    void on(ConsentEvent event) throws SQLException {
        String person = event.person().value();
        switch (event) {
            case ConsentEvent.PersonRegistered e -> {
                rows.run(
                        "insert or ignore into standing values (?, ?, 0, 0, 0, ?)",
                        person,
                        e.ageGroup() == AgeGroup.MINOR,
                        e.capacity() == Capacity.PATIENT);
                evidenceSince(person, e.at());
            }
            case ConsentEvent.QuitclaimOffered e ->
                rows.run(
                        "insert or ignore into quitclaim values (?, ?)",
                        e.quitclaim().value(),
                        person);
            case ConsentEvent.ConsentGranted e -> {
                if (e.keyGeneration() > 0) {
                    // one that only waited gives way to one with a key of its own
                    rows.run("delete from due where person = ? and recognition = 1 and confirmed = 0", person);
                }
                due(person, e.grant(), e.terms(), e.keyGeneration(), e.signature());
                rows.run("delete from evidence where person = ?", person);
            }
            case ConsentEvent.ConsentRenewed e -> {
                rows.run("delete from due where grant_id = ?", e.replaced().value());
                due(person, e.grant(), e.terms(), e.keyGeneration(), e.signature());
            }
            case ConsentEvent.GrantsConfirmed e -> {
                for (GrantId seen : e.grants()) {
                    rows.run("update due set confirmed = 1 where grant_id = ?", seen.value());
                }
            }
            case ConsentEvent.ConsentWithdrawn e -> {
                for (Withdrawn part : e.withdrawn()) {
                    if (part.purpose() == Purpose.RECOGNITION) {
                        rows.run(
                                "delete from due where grant_id = ?",
                                part.grant().value());
                    }
                }
                revoked(person, e.revocation(), e.at());
                evidenceSince(person, e.at());
            }
            case ConsentEvent.ConsentRefused e -> revoked(person, e.revocation(), e.at());
            case ConsentEvent.ConsentExpired e -> {
                rows.run("delete from due where grant_id = ?", e.grant().value());
                rows.todo(TodoKind.REVOCATION, person, Integer.toString(e.revocation()), e.at());
                evidenceSince(person, e.at());
            }
            case ConsentEvent.ProcessingRestricted e -> {
                rows.run("update standing set restricted = restricted + 1 where person = ?", person);
                restriction(person, e.at());
                revoked(person, e.revocation(), e.at());
            }
            case ConsentEvent.RestrictionLifted e -> {
                rows.run("update standing set restricted = restricted - 1 where person = ?", person);
                restriction(person, e.at());
                evidenceSince(person, e.at());
            }
            // the same rows as for a restriction, so that lists of work do not tell one from the other
            case ConsentEvent.SafeguardingOrdered e -> {
                rows.run("update standing set restricted = restricted + 1 where person = ?", person);
                restriction(person, e.at());
                revoked(person, e.revocation(), e.at());
            }
            case ConsentEvent.SafeguardingEnded e -> {
                rows.run("update standing set restricted = restricted - 1 where person = ?", person);
                restriction(person, e.at());
                evidenceSince(person, e.at());
            }
            case ConsentEvent.SafeguardingEndAsked e -> {}
            case ConsentEvent.RepresentationDisputed e -> {
                rows.run("update standing set disputes = disputes + 1 where person = ?", person);
                revoked(person, e.revocation(), e.at());
            }
            case ConsentEvent.RepresentationSettled e ->
                rows.run("update standing set disputes = disputes - 1 where person = ?", person);
            case ConsentEvent.ErasureRequested e -> ended(person, e.revocation(), e.at());
            case ConsentEvent.DeathRecorded e -> ended(person, e.revocation(), e.at());
            case ConsentEvent.RevocationFollowedUp e -> rows.doneUpTo(TodoKind.REVOCATION, person, e.upTo());
            case ConsentEvent.ErasureOrdered e -> {
                switch (e.scope()) {
                    case RECOGNITION -> {
                        rows.run("delete from faceprint where person = ?", person);
                        portraits.notNeeded(person);
                    }
                    case EVIDENCE -> rows.run("delete from evidence where person = ?", person);
                    case IDENTITY -> {
                        rows.run("delete from formerly where person = ?", person);
                        // that the face was compared still counts, with whom does not matter any more
                        rows.run("update comparison set person = '' where person = ?", person);
                        rows.run("delete from listed where person = ?", person);
                    }
                    case PHOTO, STAFF, EDITORIAL -> {}
                }
                rows.todo(
                        TodoKind.ERASURE, person, e.scope().name() + ":" + e.keyGeneration(), e.at(), asked(e.cause()));
            }
            case ConsentEvent.ElementHeld e -> {
                rows.run(
                        "insert or replace into hold values (?, ?, ?, ?)",
                        person,
                        e.element().name(),
                        Rows.millis(e.at()),
                        Rows.millis(e.until()));
                lookAgain(person, e.element());
            }
            case ConsentEvent.HoldReleased e -> {
                notHeld(person, e.element());
                lookAgain(person, e.element());
            }
            case ConsentEvent.FaceprintEnrolled e -> {
                rows.run(
                        "insert or ignore into faceprint values (?, ?, ?, ?)",
                        e.faceprint().value(),
                        person,
                        e.keyGeneration(),
                        e.pack());
                portraits.notNeeded(person);
            }
            case ConsentEvent.FaceprintsRetired e -> portraits.on(e);
            // what was wrong is destroyed, now or after a crash by the removal of what no event names
            case ConsentEvent.IdentityCorrected e ->
                rows.run("delete from named where record = ?", e.former().value());
            case ConsentEvent.RepresentativeCorrected e ->
                rows.run("delete from named where record = ?", e.former().value());
            case ConsentEvent.ProtectionRaised e -> {
                circumstances(person, e.right());
                for (GrantId ended : e.ended()) {
                    rows.run("delete from due where grant_id = ?", ended.value());
                }
                revoked(person, e.revocation(), e.at());
                evidenceSince(person, e.at());
            }
            case ConsentEvent.ConsentInvalidated e -> {
                for (EndedGrant ended : e.ended()) {
                    rows.run("delete from due where grant_id = ?", ended.grant().value());
                }
                revoked(person, e.revocation(), e.at());
                evidenceSince(person, e.at());
            }
            case ConsentEvent.ProtectionLowered e -> circumstances(person, e.right());
            case ConsentEvent.LoweringAsked e -> {}
            case ConsentEvent.RepresentativeAdded e -> {}
            case ConsentEvent.MatchAccepted e -> {}
            case ConsentEvent.UseAuthorised e -> {}
            case ConsentEvent.UseReleased e -> {}
            case ConsentEvent.PhotoTreatmentOrdered e -> {}
            case ConsentEvent.PhotosLeft e -> {}
            case ConsentEvent.KeyDestroyed e -> notHeld(person, e.scope());
        }
    }

    private void notHeld(String person, KeyScope element) throws SQLException {
        rows.run("delete from hold where person = ? and element = ?", person, element.name());
    }

    private void circumstances(String person, Circumstances right) throws SQLException {
        rows.run(
                "update standing set minor = ?, patient = ? where person = ?",
                right.ageGroup() == AgeGroup.MINOR,
                right.capacity() == Capacity.PATIENT,
                person);
    }

    /** The clock of the evidence runs from the last end of a consent; a new consent stops it. */
    private void evidenceSince(String person, Instant at) throws SQLException {
        rows.run("insert or replace into evidence values (?, ?)", person, Rows.millis(at));
    }

    private void due(String person, GrantId grant, Terms terms, int generation, Signature signature)
            throws SQLException {
        if (generation > 0) {
            rows.run("insert or ignore into minted values (?, ?)", person, generation);
        }
        rows.run(
                "insert or ignore into due values (?, ?, ?, ?, ?, ?)",
                grant.value(),
                person,
                terms.purpose() == Purpose.RECOGNITION,
                generation,
                Rows.millis(terms.term().ends()),
                signature.method().showsWho());
    }

    private void ended(String person, int revocation, Instant at) throws SQLException {
        rows.run("update standing set ended = 1 where person = ?", person);
        rows.run("delete from due where person = ?", person);
        revoked(person, revocation, at);
        evidenceSince(person, at);
    }

    private void restriction(String person, Instant at) throws SQLException {
        rows.todo(TodoKind.RESTRICTION, person, Long.toString(at.toEpochMilli()), at);
    }

    private void revoked(String person, int revocation, Instant at) throws SQLException {
        rows.todo(TodoKind.REVOCATION, person, Integer.toString(revocation), at, true);
    }

    private static boolean asked(ErasureCause cause) {
        return switch (cause) {
            case WITHDRAWAL, REQUEST, DEATH, NO_VALID_CONSENT -> true;
            case EXPIRY, COMPROMISE -> false;
        };
    }

    /** An order that waits for the end of a hold is looked at anew when the hold is another one, or gone. */
    private void lookAgain(String person, KeyScope element) throws SQLException {
        rows.run(
                "update todo set not_before = 0 where kind = ? and subject = ? and detail like ?",
                TodoKind.ERASURE.name(),
                person,
                element.name() + ":%");
    }
}
