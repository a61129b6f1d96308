package org.quitclaim.vault.storage;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * One AES-256-GCM key that leaves nothing behind in the threads that used it.
 *
 * <p><b>Guarantees:</b> each call has a cipher of its own, which nothing refers to afterwards; after {@link #destroy} the
 * key's bytes here are zeros and every call is refused, so that nothing is ever sealed with a row of zeros. Tink is not
 * used for it: it keeps one cipher per thread, and a cipher keeps the key it was given last.
 *
 * <p><b>Not guaranteed:</b> that the memory of a cipher is overwritten at once; it is free, and overwritten when it is
 * used again, or with the end of the process.
 *
 * <p><b>Shape:</b> a prefix, nonce (12 random bytes), ciphertext, tag (16), as Tink writes them.
 *
 * <p><b>Thread-safety:</b> safe.
 *
 * <p><b>Source:</b> NIST SP 800-38D.
 */
public final class AesGcm {
    public static final int KEY_BYTES = 32;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HeldKey key;
    private final byte[] prefix;

    /** Copies the key; the caller overwrites its own. */
    public AesGcm(byte[] key, byte[] prefix) throws GeneralSecurityException {
        if (key.length != KEY_BYTES) {
            throw new GeneralSecurityException("an AES-256 key has " + KEY_BYTES + " bytes");
        }
        this.key = new HeldKey(key.clone());
        this.prefix = prefix.clone();
    }

    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, 0, associatedData);
        int sealedAt = prefix.length + NONCE_BYTES;
        byte[] sealed = Arrays.copyOf(prefix, sealedAt + plaintext.length + TAG_BYTES);
        System.arraycopy(nonce, 0, sealed, prefix.length, NONCE_BYTES);
        cipher.doFinal(plaintext, 0, plaintext.length, sealed, sealedAt);
        return sealed;
    }

    public byte[] decrypt(byte[] sealed, byte[] associatedData) throws GeneralSecurityException {
        int sealedAt = prefix.length + NONCE_BYTES;
        if (sealed.length < sealedAt + TAG_BYTES
                || !Arrays.equals(sealed, 0, prefix.length, prefix, 0, prefix.length)) {
            throw new GeneralSecurityException("not what this key sealed");
        }
        return cipher(Cipher.DECRYPT_MODE, sealed, prefix.length, associatedData)
                .doFinal(sealed, sealedAt, sealed.length - sealedAt);
    }

    /** The key in the clear; the caller overwrites it. */
    byte[] key() {
        return key.getEncoded();
    }

    byte[] prefix() {
        return prefix.clone();
    }

    public void destroy() {
        key.destroy();
    }

    private Cipher cipher(int mode, byte[] from, int nonceAt, byte[] associatedData) throws GeneralSecurityException {
        if (key.isDestroyed()) {
            throw new GeneralSecurityException("this key is destroyed");
        }
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, from, nonceAt, NONCE_BYTES));
        cipher.updateAAD(associatedData);
        return cipher;
    }

    @Override
    public String toString() {
        return "AesGcm[hidden]";
    }

    /** A {@link javax.crypto.spec.SecretKeySpec} cannot be overwritten. */
    private static final class HeldKey implements SecretKey {
        private static final long serialVersionUID = 1L;

        private final transient byte[] bytes;
        private transient boolean destroyed;

        HeldKey(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public String getAlgorithm() {
            return "AES";
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public synchronized byte[] getEncoded() {
            if (destroyed) {
                throw new IllegalStateException("this key is destroyed");
            }
            return bytes.clone();
        }

        @Override
        public synchronized void destroy() {
            destroyed = true;
            Arrays.fill(bytes, (byte) 0);
        }

        @Override
        public synchronized boolean isDestroyed() {
            return destroyed;
        }
    }
}
