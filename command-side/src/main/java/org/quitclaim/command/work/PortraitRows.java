package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.consent.ConsentEvent.FaceprintsRetired;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.vault.RecordId;

/**
 * Who had a faceprint of an earlier model pack and has none of the one in force: a portrait has to be asked for.
 *
 * <p>{@code fresh} says that something happened since on a photo that shows the person, or to a shoot: then a face that is
 * held here may do after all.
 */
final class PortraitRows {
    private final Rows rows;

    PortraitRows(Rows rows) {
        this.rows = rows;
    }

    void on(FaceprintsRetired e) throws SQLException {
        for (RecordId record : e.faceprints()) {
            rows.run("delete from faceprint where record = ?", record.value());
            // destroyed now, or after a crash by the removal of what no event names
            rows.run("delete from named where record = ?", record.value());
        }
        if (e.left() == 0) {
            rows.run(
                    "insert or replace into portrait values (?, ?, ?, 0)",
                    e.person().value(),
                    e.keyGeneration(),
                    Rows.millis(e.at()));
        }
    }

    void notNeeded(String person) throws SQLException {
        rows.run("delete from portrait where person = ?", person);
    }

    void sighted(PersonId person) throws SQLException {
        rows.run("update portrait set fresh = 1 where person = ?", person.value());
    }

    void changed(PhotoId photo) throws SQLException {
        rows.run(
                "update portrait set fresh = 1 where exists"
                        + " (select 1 from sighting s where s.person = portrait.person and s.photo = ?)",
                photo.value());
    }

    /** Another policy of a shoot may let faces on its photos be used. */
    void policySet() throws SQLException {
        rows.run("update portrait set fresh = 1");
    }
}
