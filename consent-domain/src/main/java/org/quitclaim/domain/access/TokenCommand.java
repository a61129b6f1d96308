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

    /** After a restore: it may have been revoked since, so it opens nothing until somebody confirms it. */
    record DoubtToken(TokenId token) implements TokenCommand {}

    /** @param alone whether one person may make such a token, and so may say that it still holds */
    record ConfirmToken(TokenId token, boolean alone) implements TokenCommand {}

    record LapseToken(TokenId token) implements TokenCommand {}

    record ForgetToken(TokenId token) implements TokenCommand {}
}
