package org.quitclaim.access.token;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
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
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.access.StaffRejection;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.InstallationSecrets;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Secrets by which machines are known. What a token opens, and until when, is decided elsewhere and told by {@link #admit}:
 * a secret alone opens nothing.
 *
 * <p><b>Shape:</b> {@code qct_} and 43 characters of Base64url: 256 random bits, so that no slow hash is needed.
 *
 * <p><b>Guarantees:</b> only a keyed digest is kept, sealed. Comparing digests by hash table leaks nothing that helps
 * without the installation's key. The last use is known to the hour; written down by {@link #saveLastUses}.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class ServiceTokens {
    private static final Pattern FORM = Pattern.compile("qct_[A-Za-z0-9_-]{43}");
    private static final String PREFIX = "qct_";
    private static final String DIGEST = "service-token";
    private static final AccessReason LOADING = new AccessReason(
            new Accessor.SystemTask("token-loading"), Role.SERVICE.name(), AccessPurpose.AUTHENTICATION);

    /** What a digest stands for. */
    private record Admitted(ActorAuthentication actor, Instant ends) {}

    private record Held(RecordId record, SealedToken sealed) {}

    private final InstallationSecrets secrets;
    private final StaffRecords records;
    private final InstantSource clock;
    private final Map<TokenId, Held> held = new ConcurrentHashMap<>();
    private final Map<String, Admitted> byDigest = new ConcurrentHashMap<>();
    private final Map<String, Shut> shut = new ConcurrentHashMap<>();
    private final Map<TokenId, Instant> lastUses = new ConcurrentHashMap<>();

    public ServiceTokens(Vault vault, StaffRecords records, InstantSource clock) throws VaultException {
        this.secrets = vault.secrets();
        this.records = records;
        this.clock = clock;
        load();
    }

    /**
     * Seals a new secret, which opens nothing before it is admitted.
     *
     * @return the secret; it is in nobody else's hands and kept nowhere
     */
    public synchronized String seal(TokenId id, String name) throws VaultException {
        String secret = PREFIX
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(CreationBits.random().of("secret"));
        try {
            replace(new SealedToken(id.value(), name, digest(secret), null));
        } catch (VaultException.KeyNotActive e) {
            throw new RejectedException(StaffRejection.UNKNOWN_TOKEN);
        }
        return secret;
    }

    /** From now on until its end, whoever has the secret is this machine. */
    public synchronized void admit(TokenId id, Set<Role> roles, Set<Scope> scopes, Instant ends) {
        Held token = require(id);
        shut.remove(token.sealed().digest());
        Actor actor = new Actor(id, RoleRules.ofService(roles), scopes);
        byDigest.put(
                token.sealed().digest(), new Admitted(new ActorAuthentication(actor, token.record(), false), ends));
    }

    /** It opens nothing before it is admitted again; whoever sends it is told why. */
    public void doubt(TokenId id) {
        shut(id, new Shut.Doubted());
    }

    /** Nothing says what it opens, so it opens nothing; whoever sends it is told why. */
    public void damaged(TokenId id) {
        shut(id, new Shut.Damaged());
    }

    /**
     * It opens nothing before somebody agrees; whoever sends it is told so for as long as somebody can.
     *
     * @param askerStands whether whoever asked could ask today; else nobody can agree any more
     */
    public void await(TokenId id, Instant until, BooleanSupplier askerStands) {
        shut(id, new Shut.Waits(until, askerStands));
    }

    private synchronized void shut(TokenId id, Shut why) {
        Held token = require(id);
        byDigest.remove(token.sealed().digest());
        shut.put(token.sealed().digest(), why);
    }

    /** How many tokens are in doubt. */
    public long doubted() {
        return shut.values().stream().filter(Shut.Doubted.class::isInstance).count();
    }

    /** Why a secret that {@link #verify} did not answer opens nothing; empty where only a token that is there could be told. */
    Optional<Rejection> whyNot(String secret) {
        if (!FORM.matcher(secret).matches()) {
            return Optional.empty();
        }
        String digest = digest(secret);
        return byDigest.containsKey(digest)
                ? Optional.of(AccessRejection.TOKEN_OVER)
                : Optional.ofNullable(shut.get(digest)).flatMap(why -> why.at(clock.instant()));
    }

    /** Whose secret this is; empty if it is nobody's, or its time is over. */
    public Optional<ActorAuthentication> verify(String secret) {
        if (!FORM.matcher(secret).matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<ActorAuthentication> known = Optional.ofNullable(byDigest.get(digest(secret)))
                .filter(admitted -> now.isBefore(admitted.ends()))
                .map(Admitted::actor);
        known.ifPresent(machine -> {
            if (machine.actor().id() instanceof TokenId id) {
                lastUses.put(id, now.truncatedTo(ChronoUnit.HOURS));
            }
        });
        return known;
    }

    /** Whether what {@link #verify} answered would be answered again. */
    public boolean stands(ActorAuthentication known) {
        Instant now = clock.instant();
        return byDigest.values().stream()
                .filter(admitted -> now.isBefore(admitted.ends()))
                .map(Admitted::actor)
                .anyMatch(one ->
                        one.provenBy().equals(known.provenBy()) && one.actor().equals(known.actor()));
    }

    /** It opens nothing any more; what it was called can still be read. */
    public synchronized void close(TokenId id) throws VaultException {
        Held token = require(id);
        byDigest.remove(token.sealed().digest());
        shut.remove(token.sealed().digest());
        replace(token.sealed().usedLast(lastUse(id).orElse(null)).withoutDigest());
    }

    /** Destroys the key of its record. */
    public synchronized void forget(TokenId id) throws VaultException {
        Held token = held.get(id);
        if (token != null) {
            byDigest.remove(token.sealed().digest());
            shut.remove(token.sealed().digest());
        }
        records.shred(id);
        held.remove(id);
        lastUses.remove(id);
    }

    /** Every token with a sealed record: also those that are asked for or over. */
    public Set<TokenId> held() {
        return Set.copyOf(held.keySet());
    }

    /** To the hour; empty for a token that was not used yet. */
    public Optional<Instant> lastUse(TokenId id) {
        return Optional.ofNullable(lastUses.get(id));
    }

    /** Opens what tokens are called, where that can be opened, under one access record. */
    public Map<TokenId, String> names(AccessReason reason) throws VaultException {
        Map<TokenId, String> names = new LinkedHashMap<>();
        records.openReadable(StaffRecords.SERVICE_TOKEN, SealedToken.class, reason)
                .values()
                .forEach(one -> names.put(one.id(), one.name()));
        return names;
    }

    /** Opens what one is called; empty when its key is destroyed. */
    public Optional<String> name(TokenId id, AccessReason reason) throws VaultException {
        Held token = held.get(id);
        return token == null
                ? Optional.empty()
                : records.open(token.record(), SealedToken.class, reason).map(SealedToken::name);
    }

    /** Writes down what is not written down yet, at most once an hour for each token that is in use. */
    public synchronized void saveLastUses() throws VaultException {
        for (Held token : held.values()) {
            @Nullable Instant latest = lastUses.get(token.sealed().id());
            if (!Objects.equals(latest, token.sealed().lastUse())) {
                replace(token.sealed().usedLast(latest));
            }
        }
    }

    private Held require(TokenId id) {
        Held token = held.get(id);
        if (token == null) {
            throw new RejectedException(StaffRejection.UNKNOWN_TOKEN);
        }
        return token;
    }

    /** The new record first: after a crash in between the newer of two counts. */
    private void replace(SealedToken token) throws VaultException {
        RecordId record = records.seal(token.id(), StaffRecords.SERVICE_TOKEN, token, List.of());
        Held older = held.put(token.id(), new Held(record, token));
        if (older != null) {
            records.delete(older.record());
        }
    }

    private void load() throws VaultException {
        Map<RecordId, SealedToken> sealed = records.openAll(StaffRecords.SERVICE_TOKEN, SealedToken.class, LOADING);
        for (Map.Entry<RecordId, SealedToken> one : sealed.entrySet()) {
            SealedToken token = one.getValue();
            Held older = held.put(token.id(), new Held(one.getKey(), token));
            if (older != null) {
                records.delete(older.record());
            }
            if (token.lastUse() != null) {
                lastUses.put(token.id(), token.lastUse());
            }
        }
    }

    private String digest(String secret) {
        byte[] mac = secrets.mac(DIGEST, secret.getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(mac);
    }
}
