package org.quitclaim.transparency;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.quitclaim.transparency.note.Checkpoint;
import org.quitclaim.transparency.note.LogKey;
import org.quitclaim.transparency.tree.ProofCheck;
import org.quitclaim.transparency.tree.TreeHash;

/**
 * That an entry is in a log, for whoever has nothing but the log's key.
 *
 * <p><b>Shape:</b> {@code c2sp.org/tlog-proof@v1}, a line with the index, the hashes in base64 a line each, an empty line,
 * and the signed head.
 *
 * <p><b>Source:</b> C2SP tlog-proof.
 *
 * @param note the signed head
 */
public record InclusionProof(long index, List<byte[]> hashes, String note) {
    private static final String FORM = "c2sp.org/tlog-proof@v1";
    private static final int MAX_HASHES = 63;

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    public String text() {
        StringBuilder text = new StringBuilder(FORM + "\nindex " + index + '\n');
        hashes.forEach(
                hash -> text.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return text.append('\n').append(note).toString();
    }

    /** Nothing where this is no such proof. */
    public static Optional<InclusionProof> parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        List<String> lines = text.substring(0, end).lines().toList();
        try {
            long index = Long.parseLong(lines.get(1).substring("index ".length()));
            List<byte[]> hashes = new ArrayList<>();
            for (String line : lines.subList(2, lines.size())) {
                hashes.add(Base64.getDecoder().decode(line));
            }
            InclusionProof proof = new InclusionProof(index, hashes, text.substring(end + 2));
            return hashes.size() <= MAX_HASHES && proof.text().equals(text) ? Optional.of(proof) : Optional.empty();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the entry is at this index of the log with this key. */
    public boolean shows(byte[] entry, LogKey key) {
        return Checkpoint.verified(note, key)
                .filter(head -> ProofCheck.includes(head.root(), head.size(), TreeHash.leaf(entry), index, hashes))
                .isPresent();
    }
}
