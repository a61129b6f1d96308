package org.quitclaim.access.account;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.BlindIndex;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records about staff and services, sealed under a key of their own per account (scope STAFF).
 *
 * <p>No event names these records: whoever removes orphans from the vault asks {@link #owns(KeyRef)} and {@link #listed} first.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class StaffRecords {
    public static final RecordKind ACCOUNT = new RecordKind("staff-account");
    public static final RecordKind SERVICE_TOKEN = new RecordKind("service-token");
    /** What the index of the list of all records of a kind is made from; no login name can be this. */
    private static final byte[] EVERY = "* every record *".getBytes(StandardCharsets.UTF_8);

    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    public StaffRecords(Vault vault) {
        this.vault = vault;
    }

    /** Seals a first or a replacing record of an account. */
    public RecordId seal(ActorId owner, RecordKind kind, Object content, List<BlindIndex> findableBy)
            throws VaultException {
        KeyRef key = KeyRef.first(owner, KeyScope.STAFF);
        vault.create(key);
        RecordId id = IdMint.recordId();
        List<BlindIndex> indexes =
                Stream.concat(findableBy.stream(), Stream.of(every(kind))).toList();
        vault.seal(new SealRequest(key, kind, id, Plaintext.owning(json.writeValueAsBytes(content)), indexes));
        return id;
    }

    /** All records of a kind, the oldest first, opened under one access record. */
    public <T> Map<RecordId, T> openAll(RecordKind kind, Class<T> type, AccessReason reason) throws VaultException {
        return open(vault.findByBlindIndex(kind, every(kind)), type, reason);
    }

    /** As {@link #openAll}, for whoever reads a list: a damaged record hides no other. */
    public <T> Map<RecordId, T> openReadable(RecordKind kind, Class<T> type, AccessReason reason)
            throws VaultException {
        Map<RecordId, T> contents = new LinkedHashMap<>();
        for (Map.Entry<RecordId, Opening> one :
                vault.openAll(vault.findByBlindIndex(kind, every(kind)), reason).entrySet()) {
            if (one.getValue() instanceof Opening.Opened(Plaintext content)) {
                contents.put(one.getKey(), json.readValue(content.bytes(), type));
            }
        }
        return contents;
    }

    /** The records with this index, the oldest first. */
    public <T> Map<RecordId, T> openFoundBy(RecordKind kind, BlindIndex index, Class<T> type, AccessReason reason)
            throws VaultException {
        return open(vault.findByBlindIndex(kind, index), type, reason);
    }

    /** One record; empty when its key is destroyed. */
    public <T> Optional<T> open(RecordId id, Class<T> type, AccessReason reason) throws VaultException {
        return Optional.ofNullable(open(List.of(id), type, reason).get(id));
    }

    public void delete(RecordId id) throws VaultException {
        vault.delete(id);
    }

    /** Destroys the account's key and everything under it. */
    public void shred(ActorId owner) throws VaultException {
        vault.shred(KeyRef.first(owner, KeyScope.STAFF));
    }

    /** The ids of all records of staff and services, for a removal that must leave them alone. */
    public List<RecordId> listed() throws VaultException {
        List<RecordId> accounts = vault.findByBlindIndex(ACCOUNT, every(ACCOUNT));
        List<RecordId> tokens = vault.findByBlindIndex(SERVICE_TOKEN, every(SERVICE_TOKEN));
        return Stream.concat(accounts.stream(), tokens.stream()).toList();
    }

    /** Whether a key protects staff records. */
    public static boolean owns(KeyRef key) {
        return key.scope() == KeyScope.STAFF;
    }

    private BlindIndex every(RecordKind kind) {
        return vault.secrets().blindIndex(kind, EVERY);
    }

    private <T> Map<RecordId, T> open(List<RecordId> ids, Class<T> type, AccessReason reason) throws VaultException {
        Map<RecordId, T> contents = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return contents;
        }
        for (Map.Entry<RecordId, Opening> one : vault.openAll(ids, reason).entrySet()) {
            switch (one.getValue()) {
                case Opening.Opened(Plaintext content) ->
                    contents.put(one.getKey(), json.readValue(content.bytes(), type));
                case Opening.Refused(VaultException.IntegrityFailure damaged) -> throw damaged;
                // shredded between the two steps: it is no longer an account
                case Opening.Refused(VaultException gone) -> {}
            }
        }
        return contents;
    }
}
