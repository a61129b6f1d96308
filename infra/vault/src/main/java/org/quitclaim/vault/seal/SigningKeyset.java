package org.quitclaim.vault.seal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.SigningStopped;

/**
 * The keys that sign one kind of thing: made at the first use, then kept in the box.
 *
 * <p><b>Errors:</b> {@link SigningStopped} from {@link #stop} on.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class SigningKeyset {
    private final SecretBox box;
    private final String name;
    private final Kind kind;
    private @Nullable KeysetHandle keyset;
    private boolean stopped;

    SigningKeyset(SecretBox box, String name, Kind kind) {
        this.box = box;
        this.name = name;
        this.kind = kind;
    }

    /** Which kind of key, made known to Tink. */
    interface Kind {
        Parameters registered() throws GeneralSecurityException;
    }

    synchronized void stop() {
        stopped = true;
    }

    synchronized KeysetHandle get() throws VaultException, GeneralSecurityException {
        if (stopped) {
            throw new SigningStopped();
        }
        KeysetHandle known = keyset;
        if (known == null) {
            Parameters parameters = kind.registered();
            known = TinkProtoKeysetFormat.parseKeyset(
                    box.obtain(name, () -> made(parameters)), InsecureSecretKeyAccess.get());
            keyset = known;
        }
        return known;
    }

    private static byte[] made(Parameters parameters) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get());
    }
}
