package org.quitclaim.access;

import java.util.List;
import org.quitclaim.domain.vault.RecordId;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * That an actor was recognised, in the words of Spring Security.
 *
 * <p><b>Guarantees:</b> holds no password and no name. A session ends when the sealed record it was proven against is
 * replaced or gone.
 */
@SuppressWarnings("serial") // sessions live in memory only
public final class ActorAuthentication extends AbstractAuthenticationToken {
    private final Actor actor;
    private final RecordId provenBy;
    private final boolean mustChangePassword;

    /** @param provenBy the sealed record that holds what was proven: the password's or the token's digest */
    public ActorAuthentication(Actor actor, RecordId provenBy, boolean mustChangePassword) {
        super(List.of());
        this.actor = actor;
        this.provenBy = provenBy;
        this.mustChangePassword = mustChangePassword;
        setAuthenticated(true);
    }

    public Actor actor() {
        return actor;
    }

    public RecordId provenBy() {
        return provenBy;
    }

    /** Whether the password was shown to somebody else once and has to be replaced before anything else. */
    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    @Override
    public String getName() {
        return actor.id().value();
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
