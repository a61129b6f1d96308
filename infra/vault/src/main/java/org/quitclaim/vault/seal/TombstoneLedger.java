package org.quitclaim.vault.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.InstallationId;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.VaultException.LedgerDamaged;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.Stores;
import org.quitclaim.vault.storage.Tombstone;

/**
 * What was destroyed, told at the backup target, so that a restore of older keys destroys it again.
 *
 * <p><b>Shape:</b> a line per key: owner, scope, generation, epoch milliseconds, and the HMAC-SHA-256 of these under the
 * installation's secret in base64url; separated by blanks. Whoever writes to the target without the secret can neither
 * have a living key destroyed nor change a line unnoticed.
 */
final class TombstoneLedger {
    private static final String PURPOSE = "tombstone";

    private final InstallationId installation;
    private final Stores stores;
    private final HmacSecrets secrets;

    TombstoneLedger(InstallationId installation, Stores stores, HmacSecrets secrets) {
        this.installation = installation;
        this.stores = stores;
        this.secrets = secrets;
    }

    /**
     * Everything the ledger says.
     *
     * @throws LedgerDamaged if a line was not written by this installation or was changed
     */
    List<Tombstone> read() throws LedgerDamaged, StorageFailure {
        List<Tombstone> tombstones = new ArrayList<>();
        for (String line : stores.ledger().read(installation)) {
            tombstones.add(parse(line));
        }
        return tombstones;
    }

    void append(Tombstone tombstone) throws StorageFailure {
        stores.ledger().append(installation, List.of(line(tombstone)));
    }

    /** Writes what the key store knows and the ledger does not, such as what was destroyed while it was out of reach. */
    void complete() throws LedgerDamaged, StorageFailure {
        Set<KeyRef> known = new HashSet<>();
        read().forEach(each -> known.add(each.key()));
        List<String> missing = stores.keys().tombstones().stream()
                .filter(each -> !known.contains(each.key()))
                .map(this::line)
                .toList();
        // an empty ledger is written too: that nobody was erased is something a restore has to know
        stores.ledger().append(installation, missing);
    }

    private String line(Tombstone tombstone) {
        KeyRef key = tombstone.key();
        String said = String.join(
                " ",
                key.owner().value(),
                key.scope().name(),
                Integer.toString(key.generation().number()),
                Long.toString(tombstone.destroyedAt().toEpochMilli()));
        return said + ' ' + proof(said);
    }

    private String proof(String said) {
        byte[] mac = secrets.mac(PURPOSE, said.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private Tombstone parse(String line) throws LedgerDamaged {
        int end = Math.max(line.lastIndexOf(' '), 0);
        String said = line.substring(0, end);
        byte[] proof = line.substring(Math.min(end + 1, line.length())).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(proof, proof(said).getBytes(StandardCharsets.US_ASCII))) {
            throw new LedgerDamaged();
        }
        String[] fields = said.split(" ");
        KeyRef key = new KeyRef(
                new KeyOwner(fields[0]), KeyScope.valueOf(fields[1]), new KeyGeneration(Integer.parseInt(fields[2])));
        return new Tombstone(key, Instant.ofEpochMilli(Long.parseLong(fields[3])));
    }
}
