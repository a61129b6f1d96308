package org.quitclaim.command.dispatch;

import org.quitclaim.access.Actor;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.breach.BreachRejection;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.TokenId;

/** Who counts as one of two people. */
public final class TwoPeople {
    private TwoPeople() {}

    /** The account, unless it is a machine's, which agrees with whoever runs it. */
    public static AccountId human(Actor actor) {
        return switch (actor.id()) {
            case AccountId account -> account;
            case TokenId machine -> throw new RejectedException(BreachRejection.NOT_A_PERSON);
        };
    }
}
