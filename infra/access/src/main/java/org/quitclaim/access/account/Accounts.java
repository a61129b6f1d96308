package org.quitclaim.access.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.CreationBits;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.BlindIndex;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * The accounts of staff.
 *
 * <p><b>Guarantees:</b> names and hashes lie sealed in the vault and are opened when needed; memory holds ids and roles.
 * A removed account's key is shredded, its sessions end with the next request.
 *
 * <p><b>Errors:</b> {@link RejectedException} with a code of {@link AccessRejection}.
 *
 * <p><b>Thread-safety:</b> safe; changes exclude each other. One process per data folder is assumed: another process
 * sees a change when it starts.
 */
public final class Accounts {
    private static final AccessReason LOGIN =
            new AccessReason(new Accessor.SystemTask("login"), Role.SERVICE.name(), AccessPurpose.AUTHENTICATION);
    private static final AccessReason LOADING =
            new AccessReason(new Accessor.SystemTask("account-loading"), Role.SERVICE.name(), AccessPurpose.INDEXING);

    private final Vault vault;
    private final StaffRecords records;
    private final PasswordHashing hashing = new PasswordHashing();
    private final Map<ActorId, Standing> standings = new ConcurrentHashMap<>();

    public Accounts(Vault vault, StaffRecords records) throws VaultException {
        this.vault = vault;
        this.records = records;
        load();
    }

    /** Makes an account; the password has to be replaced at the first login. */
    public AccountId add(LoginName login, Set<Role> roles, Password oneTime) throws VaultException {
        return add(login, RoleRules.requireForPerson(roles), oneTime, true, false);
    }

    /** Makes an account of this id, as {@link #add(LoginName, Set, Password)}; one that is there stays as it is. */
    synchronized void add(AccountId id, LoginName login, Set<Role> roles, Password oneTime) throws VaultException {
        if (standing(id).isEmpty()) {
            add(id, login, RoleRules.requireForPerson(roles), oneTime, true, false);
        }
    }

    CreationBits bits(Actor actor, @Nullable String key) {
        return CreationBits.of(vault.secrets(), actor, "accounts", key);
    }

    synchronized AccountId add(LoginName login, Set<Role> roles, Password password, boolean oneTime, boolean demo)
            throws VaultException {
        return add(IdMint.mint(AccountId.PREFIX, AccountId::new), login, roles, password, oneTime, demo);
    }

    private AccountId add(
            AccountId id, LoginName login, Set<Role> roles, Password password, boolean oneTime, boolean demo)
            throws VaultException {
        if (!vault.findByBlindIndex(StaffRecords.ACCOUNT, index(login)).isEmpty()) {
            throw new RejectedException(AccessRejection.LOGIN_TAKEN);
        }
        String hash = hashing.hash(password);
        try {
            seal(new SealedAccount(id.value(), login.value(), hash, EnumSet.copyOf(roles), oneTime, demo), login);
        } catch (VaultException.KeyNotActive e) {
            throw new RejectedException(AccessRejection.UNKNOWN_ACCOUNT);
        }
        return id;
    }

    /** Whoever has this name and password; empty otherwise, after the same time. */
    public Optional<Standing> verify(LoginName login, Password password) throws VaultException {
        Optional<SealedAccount> account = find(login);
        if (account.isEmpty()) {
            hashing.pretend(password);
            return Optional.empty();
        }
        return account.filter(found -> hashing.matches(password, found.passwordHash()))
                .flatMap(found -> standing(found.id()));
    }

    /** Empty for an account that is unknown or was removed. */
    public Optional<Standing> standing(ActorId id) {
        return Optional.ofNullable(standings.get(id));
    }

    public List<Standing> all() {
        return List.copyOf(standings.values());
    }

    /** Opens the names for {@code viewer}, under one access record. */
    Map<RecordId, SealedAccount> namesFor(Actor viewer) throws VaultException {
        return records.openAll(StaffRecords.ACCOUNT, SealedAccount.class, viewer.reason(AccessPurpose.DISPLAY));
    }

    /** Replaces the password of an account by one its owner chose; all its sessions end, this one too. */
    synchronized Standing changePassword(Actor actor, Password old, Password chosen) throws VaultException {
        Standing standing =
                standing(actor.id()).orElseThrow(() -> new RejectedException(AccessRejection.UNKNOWN_ACCOUNT));
        SealedAccount account = records.openAll(
                        StaffRecords.ACCOUNT, SealedAccount.class, actor.reason(AccessPurpose.AUTHENTICATION))
                .get(standing.record());
        if (account == null || !hashing.matches(old, account.passwordHash())) {
            throw new RejectedException(AccessRejection.WRONG_LOGIN);
        }
        LoginName login = new LoginName(account.login());
        if (chosen.equals(old)) {
            throw new RejectedException(AccessRejection.WEAK_PASSWORD);
        }
        Standing renewed = seal(account.withPassword(hashing.hash(chosen.requireUsableFor(login))), login);
        records.delete(standing.record());
        return renewed;
    }

    synchronized void remove(ActorId id) throws VaultException {
        Standing standing = standing(id).orElseThrow(() -> new RejectedException(AccessRejection.UNKNOWN_ACCOUNT));
        boolean lastAdmin = standing.actor().is(Role.ADMIN)
                && standings.values().stream()
                                .filter(s -> s.actor().is(Role.ADMIN))
                                .count()
                        == 1;
        if (lastAdmin && !standing.demo()) {
            throw new RejectedException(AccessRejection.LAST_ADMIN);
        }
        records.shred(id);
        standings.remove(id);
    }

    /** A name that nobody can read, by which attempts on one account are counted. */
    public BlindIndex index(LoginName login) {
        return vault.secrets().blindIndex(StaffRecords.ACCOUNT, login.bytes());
    }

    /** As {@link #index(LoginName)}, for somebody whose login name is not at hand. */
    public BlindIndex index(ActorId id) {
        return index(new LoginName(id.value()));
    }

    private Optional<SealedAccount> find(LoginName login) throws VaultException {
        return records.openFoundBy(StaffRecords.ACCOUNT, index(login), SealedAccount.class, LOGIN).values().stream()
                .reduce((older, newer) -> newer);
    }

    private Standing seal(SealedAccount account, LoginName login) throws VaultException {
        RecordId record = records.seal(account.id(), StaffRecords.ACCOUNT, account, List.of(index(login)));
        return remember(record, account);
    }

    private Standing remember(RecordId record, SealedAccount account) {
        Standing standing = new Standing(account.actor(), record, account.oneTime(), account.demo());
        standings.put(account.id(), standing);
        return standing;
    }

    /** Oldest first: where a crash left two records of one account, the newer one counts and the older is removed. */
    private void load() throws VaultException {
        Map<RecordId, SealedAccount> sealed = records.openAll(StaffRecords.ACCOUNT, SealedAccount.class, LOADING);
        for (Map.Entry<RecordId, SealedAccount> one : sealed.entrySet()) {
            Standing older = standings.get(one.getValue().id());
            remember(one.getKey(), one.getValue());
            if (older != null) {
                records.delete(older.record());
            }
        }
    }
}
