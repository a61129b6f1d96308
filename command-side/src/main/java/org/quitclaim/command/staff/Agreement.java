package org.quitclaim.command.staff;

import java.util.Set;
import org.quitclaim.access.Actor;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.KnownAccount;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.dispatch.TwoPeople;
import org.quitclaim.domain.access.AccountState;
import org.quitclaim.domain.access.AgreementRules;
import org.quitclaim.domain.access.StaffRejection;
import org.quitclaim.domain.access.StaffRole;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.governance.GovernanceState;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.vault.AccountId;

/** On whose word something is asked, and whether that is enough. */
final class Agreement {
    private static final int OFFICERS = 2;
    private static final Set<StaffRole> MAY_ASK = Set.of(StaffRole.ADMIN, StaffRole.COMPLIANCE_OFFICER);

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

    /** Whether an account could still ask: it is not over, and its roles were not taken away. */
    boolean stands(AccountId asker) {
        return streams.account(asker) instanceof AccountState.Active active
                && active.roles().stream().anyMatch(MAY_ASK::contains);
    }

    /**
     * An administrator acts alone while the installation is founded, and where the organisation said that one person is enough.
     * Once two officers existed that is over: whoever ends the accounts of officers does not become the only one who decides.
     */
    boolean alone(Voucher by) {
        return administers(by) && (founding() || !TwoPeople.required(streams, installation));
    }

    private boolean founding() {
        return founding(officers(), streams.governance(installation.id()));
    }

    /** Two that are there count before that is noted, and after a restore that forgot it. */
    static boolean founding(long officers, GovernanceState governance) {
        return officers < OFFICERS && (!(governance instanceof Founded founded) || founded.foundingStaff());
    }

    boolean twoOfficers() {
        return officers() >= OFFICERS;
    }

    /** Whether somebody else is there who could agree to what this account asks. */
    boolean somebodyCanAgree(Voucher by) {
        return accounts.all().stream()
                .map(KnownAccount::actor)
                .filter(actor -> actor.is(Role.ADMIN) || actor.is(Role.COMPLIANCE_OFFICER))
                .map(this::voucher)
                .anyMatch(
                        other -> AgreementRules.between(by, other, StaffRejection.SAME_PERSON, StaffRejection.SAME_WORD)
                                .isEmpty());
    }

    /**
     * That whoever asks does not wait for somebody who does not exist.
     *
     * @throws RejectedException with {@link StaffRejection#NOBODY_CAN_AGREE}
     */
    void requireSomebodyWhoCanAgree(Voucher by) {
        if (!somebodyCanAgree(by)) {
            throw new RejectedException(StaffRejection.NOBODY_CAN_AGREE);
        }
    }

    /** Now, and not only once. */
    boolean administers(Voucher by) {
        return streams.account(by.account()) instanceof AccountState.Active active
                && active.roles().contains(StaffRole.ADMIN);
    }

    private long officers() {
        return accounts.all().stream()
                .filter(one -> one.actor().is(Role.COMPLIANCE_OFFICER))
                .count();
    }
}
