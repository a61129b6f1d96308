package org.quitclaim.command.staff;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.token.ServiceTokens;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.Previews;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.access.StaffRejection;
import org.quitclaim.domain.access.TokenPowers;
import org.quitclaim.domain.access.TokenState;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Service tokens over HTTP: one person makes a token that shows nobody, two make any other. */
@RestController
@RequestMapping("/api/service-tokens")
class TokensController {
    private final TokenDesk desk;
    private final ServiceTokens tokens;
    private final Streams streams;
    private final Creations creations;
    private final Previews previews;

    TokensController(TokenDesk desk, ServiceTokens tokens, Streams streams, Creations creations, Vault vault) {
        this.desk = desk;
        this.tokens = tokens;
        this.streams = streams;
        this.creations = creations;
        this.previews = new Previews(vault);
    }

    record NewToken(
            @Nullable String name,
            @Nullable Set<Scope> scopes,
            @Nullable Set<Role> roles,
            @Nullable Instant ends) {
        @Override
        public String toString() {
            return "NewToken[" + scopes + roles + "]";
        }
    }

    /**
     * @param agreementNeededBy when the request lapses; until somebody agrees the secret opens nothing
     * @param token the secret, shown once: when the same request comes again it is not shown again
     */
    record Made(
            TokenId tokenId,
            @Nullable Instant agreementNeededBy,
            @Nullable String token,
            boolean secretShown) {
        @Override
        public String toString() {
            return "Made[" + tokenId + "]";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    Made ask(
            @RequestBody NewToken wanted,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key,
            Actor actor)
            throws VaultException {
        String name = Input.name(wanted.name(), "name");
        Instant ends = Input.need(wanted.ends(), "ends");
        Set<Scope> scopes = wanted.scopes() == null ? Set.of() : wanted.scopes();
        Set<Role> roles = wanted.roles() == null ? Set.of() : wanted.roles();
        TokenId id = creations.id(key, Origins.of(actor), "service-tokens", TokenId.PREFIX, TokenId::new);
        return desk.ask(id, name, roles, scopes, ends, actor)
                .map(made -> new Made(id, made.until().orElse(null), made.secret(), true))
                .orElseGet(() -> new Made(id, until(id), null, true));
    }

    private @Nullable Instant until(TokenId id) {
        return streams.token(id) instanceof TokenState.Asked asked ? asked.until() : null;
    }

    /**
     * @param by who made it, or asks for it: one person, or who asked and who agreed
     * @param onTheWordOf the account whose word alone stands behind it; null where two people on two words made it
     * @param lastUse to the hour; null when it was not used yet
     */
    record Listed(
            TokenId tokenId,
            String standing,
            String name,
            Set<Scope> scopes,
            Set<Role> roles,
            @Nullable Instant ends,
            List<AccountId> by,
            boolean madeByOnePerson,
            @Nullable AccountId onTheWordOf,
            @Nullable Instant agreementNeededBy,
            @Nullable Instant lastUse) {
        @Override
        public String toString() {
            return "Listed[" + tokenId + "]";
        }
    }

    @GetMapping
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    List<Listed> list(Actor viewer) throws VaultException {
        Map<TokenId, String> names = tokens.names(viewer.reason(AccessPurpose.DISPLAY));
        return tokens.held().stream()
                .sorted(Comparator.comparing(TokenId::value))
                .flatMap(id -> listed(id, names.getOrDefault(id, "")).stream())
                .toList();
    }

    /** What has a damaged history opens nothing, and hides no other. */
    private Optional<Listed> listed(TokenId id, String name) {
        try {
            return read(id, name);
        } catch (StreamDamaged e) {
            return Optional.of(new Listed(
                    id, "DAMAGED", name, Set.of(), Set.of(), null, List.of(), false, null, null, lastUse(id)));
        }
    }

    private Optional<Listed> read(TokenId id, String name) {
        return switch (streams.token(id)) {
            case TokenState.Active active ->
                Optional.of(listed(
                        id,
                        active.doubted() ? "IN_DOUBT" : "ACTIVE",
                        name,
                        active.powers(),
                        active.by(),
                        active.madeByOnePerson(),
                        active.line().orElse(null),
                        null));
            case TokenState.Asked asked ->
                Optional.of(listed(
                        id, "ASKED", name, asked.powers(), List.of(asked.by().account()), false, null, asked.until()));
            case TokenState.Revoked revoked ->
                Optional.of(new Listed(
                        id, "REVOKED", name, Set.of(), Set.of(), null, List.of(), false, null, null, lastUse(id)));
            case TokenState.Unknown unknown -> Optional.empty();
            case TokenState.Forgotten gone -> Optional.empty();
        };
    }

    private Listed listed(
            TokenId id,
            String standing,
            String name,
            TokenPowers powers,
            List<AccountId> by,
            boolean onePerson,
            @Nullable AccountId word,
            @Nullable Instant until) {
        return new Listed(
                id,
                standing,
                name,
                new TreeSet<>(powers.scopes()),
                new TreeSet<>(Role.of(powers.roles())),
                powers.ends(),
                by,
                onePerson,
                word,
                until,
                lastUse(id));
    }

    private @Nullable Instant lastUse(TokenId id) {
        return tokens.lastUse(id).orElse(null);
    }

    @PostMapping("/{id}/agreement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    void agree(@PathVariable String id, Actor actor) throws VaultException {
        desk.agree(new TokenId(id), actor);
    }

    /** After a restore that lacks nos: it was not revoked since. */
    @PostMapping("/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    void confirm(@PathVariable String id, Actor actor) throws VaultException {
        desk.confirm(new TokenId(id), actor);
    }

    /**
     * What opens nothing any more, for good.
     *
     * @param lastUse to the hour: what used it then will be refused
     * @param confirm to be sent along with the order
     */
    record Removal(
            Set<Scope> scopes,
            Set<Role> roles,
            Instant ends,
            @Nullable Instant lastUse,
            String confirm) {}

    /** What it would do; changes nothing. */
    @GetMapping("/{id}/removal")
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    Removal removal(@PathVariable String id) {
        TokenId token = new TokenId(id);
        return switch (streams.token(token)) {
            case TokenState.Active active -> removal(token, active.powers());
            case TokenState.Asked asked -> removal(token, asked.powers());
            case TokenState.Unknown u -> throw new RejectedException(StaffRejection.UNKNOWN_TOKEN);
            case TokenState.Revoked r -> throw new RejectedException(StaffRejection.UNKNOWN_TOKEN);
            case TokenState.Forgotten f -> throw new RejectedException(StaffRejection.UNKNOWN_TOKEN);
        };
    }

    private Removal removal(TokenId token, TokenPowers powers) {
        Set<Scope> scopes = new TreeSet<>(powers.scopes());
        Set<Role> roles = new TreeSet<>(Role.of(powers.roles()));
        String word = previews.word("token-removal", token.value() + '\n' + scopes + '\n' + roles);
        return new Removal(scopes, roles, powers.ends(), lastUse(token), word);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    void revoke(
            @PathVariable String id,
            @RequestParam(name = "confirm", required = false) @Nullable String confirm,
            Actor actor)
            throws VaultException {
        Previews.require(() -> removal(id).confirm(), confirm);
        desk.revoke(new TokenId(id), actor);
    }
}
