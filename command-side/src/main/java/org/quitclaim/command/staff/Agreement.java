package org.quitclaim.command.staff;

import org.quitclaim.access.Actor;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.dispatch.TwoPeople;
import org.quitclaim.domain.access.Voucher;

/** On whose word something is asked, and whether that is enough. */
final class Agreement {
    private static final int OFFICERS = 2;

    private final Accounts accounts;
    private final Streams streams;
    private final Installation installation;

    Agreement(Accounts accounts, Streams streams, Installation installation) {
        this.accounts = accounts;
        this.streams = streams;
        this.installation = installation;
    }

    Voucher voucher(Actor actor) {
        return TwoPeople.voucher(streams, actor);
    }

    /** Until two officers exist an administrator acts alone, and where the organisation said that one person is enough. */
    boolean alone(Voucher by) {
        return by.administrator() && !(officers() >= OFFICERS && TwoPeople.required(streams, installation));
    }

    private long officers() {
        return accounts.all().stream()
                .filter(one -> one.actor().is(Role.COMPLIANCE_OFFICER))
                .count();
    }
}
