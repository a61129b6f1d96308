package org.quitclaim.access.token;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.CreationBits;
import org.quitclaim.access.Role;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.vault.VaultException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Service tokens over HTTP. */
@RestController
public final class ServiceTokenController {
    private final ServiceTokens tokens;

    public ServiceTokenController(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    record NewToken(@Nullable Set<Role> roles, @Nullable Set<Scope> scopes) {}

    record MadeToken(String tokenId, String token) {
        @Override
        public String toString() {
            return "MadeToken[" + tokenId + "]";
        }
    }

    @PostMapping("/api/service-tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(Role.ADMIN)
    MadeToken make(
            @RequestBody NewToken wanted,
            @RequestHeader(name = CreationBits.HEADER, required = false) @Nullable String key,
            Actor actor)
            throws VaultException {
        ServiceTokens.Made made = tokens.make(
                wanted.roles() == null ? Set.of() : wanted.roles(),
                wanted.scopes() == null ? Set.of() : wanted.scopes(),
                tokens.bits(actor, key));
        return new MadeToken(made.id().value(), made.token());
    }

    @DeleteMapping("/api/service-tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.ADMIN)
    void revoke(@PathVariable TokenId id) throws VaultException {
        tokens.revoke(id);
    }
}
