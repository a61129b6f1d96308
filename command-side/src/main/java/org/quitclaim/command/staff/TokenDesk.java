package org.quitclaim.command.staff;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.access.Actor;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.RoleRules;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.token.ServiceTokens;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.Leftovers;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.access.StaffRejection;
import org.quitclaim.domain.access.TokenCommand.AgreeToToken;
import org.quitclaim.domain.access.TokenCommand.AskToken;
import org.quitclaim.domain.access.TokenCommand.ConfirmToken;
import org.quitclaim.domain.access.TokenCommand.DoubtToken;
import org.quitclaim.domain.access.TokenCommand.RevokeToken;
import org.quitclaim.domain.access.TokenPowers;
import org.quitclaim.domain.access.TokenState;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.vault.VaultException;

/**
 * Carries out orders about tokens: records the decision, and then tells the door.
 *
 * <p><b>Guarantees:</b> as {@link AccountDesk}.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class TokenDesk {
    private final ServiceTokens tokens;
    private final Agreement agreement;
    private final Commands commands;
    private final Streams streams;
    private final Clock clock;
    private final StaffSettings settings;
    private final Leftovers leftovers;

    TokenDesk(
            ServiceTokens tokens,
            Agreement agreement,
            Commands commands,
            Streams streams,
            Clock clock,
            StaffSettings settings,
            Leftovers leftovers) {
        this.tokens = tokens;
        this.agreement = agreement;
        this.commands = commands;
        this.streams = streams;
        this.clock = clock;
        this.settings = settings;
        this.leftovers = leftovers;
    }

    /**
     * What came of a request for a token.
     *
     * @param secret opens nothing before somebody agreed, where that is needed
     */
    public record Issued(String secret, Optional<Instant> until) {
        @Override
        public String toString() {
            return "Issued[hidden]";
        }
    }

    /** Empty if this token was asked for before: its secret was shown. */
    public synchronized Optional<Issued> ask(
            TokenId id, String name, Set<Role> roles, Set<Scope> scopes, Instant ends, Actor actor)
            throws VaultException {
        RoleRules.requireForService(roles, scopes);
        TokenPowers powers = new TokenPowers(scopes, Role.given(roles), requireEnd(ends));
        Voucher by = agreement.voucher(actor);
        if (!(streams.token(id) instanceof TokenState.Unknown)) {
            return Optional.empty();
        }
        boolean alone = alone(by, powers);
        if (!alone) {
            agreement.requireSomebodyWhoCanAgree(by);
        }
        String secret = tokens.seal(id, name);
        try {
            commands.send(new AskToken(id, powers, by, alone), Origins.of(actor));
        } catch (RuntimeException e) {
            tokens.forget(id);
            throw e;
        }
        settle(id);
        return Optional.of(new Issued(
                secret,
                streams.token(id) instanceof TokenState.Asked asked ? Optional.of(asked.until()) : Optional.empty()));
    }

    private boolean alone(Voucher by, TokenPowers powers) {
        return agreement.alone(by) || agreement.administers(by) && !powers.takesTwo();
    }

    /** It was not revoked while nobody can tell, says whoever may make such a token alone. */
    synchronized void confirm(TokenId id, Actor actor) throws VaultException {
        if (!(streams.token(id) instanceof TokenState.Active active)) {
            throw new RejectedException(StaffRejection.UNKNOWN_TOKEN);
        }
        boolean alone = alone(agreement.voucher(actor), active.powers());
        commands.send(new ConfirmToken(id, alone), Origins.of(actor));
        settle(id);
    }

    /** As {@link AccountDesk#doubt}. */
    synchronized void doubt(TokenId id, Instant noted, Origin origin) {
        boolean before = switch (streams.token(id)) {
            case TokenState.Active active -> !active.opened().isAfter(noted);
            case TokenState.Asked asked -> !asked.asked().isAfter(noted);
            case TokenState.Unknown unknown -> false;
            case TokenState.Revoked revoked -> false;
            case TokenState.Forgotten gone -> false;
        };
        if (before) {
            commands.offer(new DoubtToken(id), origin);
        }
    }

    private Instant requireEnd(Instant ends) {
        Instant now = clock.instant();
        Instant latest =
                now.atZone(ZoneOffset.UTC).plus(settings.longestToken()).toInstant();
        return Input.parse(() -> {
            if (!ends.isAfter(now) || ends.isAfter(latest)) {
                throw new IllegalArgumentException(
                        "A token ends in the future, and within " + settings.longestToken() + ".");
            }
            return ends;
        });
    }

    /** Without its sealed record nobody could list it or revoke it: nothing is recorded then. */
    synchronized void agree(TokenId id, Actor actor) throws VaultException {
        if (!tokens.held().contains(id)) {
            throw new RejectedException(StaffRejection.UNKNOWN_TOKEN);
        }
        Voucher by = agreement.voucher(actor);
        boolean askerStands = !(streams.token(id) instanceof TokenState.Asked asked)
                || agreement.stands(asked.by().account());
        commands.send(new AgreeToToken(id, by, askerStands), Origins.of(actor));
        settle(id);
    }

    synchronized void revoke(TokenId id, Actor actor) throws VaultException {
        commands.send(new RevokeToken(id), Origins.of(actor));
        settle(id);
    }

    /** Brings the door in line with the history: after an order, and for every record at a start. */
    synchronized void settle(TokenId id) throws VaultException {
        switch (streams.token(id)) {
            case TokenState.Active active -> {
                TokenPowers powers = active.powers();
                if (active.doubted()) {
                    tokens.doubt(id);
                } else {
                    tokens.admit(id, Role.of(powers.roles()), powers.scopes(), powers.ends());
                }
            }
            case TokenState.Asked asked ->
                tokens.await(id, asked.until(), () -> stillStands(asked.by().account()));
            case TokenState.Revoked revoked -> tokens.close(id);
            case TokenState.Unknown unknown -> {
                if (leftovers.mayBeDestroyed()) {
                    tokens.forget(id);
                }
            }
            case TokenState.Forgotten gone -> tokens.forget(id);
        }
    }

    /** In doubt nobody can agree. */
    private boolean stillStands(AccountId asker) {
        try {
            return agreement.stands(asker);
        } catch (StreamDamaged e) {
            return false;
        }
    }
}
