package org.quitclaim.access.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quitclaim.access.Actor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.access.StaffRejection;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.BlindIndex;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Who can log in. Whether an account may, and as what, is decided elsewhere and told by {@link #admit}: a record alone opens
 * nothing.
 *
 * <p><b>Guarantees:</b> names and hashes lie sealed in the vault and are opened when needed; memory holds ids and roles.
 * The sessions of an account that is closed or admitted to other roles end with the next request.
 *
 * <p><b>Errors:</b> {@link RejectedException} with a code of {@link AccessRejection} or {@link StaffRejection}.
 *
 * <p><b>Thread-safety:</b> safe; changes exclude each other. One process per data folder is assumed: another process
 * sees a change when it starts.
 */
public final class Accounts {
    private static final AccessReason LOGIN =
            new AccessReason(new Accessor.SystemTask("login"), Role.SERVICE.name(), AccessPurpose.AUTHENTICATION);
    private static final AccessReason LOADING =
            new AccessReason(new Accessor.SystemTask("account-loading"), Role.SERVICE.name(), AccessPurpose.INDEXING);
    private static final AccessReason CHANGING =
            new AccessReason(new Accessor.SystemTask("account-change"), Role.SERVICE.name(), AccessPurpose.INDEXING);

    /** The record of an account, as far as a request has to know it. */
    private record Held(RecordId record, boolean oneTime, boolean demo) {}

    private final Vault vault;
    private final StaffRecords records;
    private final PasswordHashing hashing = new PasswordHashing();
    private final Map<AccountId, Held> held = new ConcurrentHashMap<>();
    private final Map<AccountId, Set<Role>> admitted = new ConcurrentHashMap<>();
    private final Set<AccountId> doubted = ConcurrentHashMap.newKeySet();

    public Accounts(Vault vault, StaffRecords records) throws VaultException {
        this.vault = vault;
        this.records = records;
        load();
    }

    /** Seals who an account is for; nobody can log in with it before it has a password and is admitted. */
    public void seal(AccountId id, LoginName login, String name) throws VaultException {
        seal(id, login, name, "", false, false);
    }

    /** @param oneTime whether the password has to be replaced at the first login */
    public void seal(AccountId id, LoginName login, String name, Password password, boolean oneTime)
            throws VaultException {
        seal(id, login, name, hash(password, oneTime), oneTime, false);
    }

    /** @param hash of a password that everybody may know */
    public void sealPublished(AccountId id, LoginName login, String name, String hash) throws VaultException {
        seal(id, login, name, hash, false, true);
    }

    private synchronized void seal(
            AccountId id, LoginName login, String name, String hash, boolean oneTime, boolean demo)
            throws VaultException {
        if (taken(login)) {
            throw new RejectedException(AccessRejection.LOGIN_TAKEN);
        }
        try {
            replace(new SealedAccount(id.value(), login.value(), name, hash, oneTime, demo), List.of(index(login)));
        } catch (VaultException.KeyNotActive e) {
            throw new RejectedException(StaffRejection.UNKNOWN_ACCOUNT);
        }
    }

    /** From now on whoever has the password is this actor. */
    public void admit(AccountId id, Set<Role> roles) {
        admitted.put(id, RoleRules.requireForPerson(roles));
        doubted.remove(id);
    }

    /** Nobody logs in with it before it is admitted again; whoever has its password is told why. */
    public void doubt(AccountId id) {
        admitted.remove(id);
        doubted.add(id);
    }

    /** Gives it a password that was shown to others and has to be replaced. */
    public synchronized void setOneTimePassword(AccountId id, Password password) throws VaultException {
        SealedAccount account = open(id, CHANGING);
        replace(account.withPassword(hash(password, true), true), List.of(index(new LoginName(account.login()))));
    }

    /** How many accounts are in doubt. */
    public int doubted() {
        return doubted.size();
    }

    /** Whether somebody logs in with it, or will. */
    boolean taken(LoginName login) throws VaultException {
        return !vault.findByBlindIndex(StaffRecords.ACCOUNT, index(login)).isEmpty();
    }

    /** Nobody logs in with it any more; its login name is free again, and it can still be read who it was. */
    public synchronized void close(AccountId id) throws VaultException {
        admitted.remove(id);
        doubted.remove(id);
        replace(open(id, CHANGING).withPassword("", false), List.of());
    }

    /** Destroys the key of its record. */
    public synchronized void forget(AccountId id) throws VaultException {
        admitted.remove(id);
        doubted.remove(id);
        records.shred(id);
        held.remove(id);
    }

    /**
     * Whoever has this name and password; empty otherwise, after the same time.
     *
     * @throws RejectedException with {@code access.in-doubt} for an account that is {@link #doubt}ed
     */
    public Optional<KnownAccount> verify(LoginName login, Password password) throws VaultException {
        Optional<SealedAccount> account =
                find(login).filter(found -> !found.passwordHash().isEmpty());
        if (account.isEmpty()) {
            hashing.pretend(password);
            return Optional.empty();
        }
        Optional<AccountId> whose =
                account.filter(found -> matches(password, found)).map(SealedAccount::id);
        if (whose.filter(doubted::contains).isPresent()) {
            throw new RejectedException(AccessRejection.IN_DOUBT);
        }
        return whose.flatMap(this::standing);
    }

    /** Empty for an account that is unknown, not admitted or closed, and for a machine. */
    public Optional<KnownAccount> standing(ActorId id) {
        return id instanceof AccountId account && admitted.containsKey(account)
                ? Optional.ofNullable(held.get(account)).map(record -> standing(account, record))
                : Optional.empty();
    }

    private KnownAccount standing(AccountId id, Held record) {
        Actor actor = new Actor(id, admitted.getOrDefault(id, Set.of()));
        return new KnownAccount(actor, record.record(), record.oneTime(), record.demo());
    }

    /** Everybody who can log in. */
    public List<KnownAccount> all() {
        return admitted.keySet().stream().flatMap(id -> standing(id).stream()).toList();
    }

    /** Every account with a sealed record: also those that are asked for or over. */
    public Set<AccountId> held() {
        return Set.copyOf(held.keySet());
    }

    public boolean isDemo(AccountId id) {
        return Optional.ofNullable(held.get(id)).filter(Held::demo).isPresent();
    }

    /** Opens all names that can be opened, under one access record. */
    public Map<AccountId, StaffName> names(AccessReason reason) throws VaultException {
        Map<AccountId, StaffName> names = new LinkedHashMap<>();
        records.openReadable(StaffRecords.ACCOUNT, SealedAccount.class, reason)
                .values()
                .forEach(one -> names.put(one.id(), new StaffName(one.login(), one.name())));
        return names;
    }

    /** Opens one name; empty when its key is destroyed. */
    public Optional<StaffName> name(AccountId id, AccessReason reason) throws VaultException {
        Held record = held.get(id);
        return record == null
                ? Optional.empty()
                : records.open(record.record(), SealedAccount.class, reason)
                        .map(one -> new StaffName(one.login(), one.name()));
    }

    /**
     * Replaces the password of an account by one its owner chose; all its sessions end, this one too.
     *
     * @param record writes it down, once nothing speaks against it any more: a restored copy of the former password must
     *     open nothing
     */
    public synchronized KnownAccount changePassword(Actor actor, Password old, Password chosen, PasswordChanges record)
            throws VaultException {
        KnownAccount standing =
                standing(actor.id()).orElseThrow(() -> new RejectedException(StaffRejection.UNKNOWN_ACCOUNT));
        SealedAccount account = records.open(
                        standing.record(), SealedAccount.class, actor.reason(AccessPurpose.AUTHENTICATION))
                .orElseThrow(() -> new RejectedException(AccessRejection.WRONG_LOGIN));
        if (!matches(old, account)) {
            throw new RejectedException(AccessRejection.WRONG_LOGIN);
        }
        LoginName login = new LoginName(account.login());
        if (matches(chosen, account)) {
            throw new RejectedException(AccessRejection.SAME_PASSWORD);
        }
        SealedAccount renewed = account.withPassword(hashing.hash(chosen.requireUsableFor(login)), false);
        record.changed(account.id(), actor);
        replace(renewed, List.of(index(login)));
        return standing(account.id()).orElseThrow(() -> new RejectedException(StaffRejection.UNKNOWN_ACCOUNT));
    }

    private String hash(Password password, boolean oneTime) {
        return hashing.hash(oneTime ? password.unjoined() : password);
    }

    private boolean matches(Password typed, SealedAccount account) {
        return hashing.matches(account.oneTime() ? typed.unjoined() : typed, account.passwordHash());
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

    private SealedAccount open(AccountId id, AccessReason reason) throws VaultException {
        Held record = held.get(id);
        if (record == null) {
            throw new RejectedException(StaffRejection.UNKNOWN_ACCOUNT);
        }
        return records.open(record.record(), SealedAccount.class, reason)
                .orElseThrow(() -> new RejectedException(StaffRejection.UNKNOWN_ACCOUNT));
    }

    /** The new record first: after a crash in between the newer of two counts. */
    private void replace(SealedAccount account, List<BlindIndex> findableBy) throws VaultException {
        RecordId record = records.seal(account.id(), StaffRecords.ACCOUNT, account, findableBy);
        Held older = held.put(account.id(), new Held(record, account.oneTime(), account.demo()));
        if (older != null) {
            records.delete(older.record());
        }
    }

    /** Oldest first: where a crash left two records of one account, the newer one counts and the older is removed. */
    private void load() throws VaultException {
        Map<RecordId, SealedAccount> sealed = records.openAll(StaffRecords.ACCOUNT, SealedAccount.class, LOADING);
        for (Map.Entry<RecordId, SealedAccount> one : sealed.entrySet()) {
            SealedAccount account = one.getValue();
            Held older = held.put(account.id(), new Held(one.getKey(), account.oneTime(), account.demo()));
            if (older != null) {
                records.delete(older.record());
            }
        }
    }
}
