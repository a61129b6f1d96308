package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AesGcmKey;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.sqlite.SqliteKeyStore;
import org.quitclaim.vault.sqlite.SqliteRecordStore;
import org.quitclaim.vault.storage.AesGcm;
import org.quitclaim.vault.storage.AssociatedData;
import org.quitclaim.vault.storage.Ciphertext;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.StorageStep;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.StoredRecord;
import tools.jackson.databind.JsonNode;

/** What must not be left, as whoever made it knows it; and a backup on which every key that is found is tried. */
record Secrets(InstallationId installation, StoredKey wrapped, List<StoredRecord> sealed, List<Named> known) {
    static final String KEK = "the epoch's key";
    static final String RECORDS = "the data key's half for records";
    static final String FILES = "the data key's half for files";
    static final String WRAPPED = "the wrapped data key";
    static final Set<String> KEYS = Set.of(KEK, RECORDS, FILES);
    private static final int PREFIX = 5;
    private static final int KEY = 32;
    private static final int TELLING = 8;
    private static final int PIECE_FLOATS = 8;
    private static final int MOST = 64;

    record Named(String name, byte[] bytes) {}

    static Secrets of(Path backup, byte[] keyset, Answer export) throws Exception {
        try (SqliteKeyStore keys = SqliteKeyStore.open(backup.resolve("keys.db"), StorageStep.UNOBSERVED);
                SqliteRecordStore records =
                        SqliteRecordStore.open(backup.resolve("records.db"), StorageStep.UNOBSERVED)) {
            StoredKey wrapped = keys.livingCreatedUpTo(Instant.MAX).stream()
                    .filter(key -> key.ref().scope() == KeyScope.RECOGNITION)
                    .findFirst()
                    .orElseThrow();
            List<StoredRecord> sealed =
                    List.copyOf(records.find(records.sealedUnder(wrapped.ref())).values());
            List<Named> known = new ArrayList<>(numbers(export));
            byte[] bytes = wrapped.wrapped().bytes();
            byte[] material = Kek.parse(keyset).unwrap(bytes, context(wrapped));
            known.add(new Named(WRAPPED, Arrays.copyOfRange(bytes, PREFIX, bytes.length)));
            known.add(new Named(KEK, raw(keyset)));
            known.add(new Named(RECORDS, Arrays.copyOf(material, KEY)));
            known.add(new Named(FILES, Arrays.copyOfRange(material, KEY, 2 * KEY)));
            return new Secrets(keys.installation().orElseThrow(), wrapped, sealed, known);
        }
    }

    @AccessesPartialKey
    private static byte[] raw(byte[] keyset) throws GeneralSecurityException {
        AesGcmKey key = (AesGcmKey) TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                .getPrimary()
                .getKey();
        return key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
    }

    /** As floats in a row, and those with many digits as text. */
    private static List<Named> numbers(Answer export) {
        List<Named> known = new ArrayList<>();
        List<JsonNode> numbers = export.json()
                .path("faceprints")
                .path(0)
                .path("numbers")
                .valueStream()
                .toList();
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            ByteBuffer floats = ByteBuffer.allocate(PIECE_FLOATS * Float.BYTES).order(order);
            numbers.subList(0, PIECE_FLOATS).forEach(number -> floats.putFloat(number.floatValue()));
            known.add(new Named("its floats, " + order, floats.array()));
        }
        String answer = new String(export.bytes(), StandardCharsets.UTF_8);
        for (JsonNode number : numbers) {
            String text = Float.toString(number.floatValue());
            if (text.length() >= TELLING && answer.contains(text)) {
                for (Charset letters :
                        List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                    known.add(new Named("its numbers as text, " + letters, text.getBytes(letters)));
                }
            }
        }
        assertThat(known).as("numbers that are written as they are looked for").hasSizeGreaterThan(3 * MOST);
        return known;
    }

    MemorySearch search() {
        MemorySearch search = new MemorySearch();
        known.forEach(each -> search.lookFor(each.name(), each.bytes()));
        return search;
    }

    /** How many of these open the wrapped key or a record of the backup. */
    long opening(Collection<byte[]> keys) {
        return keys.stream().filter(key -> key.length == KEY && opens(key)).count();
    }

    private boolean opens(byte[] key) {
        byte[] bytes = wrapped.wrapped().bytes();
        return opens(key, Arrays.copyOf(bytes, PREFIX), bytes, context(wrapped))
                || sealed.stream()
                        .anyMatch(row -> row.ciphertext() instanceof Ciphertext.Inline(byte[] content)
                                && opens(
                                        key,
                                        new byte[0],
                                        content,
                                        AssociatedData.ofRecord(installation, row.key(), row.id(), row.kind())));
    }

    private static boolean opens(byte[] key, byte[] prefix, byte[] sealed, byte[] context) {
        try {
            new AesGcm(key, prefix).decrypt(sealed, context);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] context(StoredKey key) {
        return AssociatedData.ofWrappedKey(key.ref(), key.wrapped().epoch());
    }
}
