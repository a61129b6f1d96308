package org.quitclaim.vault.seal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Fingerprint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.Ciphertext;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.StoredRecord;
import org.quitclaim.vault.storage.Stores;
import org.quitclaim.vault.storage.WrappedKey;

/**
 * Takes the fingerprints of a key and of what lies under it, while both are still there.
 *
 * <p>Windows of 16 bytes, one after the other: whatever run of 31 bytes or more is left behind contains one of them
 * whole. Bounded, so that a shred does not wait for the size of what it destroys: of the newest records, and of the
 * beginning of a large one.
 */
final class Remains {
    private static final int WINDOW = 16;
    private static final int MOST_RECORDS = 1_024;
    private static final int MOST_OF_ONE = 64;
    private static final int MOST = 8_192;

    private final Stores stores;

    Remains(Stores stores) {
        this.stores = stores;
    }

    List<Fingerprint> of(KeyRef key) throws VaultException {
        List<Fingerprint> found = new ArrayList<>();
        stores.keys()
                .find(key)
                .map(StoredKey::wrapped)
                .ifPresent(wrapped -> add(found, Fingerprint.Kind.KEY, wrapped.bytes(), WrappedKey.COMMON_PREFIX));
        List<RecordId> all = stores.records().sealedUnder(key);
        List<RecordId> newest = all.subList(Math.max(0, all.size() - MOST_RECORDS), all.size());
        for (StoredRecord record : stores.records().find(newest).values()) {
            if (found.size() < MOST) {
                add(found, Fingerprint.Kind.CIPHERTEXT, beginning(record), WrappedKey.COMMON_PREFIX);
            }
        }
        return found;
    }

    private byte[] beginning(StoredRecord record) throws StorageFailure {
        return switch (record.ciphertext()) {
            case Ciphertext.Inline(byte[] bytes) -> bytes;
            case Ciphertext.InFile() -> beginning(record.id());
        };
    }

    private byte[] beginning(RecordId id) throws StorageFailure {
        try (InputStream file = stores.files().read(id)) {
            return file.readNBytes(WrappedKey.COMMON_PREFIX + MOST_OF_ONE * WINDOW);
        } catch (IOException e) {
            throw new StorageFailure("read a sealed file", e);
        }
    }

    private static void add(List<Fingerprint> found, Fingerprint.Kind kind, byte[] bytes, int from) {
        int last = Math.min(bytes.length - WINDOW, from + (MOST_OF_ONE - 1) * WINDOW);
        for (int at = from; at <= last; at += WINDOW) {
            if (varied(bytes, at)) {
                found.add(Fingerprint.of(kind, Arrays.copyOfRange(bytes, at, at + WINDOW)));
            }
        }
    }

    /** A destroyed key is a row of zeros, which stands in every file. */
    private static boolean varied(byte[] bytes, int at) {
        for (int i = at + 1; i < at + WINDOW; i++) {
            if (bytes[i] != bytes[at]) {
                return true;
            }
        }
        return false;
    }
}
