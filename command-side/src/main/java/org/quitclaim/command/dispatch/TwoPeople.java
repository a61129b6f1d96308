package org.quitclaim.command.dispatch;

import org.quitclaim.access.Actor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.breach.BreachRejection;
import org.quitclaim.domain.vault.AccountId;

/** Who counts as one of two people. */
public final class TwoPeople {
    private TwoPeople() {}

    /** The account, unless it is a machine's, which agrees with whoever runs it. */
    public static AccountId human(Actor actor) {
        if (actor.roles().contains(Role.SERVICE)) {
            throw new RejectedException(BreachRejection.NOT_A_PERSON);
        }
        return actor.id();
    }
}
