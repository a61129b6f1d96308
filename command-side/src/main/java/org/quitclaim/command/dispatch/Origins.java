package org.quitclaim.command.dispatch;

import org.quitclaim.access.Actor;
import org.quitclaim.access.Correlation;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.vault.Accessor;

/** Whose word a request is. */
public final class Origins {
    private Origins() {}

    public static Origin of(Actor actor) {
        return request(actor.id().value(), role(actor));
    }

    public static String role(Actor actor) {
        return actor.actingAs().name();
    }

    public static Accessor accessor(Actor actor) {
        return new Accessor.Staff(actor.id());
    }

    /** The data subject, through a link of their own. */
    public static Origin of(PersonId person) {
        return request(person.value(), Origin.PERSON);
    }

    /** Whoever signs for a data subject, through the data subject's link. */
    public static Origin of(RepresentativeId representative) {
        return request(representative.value(), Origin.REPRESENTATIVE);
    }

    private static Origin request(String actor, String role) {
        return new Origin(actor, role, "", "", Correlation.ofRequest(), Origin.REQUEST);
    }
}
