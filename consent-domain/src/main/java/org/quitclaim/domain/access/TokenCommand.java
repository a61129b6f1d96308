package org.quitclaim.domain.access;

import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.vault.TokenId;

/** Orders about the token of a machine. */
public sealed interface TokenCommand extends DomainCommand {
    TokenId token();

    @Override
    default TokenId target() {
        return token();
    }

    /** @param alone whether one person may make it */
    record AskToken(TokenId token, TokenPowers powers, Voucher by, boolean alone) implements TokenCommand, Creating {}

    /** @param askerStands whether whoever asked could ask today */
    record AgreeToToken(TokenId token, Voucher by, boolean askerStands) implements TokenCommand {}

    /** Takes back what was asked, if it is not there yet; else it opens nothing from now on. */
    record RevokeToken(TokenId token) implements TokenCommand {}

    record LapseToken(TokenId token) implements TokenCommand {}

    record ForgetToken(TokenId token) implements TokenCommand {}
}
