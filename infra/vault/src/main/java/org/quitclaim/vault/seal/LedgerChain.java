package org.quitclaim.vault.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.VaultException.LedgerDamaged;
import org.quitclaim.vault.storage.Tombstone;

/**
 * The lines of a ledger of erasures, each bound to all before it.
 *
 * <p><b>Shape:</b> a line per key, separated by blanks: owner, scope, generation, epoch milliseconds, the number of the
 * line from 1, and in base64url the HMAC-SHA-256, under the installation's secret, of these and of the digest of all lines
 * before. That digest is SHA-256 over the digest before it and the line with its end. Lines from before lines were
 * numbered have no number and an HMAC of themselves alone; they stand first, and the first numbered line covers them.
 */
final class LedgerChain {
    private static final String ALONE = "tombstone";
    private static final String CHAINED = "tombstone-chain";
    private static final int FIELDS_ALONE = 4;

    private final HmacSecrets secrets;
    private final Set<KeyRef> told = new HashSet<>();
    private byte[] digest = {};
    private int count;
    private boolean numbered;
    private String last = "";

    LedgerChain(HmacSecrets secrets) {
        this.secrets = secrets;
    }

    boolean tells(KeyRef key) {
        return told.contains(key);
    }

    boolean endsWith(Optional<String> line) {
        return last.equals(line.orElse(""));
    }

    /** The line that tells of this; from then on it is the last one. */
    String add(Tombstone tombstone) {
        KeyRef key = tombstone.key();
        String said = String.join(
                " ",
                key.owner().value(),
                key.scope().name(),
                Integer.toString(key.generation().number()),
                Long.toString(tombstone.destroyedAt().toEpochMilli()),
                Integer.toString(count + 1));
        String line = said + ' ' + chained(said);
        step(line, key, true);
        return line;
    }

    /**
     * What the next line tells.
     *
     * @throws LedgerDamaged if it is not a line of this installation that stands in its place
     */
    Tombstone follow(String line) throws LedgerDamaged {
        int end = Math.max(line.lastIndexOf(' '), 0);
        String said = line.substring(0, end);
        String proof = line.substring(Math.min(end + 1, line.length()));
        String[] fields = said.split(" ");
        boolean alone = fields.length == FIELDS_ALONE;
        if (alone && numbered || !equal(proof, alone ? mac(ALONE, said) : chained(said))) {
            throw new LedgerDamaged();
        }
        KeyRef key = new KeyRef(
                new KeyOwner(fields[0]), KeyScope.valueOf(fields[1]), new KeyGeneration(Integer.parseInt(fields[2])));
        step(line, key, !alone);
        return new Tombstone(key, Instant.ofEpochMilli(Long.parseLong(fields[3])));
    }

    private void step(String line, KeyRef key, boolean withNumber) {
        MessageDigest next = sha256();
        next.update(digest);
        next.update((line + '\n').getBytes(StandardCharsets.US_ASCII));
        digest = next.digest();
        count++;
        numbered = withNumber;
        last = line;
        told.add(key);
    }

    private String chained(String said) {
        return mac(CHAINED, said + ' ' + text(digest));
    }

    private String mac(String purpose, String said) {
        return text(secrets.mac(purpose, said.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
