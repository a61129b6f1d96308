package org.quitclaim.command.dispatch;

import org.quitclaim.access.Actor;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.breach.BreachRejection;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.TokenId;

/** Whether two people are needed, and who counts as one of them. */
public final class TwoPeople {
    private TwoPeople() {}

    /** Whether the organisation asks for two; unless its history says that one person is enough, it does. */
    public static boolean required(Streams streams, Installation installation) {
        return !(streams.governance(installation.id()) instanceof Founded founded) || founded.twoPeopleRequired();
    }

    /** The account, unless it is a machine's, which agrees with whoever runs it. */
    public static AccountId human(Actor actor) {
        return switch (actor.id()) {
            case AccountId account -> account;
            case TokenId machine -> throw new RejectedException(BreachRejection.NOT_A_PERSON);
        };
    }
}
