package org.quitclaim.command.dispatch;

import java.util.UUID;
import org.quitclaim.access.Actor;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.vault.Accessor;

/** Whose word a request is. */
public final class Origins {
    private Origins() {}

    public static Origin of(Actor actor) {
        return new Origin(actor.id().value(), role(actor), UUID.randomUUID().toString(), "");
    }

    public static String role(Actor actor) {
        return actor.roles().stream().sorted().findFirst().map(Enum::name).orElse("NONE");
    }

    public static Accessor accessor(Actor actor) {
        return new Accessor.Staff(actor.id());
    }

    /** The portrayed person, through a link of their own. */
    public static Origin of(PersonId person) {
        return new Origin(person.value(), Origin.PERSON, UUID.randomUUID().toString(), "");
    }
}
