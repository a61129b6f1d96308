package org.quitclaim.transparency.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public key with which the heads of a log are checked.
 *
 * <p><b>Shape:</b> as text the name, eight hexadecimal digits of the key's id, and base64 of 0x01 and the 32 bytes of the
 * key, with a plus between. The id is the beginning of SHA-256 over name, 0x0a, 0x01 and key.
 *
 * <p><b>Source:</b> C2SP signed-note; RFC 8032.
 *
 * @param name of the log, which is the first line of its heads
 * @param key 32 bytes
 */
public record LogKey(String name, byte[] key) {
    static final int ID_BYTES = 4;
    private static final int KEY_BYTES = 32;
    private static final byte ED25519 = 1;
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    public LogKey {
        if (name.isEmpty() || name.contains("+") || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("not the name of a log");
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        key = key.clone();
    }

    /** @throws IllegalArgumentException if this is no such text */
    public static LogKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        byte[] key = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (key.length != KEY_BYTES + 1 || key[0] != ED25519) {
            throw new IllegalArgumentException("not the key of a log");
        }
        LogKey parsed = new LogKey(parts[0], Arrays.copyOfRange(key, 1, key.length));
        if (!parsed.text().equals(text.strip())) {
            throw new IllegalArgumentException("not the key of a log");
        }
        return parsed;
    }

    public String text() {
        return name
                + '+'
                + HexFormat.of().formatHex(id())
                + '+'
                + Base64.getEncoder().encodeToString(typed());
    }

    byte[] id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed()), ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private byte[] typed() {
        byte[] typed = new byte[KEY_BYTES + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, KEY_BYTES);
        return typed;
    }

    boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey());
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509_HEAD, X509_HEAD.length + KEY_BYTES);
        System.arraycopy(key, 0, encoded, X509_HEAD.length, KEY_BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogKey that && text().equals(that.text());
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
