package org.quitclaim.demo.verb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.sqlite.SqliteKeyStore;
import org.quitclaim.vault.sqlite.SqliteRecordStore;
import org.quitclaim.vault.storage.Ciphertext;
import org.quitclaim.vault.storage.StorageStep;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.StoredRecord;
import org.quitclaim.vault.storage.WrappedKey;

/**
 * What a key left in a copy of a data folder: the bytes of its wrapped form and of everything sealed under it.
 *
 * @param wrappedKey in pieces of 16 bytes, so that a part of it is found too
 * @param ciphertexts likewise the first pieces of each
 */
record DrillTraces(List<byte[]> wrappedKey, List<byte[]> ciphertexts, List<RecordId> records) {
    private static final int PIECE = 16;
    private static final int PIECES = 6;

    static DrillTraces of(Path copy, KeyRef key) throws VaultException {
        try (SqliteKeyStore keys = SqliteKeyStore.open(copy.resolve("keys.db"), StorageStep.UNOBSERVED);
                SqliteRecordStore records =
                        SqliteRecordStore.open(copy.resolve("records.db"), StorageStep.UNOBSERVED)) {
            List<RecordId> ids = records.sealedUnder(key);
            List<byte[]> ciphertexts = new ArrayList<>();
            for (StoredRecord each : records.find(ids).values()) {
                if (each.ciphertext() instanceof Ciphertext.Inline(byte[] bytes)) {
                    ciphertexts.addAll(pieces(bytes, WrappedKey.COMMON_PREFIX));
                }
            }
            StoredKey stored = keys.find(key).orElseThrow(VaultException.KeyUnknown::new);
            return new DrillTraces(pieces(stored.wrapped().bytes(), WrappedKey.COMMON_PREFIX), ciphertexts, ids);
        }
    }

    private static List<byte[]> pieces(byte[] bytes, int from) {
        List<byte[]> pieces = new ArrayList<>();
        for (int at = from; at + PIECE <= bytes.length && pieces.size() < PIECES; at += PIECE) {
            pieces.add(Arrays.copyOfRange(bytes, at, at + PIECE));
        }
        return pieces;
    }

    /** In how many files below a folder any of these bytes stands; file names count as well. */
    static int filesWith(Path folder, Collection<byte[]> pieces) throws IOException {
        List<String> needles = pieces.stream()
                .map(piece -> new String(piece, StandardCharsets.ISO_8859_1))
                .toList();
        int found = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (needles.stream().anyMatch(content::contains)) {
                    found++;
                }
            }
        }
        return found;
    }
}
