package org.quitclaim.access.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.vault.TokenId;

/**
 * What is sealed about one service token. What it opens, and who agreed to it, is in its history.
 *
 * @param token its id
 * @param name what an administrator called it
 * @param digest of the secret under the installation's key, in Base64; empty where it opens nothing any more
 * @param lastUse when it was used last, to the hour, as far as that was written down; null for never
 */
record SealedToken(
        String token, String name, String digest, @Nullable Instant lastUse) {

    TokenId id() {
        return new TokenId(token);
    }

    SealedToken usedLast(@Nullable Instant when) {
        return new SealedToken(token, name, digest, when);
    }

    SealedToken withoutDigest() {
        return new SealedToken(token, name, "", lastUse);
    }

    @Override
    public String toString() {
        return "SealedToken[" + token + "]";
    }
}
