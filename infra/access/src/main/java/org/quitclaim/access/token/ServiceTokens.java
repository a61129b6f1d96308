package org.quitclaim.access.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.ActorAuthentication;
import org.quitclaim.access.CreationBits;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.RoleRules;
import org.quitclaim.access.account.StaffRecords;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.InstallationSecrets;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Secrets by which machines are known.
 *
 * <p><b>Shape:</b> {@code qct_} and 43 characters of Base64url: 256 random bits, so that no slow hash is needed.
 *
 * <p><b>Guarantees:</b> only a keyed digest is kept, sealed; memory holds that digest and the roles. Comparing digests by
 * hash table leaks nothing that helps without the installation's key.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class ServiceTokens {
    private static final Pattern FORM = Pattern.compile("qct_[A-Za-z0-9_-]{43}");
    private static final String PREFIX = "qct_";
    private static final String DIGEST = "service-token";
    private static final AccessReason LOADING = new AccessReason(
            new Accessor.SystemTask("token-loading"), Role.SERVICE.name(), AccessPurpose.AUTHENTICATION);

    private final InstallationSecrets secrets;
    private final StaffRecords records;
    private final Map<String, ActorAuthentication> byDigest = new ConcurrentHashMap<>();

    public ServiceTokens(Vault vault, StaffRecords records) throws VaultException {
        this.secrets = vault.secrets();
        this.records = records;
        records.openAll(StaffRecords.SERVICE_TOKEN, SealedToken.class, LOADING).forEach(this::remember);
    }

    /** A token that was just made; the secret is in nobody else's hands and kept nowhere. */
    public record Made(TokenId id, String token) {
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /**
     * Makes a token with these roles, SERVICE and these scopes.
     *
     * @throws RejectedException with {@code access.no-role} or {@code access.roles-conflict}
     */
    public Made make(Set<Role> roles, Set<Scope> scopes) throws VaultException {
        return make(roles, scopes, CreationBits.random());
    }

    /** The same token again for the same bits, unless it was revoked. */
    synchronized Made make(Set<Role> roles, Set<Scope> scopes, CreationBits bits) throws VaultException {
        Set<Role> all = RoleRules.requireForService(roles, scopes);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits.of("secret"));
        TokenId id = IdMint.fromMac(bits.of("id"), TokenId.PREFIX, TokenId::new);
        SealedToken sealed = new SealedToken(id.value(), digest(token), all, scopes);
        if (!byDigest.containsKey(sealed.digest())) {
            remember(seal(id, sealed), sealed);
        }
        return new Made(id, token);
    }

    /** A revoked token's key is destroyed, so that repeating the request for it brings nothing back. */
    private RecordId seal(TokenId id, SealedToken sealed) throws VaultException {
        try {
            return records.seal(id, StaffRecords.SERVICE_TOKEN, sealed, List.of());
        } catch (VaultException.KeyNotActive e) {
            throw new RejectedException(AccessRejection.UNKNOWN_TOKEN);
        }
    }

    CreationBits bits(Actor actor, @Nullable String key) {
        return CreationBits.of(secrets, actor, "service-tokens", key);
    }

    /** Whose token this is; empty if it is nobody's. */
    public Optional<ActorAuthentication> verify(String token) {
        return FORM.matcher(token).matches() ? Optional.ofNullable(byDigest.get(digest(token))) : Optional.empty();
    }

    /** Whether what {@link #verify} answered would be answered again. */
    public boolean stands(ActorAuthentication known) {
        return byDigest.values().stream()
                .anyMatch(one ->
                        one.provenBy().equals(known.provenBy()) && one.actor().equals(known.actor()));
    }

    /** @throws RejectedException with {@code access.unknown-token} */
    public void revoke(TokenId id) throws VaultException {
        if (byDigest.values().stream().noneMatch(one -> one.actor().id().equals(id))) {
            throw new RejectedException(AccessRejection.UNKNOWN_TOKEN);
        }
        records.shred(id);
        byDigest.values().removeIf(one -> one.actor().id().equals(id));
    }

    private void remember(RecordId record, SealedToken sealed) {
        byDigest.put(sealed.digest(), new ActorAuthentication(sealed.actor(), record, false));
    }

    private String digest(String token) {
        byte[] mac = secrets.mac(DIGEST, token.getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(mac);
    }
}
