package org.quitclaim.vault.seal;

import java.time.Instant;
import java.util.Optional;

/**
 * The note beside the ledger that says when all of it was there.
 *
 * <p><b>Shape:</b> separated by blanks: the ledger's id, epoch milliseconds, and in base64url the HMAC-SHA-256 of both
 * under the installation's secret.
 */
record LedgerSeen(String ledger, Instant at) {
    private static final String PURPOSE = "ledger-seen";

    String text(HmacSecrets secrets) {
        String said = ledger + ' ' + at.toEpochMilli();
        return said + ' ' + LedgerChain.proof(secrets, PURPOSE, said);
    }

    /** When; empty if this installation did not write it. */
    static Optional<Instant> read(String text, HmacSecrets secrets) {
        String[] fields = text.strip().split(" ");
        if (fields.length != 3) {
            return Optional.empty();
        }
        String said = fields[0] + ' ' + fields[1];
        return LedgerChain.equal(fields[2], LedgerChain.proof(secrets, PURPOSE, said))
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(fields[1])))
                : Optional.empty();
    }
}
