package org.quitclaim.domain.vault;

import org.quitclaim.domain.MalformedId;
import org.quitclaim.domain.OpaqueId;

/** Names whoever works with the system: a member of staff by an account, or a machine by a token. */
public sealed interface ActorId extends OpaqueId permits AccountId, TokenId {

    /** @throws MalformedId if it is neither */
    static ActorId of(String value) {
        return value.startsWith(TokenId.PREFIX) ? new TokenId(value) : new AccountId(value);
    }

    /** Whether it has one of the two forms. */
    static boolean names(String value) {
        return value.startsWith(TokenId.PREFIX) || value.startsWith(AccountId.PREFIX);
    }
}
