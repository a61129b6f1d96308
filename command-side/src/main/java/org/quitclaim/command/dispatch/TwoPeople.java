package org.quitclaim.command.dispatch;

import java.util.List;
import org.quitclaim.access.Actor;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.access.AccountState;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.breach.BreachRejection;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.eventstore.StreamDamaged;

/** Whether two people are needed, and who counts as one of them. */
public final class TwoPeople {
    private TwoPeople() {}

    /** Whether the organisation asks for two; unless its history says that one person is enough, it does. */
    public static boolean required(Streams streams, Installation installation) {
        return !(streams.governance(installation.id()) instanceof Founded founded) || founded.twoPeopleRequired();
    }

    /** The account and on whose word it stands: never a machine, and nobody whose account is over. */
    public static Voucher voucher(Streams streams, Actor actor) {
        return switch (streams.account(human(actor))) {
            case AccountState.Active active -> active.voucher();
            case AccountState.Unknown u -> throw new RejectedException(AccessRejection.NOT_ALLOWED);
            case AccountState.Asked a -> throw new RejectedException(AccessRejection.NOT_ALLOWED);
            case AccountState.Ended e -> throw new RejectedException(AccessRejection.NOT_ALLOWED);
            case AccountState.Forgotten f -> throw new RejectedException(AccessRejection.NOT_ALLOWED);
        };
    }

    /**
     * The accounts that stand behind what somebody did, whether they are over or not: of a machine whoever gave it its
     * secret. None if nobody can say of all of them, and then nobody is known to be somebody else.
     */
    public static List<Voucher> behind(Streams streams, ActorId actor) {
        try {
            return switch (actor) {
                case AccountId account ->
                    streams.account(account).did().stream().toList();
                case TokenId token -> makers(streams, streams.token(token).makers());
            };
        } catch (StreamDamaged e) {
            return List.of();
        }
    }

    private static List<Voucher> makers(Streams streams, List<AccountId> accounts) {
        List<Voucher> known = accounts.stream()
                .flatMap(account -> streams.account(account).did().stream())
                .toList();
        return known.size() == accounts.size() ? known : List.of();
    }

    /** The account, unless it is a machine's, which agrees with whoever runs it. */
    public static AccountId human(Actor actor) {
        return switch (actor.id()) {
            case AccountId account -> account;
            case TokenId machine -> throw new RejectedException(BreachRejection.NOT_A_PERSON);
        };
    }
}
