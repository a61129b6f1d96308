package org.quitclaim.command.staff;

import java.time.Instant;
import java.util.Optional;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.FirstAccounts;
import org.quitclaim.access.token.ServiceTokens;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.governance.GovernanceCommand.DeclareTwoPeople;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the door before the first request to exactly those whom the history knows, and to somebody at least. */
public final class StaffAtStart implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(StaffAtStart.class);

    private static final Origin GAP = Origin.system("restore").because("restore.access-in-doubt");

    private final Accounts accounts;
    private final ServiceTokens tokens;
    private final AccountDesk accountDesk;
    private final TokenDesk tokenDesk;
    private final FirstAccounts first;
    private final Commands commands;
    private final Streams streams;
    private final Installation installation;
    private final TwoPeopleSettings settings;

    StaffAtStart(
            Accounts accounts,
            ServiceTokens tokens,
            AccountDesk accountDesk,
            TokenDesk tokenDesk,
            FirstAccounts first,
            Commands commands,
            Streams streams,
            Installation installation,
            TwoPeopleSettings settings) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.accountDesk = accountDesk;
        this.tokenDesk = tokenDesk;
        this.first = first;
        this.commands = commands;
        this.streams = streams;
        this.installation = installation;
        this.settings = settings;
    }

    @Override
    public void run() {
        commands.offer(new DeclareTwoPeople(installation.id(), settings.twoPeople()), Origin.system("start"));
        Optional<Instant> gap = gap();
        try {
            for (AccountId id : accounts.held()) {
                try {
                    gap.ifPresent(noted -> accountDesk.doubt(id, noted, GAP));
                    accountDesk.settle(id);
                } catch (StreamDamaged e) {
                    staysShut(id);
                }
            }
            for (TokenId id : tokens.held()) {
                try {
                    gap.ifPresent(noted -> tokenDesk.doubt(id, noted, GAP));
                    tokenDesk.settle(id);
                } catch (StreamDamaged e) {
                    tokens.damaged(id);
                    staysShut(id);
                }
            }
            sayWhatIsShut();
            first.see(accountDesk);
            accountDesk.countOfficers(Origin.system("start"));
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private Optional<Instant> gap() {
        return streams.governance(installation.id()) instanceof Founded founded
                ? founded.doubts().accessMissing()
                : Optional.empty();
    }

    /** Until somebody grants it anew, at each start. */
    private void sayWhatIsShut() {
        long shutAccounts = accounts.doubted();
        long shutTokens = tokens.doubted();
        if (shutAccounts + shutTokens > 0) {
            LOG.warn(
                    "{} accounts and {} tokens open nothing: since a restore nobody can tell whether they hold. See"
                            + " \"Restore\" in docs/runbooks/backup-and-restore.md.",
                    shutAccounts,
                    shutTokens);
        }
    }

    /** Its end may be what is missing. */
    private static void staysShut(ActorId id) {
        LOG.warn("The history of {} is damaged: it opens nothing until that is restored.", id.value());
    }
}
