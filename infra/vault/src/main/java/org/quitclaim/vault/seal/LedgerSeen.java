package org.quitclaim.vault.seal;

import java.time.Instant;
import java.util.Optional;

/**
 * The note beside the ledger that says when all of it was there, and how far it reached then.
 *
 * <p><b>Shape:</b> separated by blanks: the ledger's id, the number of its last line, epoch milliseconds, and in base64url
 * the HMAC-SHA-256 of all three under the installation's secret.
 */
record LedgerSeen(String ledger, long number, Instant at) {
    private static final String PURPOSE = "ledger-seen";

    String text(HmacSecrets secrets) {
        String said = ledger + ' ' + number + ' ' + at.toEpochMilli();
        return said + ' ' + LedgerChain.proof(secrets, PURPOSE, said);
    }

    /** Empty if this installation did not write it. */
    static Optional<LedgerSeen> read(String text, HmacSecrets secrets) {
        String[] fields = text.strip().split(" ");
        if (fields.length != 4) {
            return Optional.empty();
        }
        String said = fields[0] + ' ' + fields[1] + ' ' + fields[2];
        return LedgerChain.equal(fields[3], LedgerChain.proof(secrets, PURPOSE, said))
                ? Optional.of(new LedgerSeen(
                        fields[0], Long.parseLong(fields[1]), Instant.ofEpochMilli(Long.parseLong(fields[2]))))
                : Optional.empty();
    }
}
