package org.quitclaim.domain.access;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.access.TokenCommand.AgreeToToken;
import org.quitclaim.domain.access.TokenCommand.AskToken;
import org.quitclaim.domain.access.TokenCommand.ConfirmToken;
import org.quitclaim.domain.access.TokenCommand.DoubtToken;
import org.quitclaim.domain.access.TokenCommand.ForgetToken;
import org.quitclaim.domain.access.TokenCommand.LapseToken;
import org.quitclaim.domain.access.TokenCommand.RevokeToken;
import org.quitclaim.domain.access.TokenEvent.TokenAsked;
import org.quitclaim.domain.access.TokenEvent.TokenConfirmed;
import org.quitclaim.domain.access.TokenEvent.TokenDoubted;
import org.quitclaim.domain.access.TokenEvent.TokenForgotten;
import org.quitclaim.domain.access.TokenEvent.TokenGranted;
import org.quitclaim.domain.access.TokenEvent.TokenLapsed;
import org.quitclaim.domain.access.TokenEvent.TokenRevoked;
import org.quitclaim.domain.access.TokenState.Active;
import org.quitclaim.domain.access.TokenState.Asked;
import org.quitclaim.domain.access.TokenState.Forgotten;
import org.quitclaim.domain.access.TokenState.Revoked;
import org.quitclaim.domain.access.TokenState.Unknown;

/** Decides about the token of a machine. */
public final class TokenDecisions {
    private TokenDecisions() {}

    public static Decision<TokenEvent> decide(TokenState state, TokenCommand command, Instant at) {
        return switch (state) {
            case Unknown none ->
                command instanceof AskToken ask ? ask(ask, at) : Decision.reject(StaffRejection.UNKNOWN_TOKEN);
            case Asked asked -> decideAsked(asked, command, at);
            case Active active -> decideActive(active, command, at);
            case Revoked revoked ->
                command instanceof ForgetToken
                        ? Decision.accept(new TokenForgotten(revoked.token(), at))
                        : over(command);
            case Forgotten gone -> over(command);
        };
    }

    private static Decision<TokenEvent> over(TokenCommand command) {
        return Decision.reject(
                command instanceof AskToken ? StaffRejection.TOKEN_EXISTS : StaffRejection.UNKNOWN_TOKEN);
    }

    private static Decision<TokenEvent> ask(AskToken c, Instant at) {
        return Decision.accept(
                c.alone()
                        ? new TokenGranted(c.token(), c.powers(), List.of(c.by().account()), List.of(c.by().line()), at)
                        : new TokenAsked(c.token(), c.powers(), c.by(), at.plus(AgreementRules.WITHIN), at));
    }

    private static Decision<TokenEvent> decideAsked(Asked asked, TokenCommand command, Instant at) {
        return switch (command) {
            case AgreeToToken c -> agree(asked, c, at);
            case RevokeToken c -> Decision.accept(new TokenLapsed(asked.token(), at));
            case LapseToken c ->
                at.isBefore(asked.until())
                        ? Decision.reject(StaffRejection.NOT_OVER)
                        : Decision.accept(new TokenLapsed(asked.token(), at));
            // nobody agrees to what may have been taken back
            case DoubtToken c -> Decision.accept(new TokenLapsed(asked.token(), at));
            case ConfirmToken c -> Decision.reject(StaffRejection.NOT_IN_DOUBT);
            case AskToken c -> over(command);
            case ForgetToken c -> over(command);
        };
    }

    private static Decision<TokenEvent> decideActive(Active active, TokenCommand command, Instant at) {
        return switch (command) {
            case RevokeToken c -> Decision.accept(new TokenRevoked(active.token(), at));
            case ForgetToken c ->
                at.isBefore(active.powers().ends())
                        ? Decision.reject(StaffRejection.NOT_OVER)
                        : Decision.accept(new TokenForgotten(active.token(), at));
            case DoubtToken c ->
                active.doubted()
                        ? Decision.reject(StaffRejection.NOTHING_CHANGES)
                        : Decision.accept(new TokenDoubted(active.token(), at));
            case ConfirmToken c -> confirm(active, c, at);
            case AgreeToToken c -> Decision.reject(StaffRejection.NOTHING_ASKED);
            case LapseToken c -> Decision.reject(StaffRejection.NOT_OVER);
            case AskToken c -> over(command);
        };
    }

    private static Decision<TokenEvent> confirm(Active active, ConfirmToken command, Instant at) {
        if (!active.doubted()) {
            return Decision.reject(StaffRejection.NOT_IN_DOUBT);
        }
        return command.alone()
                ? Decision.accept(new TokenConfirmed(active.token(), at))
                : Decision.reject(StaffRejection.MAKE_ANEW);
    }

    private static Decision<TokenEvent> agree(Asked asked, AgreeToToken command, Instant at) {
        Voucher by = command.by();
        if (!at.isBefore(asked.until())) {
            return Decision.reject(StaffRejection.NOTHING_ASKED);
        }
        return AgreementRules.against(asked.by(), by, command.askerStands())
                .<Decision<TokenEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(new TokenGranted(
                        asked.token(),
                        asked.powers(),
                        List.of(asked.by().account(), by.account()),
                        AgreementRules.line(asked.by(), by).stream().toList(),
                        at)));
    }

    public static TokenState evolve(TokenState state, TokenEvent event) {
        return switch (event) {
            case TokenAsked e -> new Asked(e.token(), e.powers(), e.by(), e.until());
            case TokenGranted e ->
                new Active(e.token(), e.powers(), e.by(), e.line().stream().findFirst(), e.at(), false);
            case TokenDoubted e -> state instanceof Active active ? active.inDoubt() : state;
            case TokenConfirmed e -> state instanceof Active active ? active.confirmed(e.at()) : state;
            case TokenLapsed e -> new Forgotten(e.token(), state.makers());
            case TokenRevoked e -> new Revoked(e.token(), state.makers(), e.at());
            case TokenForgotten e -> new Forgotten(e.token(), state.makers());
        };
    }
}
