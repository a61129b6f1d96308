package org.quitclaim.transparency.note;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quitclaim.transparency.tree.TreeHash;

/**
 * A head of a log: of which log, of how many entries, with which root.
 *
 * <p><b>Shape:</b> three lines, each ended by a newline: the log's name, the size in decimal, the root in base64. As a
 * signed note an empty line follows, and a line for each signature: an em dash, the name, base64 of the key's id and the
 * signature over the three lines. There are no other lines.
 *
 * <p><b>Source:</b> C2SP tlog-checkpoint and signed-note.
 */
public record Checkpoint(String origin, long size, byte[] root) {
    private static final String SIGNATURE = "\u2014 ";
    private static final int MAX_LINES = 16;
    private static final Pattern NOTE = Pattern.compile(
            "([^\\n]+)\\n(0|[1-9][0-9]{0,17})\\n([A-Za-z0-9+/]{43}=)\\n\\n((?:\u2014 [^ \\n]+ [A-Za-z0-9+/=]+\\n){1,"
                    + MAX_LINES + "})");

    public Checkpoint {
        if (size < 0 || root.length != TreeHash.BYTES) {
            throw new IllegalArgumentException("not a head of a log");
        }
        root = root.clone();
    }

    /** Signs with Ed25519. */
    @FunctionalInterface
    public interface Signer<E extends Exception> {
        byte[] sign(byte[] text) throws E;
    }

    /** What is signed. */
    public String text() {
        return origin + '\n' + size + '\n' + Base64.getEncoder().encodeToString(root) + '\n';
    }

    /** The note with one signature. */
    public <E extends Exception> String signed(LogKey key, Signer<E> signer) throws E {
        byte[] signature = signer.sign(text().getBytes(StandardCharsets.UTF_8));
        byte[] line = Arrays.copyOf(key.id(), LogKey.ID_BYTES + signature.length);
        System.arraycopy(signature, 0, line, LogKey.ID_BYTES, signature.length);
        return text()
                + '\n'
                + SIGNATURE
                + key.name()
                + ' '
                + Base64.getEncoder().encodeToString(line)
                + '\n';
    }

    /** Nothing where the note is not one, is of another log, or carries no good signature of the key. */
    public static Optional<Checkpoint> verified(String note, LogKey key) {
        Matcher parts = NOTE.matcher(note);
        if (!parts.matches() || !parts.group(1).equals(key.name())) {
            return Optional.empty();
        }
        Checkpoint head = new Checkpoint(
                parts.group(1),
                Long.parseLong(parts.group(2)),
                Base64.getDecoder().decode(parts.group(3)));
        byte[] text = head.text().getBytes(StandardCharsets.UTF_8);
        // what decodes to the same root but is written otherwise is not what was signed
        boolean good =
                note.startsWith(head.text() + "\n") && parts.group(4).lines().anyMatch(line -> isBy(key, line, text));
        return good ? Optional.of(head) : Optional.empty();
    }

    private static boolean isBy(LogKey key, String line, byte[] text) {
        String[] parts = line.substring(SIGNATURE.length()).split(" ", 2);
        try {
            byte[] signature = Base64.getDecoder().decode(parts[1]);
            return parts[0].equals(key.name())
                    && Base64.getEncoder().encodeToString(signature).equals(parts[1])
                    && signature.length > LogKey.ID_BYTES
                    && Arrays.equals(signature, 0, LogKey.ID_BYTES, key.id(), 0, LogKey.ID_BYTES)
                    && key.verifies(text, Arrays.copyOfRange(signature, LogKey.ID_BYTES, signature.length));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
