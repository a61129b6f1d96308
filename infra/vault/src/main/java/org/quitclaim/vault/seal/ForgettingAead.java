package org.quitclaim.vault.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * An AEAD whose key does not stay behind in the thread that used it.
 *
 * <p>Tink keeps one cipher per thread, and a cipher keeps the key it was initialised with last: without this a destroyed
 * key stays reachable in every thread that happened to use it last. After each use the thread's cipher is given a key
 * that protects nothing, which takes some microseconds.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class ForgettingAead implements Aead {
    private static final byte[] NOTHING = new byte[0];

    private final Aead aead;
    private final Aead nobodys;

    private ForgettingAead(Aead aead, Aead nobodys) {
        this.aead = aead;
        this.nobodys = nobodys;
    }

    static Aead around(Aead aead) throws GeneralSecurityException {
        return new ForgettingAead(aead, Nobodys.key());
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        try {
            return aead.encrypt(plaintext, associatedData);
        } finally {
            nobodys.encrypt(NOTHING, NOTHING);
        }
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        try {
            return aead.decrypt(ciphertext, associatedData);
        } finally {
            nobodys.encrypt(NOTHING, NOTHING);
        }
    }

    /** Made once, when it is needed first. */
    private static final class Nobodys {
        private static volatile @Nullable Aead key;

        static Aead key() throws GeneralSecurityException {
            Aead known = key;
            if (known == null) {
                known = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                        .getPrimitive(RegistryConfiguration.get(), Aead.class);
                key = known;
            }
            return known;
        }
    }
}
