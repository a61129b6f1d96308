package org.quitclaim.command.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.token.ServiceTokens;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.command.work.Wait;
import org.quitclaim.domain.access.AccountCommand.ForgetAccount;
import org.quitclaim.domain.access.AccountCommand.LapseAccount;
import org.quitclaim.domain.access.AccountState;
import org.quitclaim.domain.access.TokenCommand.ForgetToken;
import org.quitclaim.domain.access.TokenCommand.LapseToken;
import org.quitclaim.domain.access.TokenState;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys the key of a record of staff when the time is over for which somebody may have to know who it was, and of one
 * that was asked for and not agreed to. Also writes down when tokens were used last.
 *
 * <p><b>Guarantees:</b> the event first, then the key: after a crash in between the record is still there, and the next
 * start removes it.
 */
public final class WhenStaffRecordIsOverThenForget implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WhenStaffRecordIsOverThenForget.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final ServiceTokens tokens;
    private final AccountDesk accountDesk;
    private final TokenDesk tokenDesk;
    private final Commands commands;
    private final Streams streams;
    private final Clock clock;
    private final StaffSettings settings;
    private @Nullable Instant last;

    WhenStaffRecordIsOverThenForget(
            Accounts accounts,
            ServiceTokens tokens,
            AccountDesk accountDesk,
            TokenDesk tokenDesk,
            Commands commands,
            Streams streams,
            Clock clock,
            StaffSettings settings) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.accountDesk = accountDesk;
        this.tokenDesk = tokenDesk;
        this.commands = commands;
        this.streams = streams;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        if (last != null && !Wait.isOver(EVERY, last, now)) {
            return;
        }
        try {
            tokens.saveLastUses();
            for (AccountId id : accounts.held()) {
                try {
                    look(id, now);
                } catch (StreamDamaged e) {
                    stays(id);
                }
            }
            for (TokenId id : tokens.held()) {
                try {
                    look(id, now);
                } catch (StreamDamaged e) {
                    stays(id);
                }
            }
            last = now;
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private void look(AccountId id, Instant now) throws VaultException {
        switch (streams.account(id)) {
            case AccountState.Asked asked
            when !now.isBefore(asked.request().until()) ->
                commands.offer(new LapseAccount(id), Origin.system("staff-records"));
            case AccountState.Ended ended
            when over(ended.since(), now) -> commands.offer(new ForgetAccount(id), Origin.system("staff-records"));
            default -> {
                return;
            }
        }
        accountDesk.settle(id);
    }

    private void look(TokenId id, Instant now) throws VaultException {
        switch (streams.token(id)) {
            case TokenState.Asked asked
            when !now.isBefore(asked.until()) -> commands.offer(new LapseToken(id), Origin.system("staff-records"));
            case TokenState.Revoked revoked
            when over(revoked.since(), now) -> commands.offer(new ForgetToken(id), Origin.system("staff-records"));
            case TokenState.Active active
            when over(active.powers().ends(), now) ->
                commands.offer(new ForgetToken(id), Origin.system("staff-records"));
            default -> {
                return;
            }
        }
        tokenDesk.settle(id);
    }

    /** It opens nothing, and keeps no other from being forgotten. */
    private static void stays(ActorId id) {
        LOG.warn("The history of {} is damaged: its record stays until that is restored.", id.value());
    }

    private boolean over(Instant since, Instant now) {
        return !now.isBefore(
                since.atZone(ZoneOffset.UTC).plus(settings.nameRetention()).toInstant());
    }
}
