package org.quitclaim.vault.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.VaultException.LedgerDamaged;
import org.quitclaim.vault.storage.WrappedSecret;

/**
 * The lines of the ledger, each bound to all before it. Knows nothing of what they say.
 *
 * <p><b>Shape:</b> fields separated by blanks, the last of each line its proof: in base64url the HMAC-SHA-256, under the
 * installation's secret, of the fields before and of the digest of all lines before. That digest is SHA-256 over the digest
 * before it and the line with its end.
 *
 * <ul>
 *   <li>first line: {@code ledger-1}, the ledger's id, the number before that of the next line, epoch milliseconds before
 *       which nothing is told any more
 *   <li>then: the number, the epoch, in base64url the sealed cell
 * </ul>
 */
final class LedgerChain {
    private static final String FORM = "ledger-1";
    private static final String PURPOSE = "ledger";

    private final HmacSecrets secrets;
    private String ledger = "";
    private Instant endedBefore = Instant.EPOCH;
    private long number;
    private byte[] digest = {};
    private String last = "";

    LedgerChain(HmacSecrets secrets) {
        this.secrets = secrets;
    }

    boolean begun() {
        return !ledger.isEmpty();
    }

    String ledger() {
        return ledger;
    }

    Instant endedBefore() {
        return endedBefore;
    }

    /** Of the last line. */
    long number() {
        return number;
    }

    boolean endsWith(Optional<String> line) {
        return last.equals(line.orElse(""));
    }

    /** The first line of a ledger whose next line has the number after this one. */
    String begin(String id, long numberBefore, Instant ended) {
        return add(String.join(" ", FORM, id, Long.toString(numberBefore), Long.toString(ended.toEpochMilli())));
    }

    /** The line with this cell; from then on it is the last one. */
    String add(WrappedSecret cell) {
        return add(String.join(
                " ", Long.toString(number + 1), Integer.toString(cell.epoch().number()), text(cell.bytes())));
    }

    private String add(String said) {
        String line = said + ' ' + proof(said);
        step(line, said.split(" "));
        return line;
    }

    /**
     * The cell of the next line; empty for the first line.
     *
     * @throws LedgerDamaged if it is not a line of this installation that stands in its place
     */
    Optional<WrappedSecret> follow(String line) throws LedgerDamaged {
        int end = Math.max(line.lastIndexOf(' '), 0);
        String said = line.substring(0, end);
        if (!equal(line.substring(Math.min(end + 1, line.length())), proof(said))) {
            throw new LedgerDamaged();
        }
        String[] fields = said.split(" ");
        step(line, fields);
        return fields[0].equals(FORM)
                ? Optional.empty()
                : Optional.of(new WrappedSecret(
                        new Epoch(Integer.parseInt(fields[1])),
                        Base64.getUrlDecoder().decode(fields[2])));
    }

    private void step(String line, String[] fields) {
        if (fields[0].equals(FORM)) {
            ledger = fields[1];
            number = Long.parseLong(fields[2]);
            endedBefore = Instant.ofEpochMilli(Long.parseLong(fields[3]));
        } else {
            number = Long.parseLong(fields[0]);
        }
        MessageDigest next = sha256();
        next.update(digest);
        next.update((line + '\n').getBytes(StandardCharsets.US_ASCII));
        digest = next.digest();
        last = line;
    }

    private String proof(String said) {
        return proof(secrets, PURPOSE, said + ' ' + text(digest));
    }

    static String proof(HmacSecrets secrets, String purpose, String said) {
        return text(secrets.mac(purpose, said.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static boolean equal(String one, String other) {
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
