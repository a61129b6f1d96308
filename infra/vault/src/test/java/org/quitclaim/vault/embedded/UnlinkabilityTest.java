package org.quitclaim.vault.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultSamples;

/** What is stored of one and the same faceprint, beside what is stored of it elsewhere or later (ISO/IEC 24745). */
@Requirement("R34")
class UnlinkabilityTest {
    private static final int WINDOW = 8;

    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();
    private final PersonId person = VaultSamples.person();
    private final RecordId record = IdMint.recordId();

    /** Even the ids are the same here, which they never are. */
    @Test
    void twoInstallationsShareNothingOfTheSameFaceprint() throws Exception {
        try (Vault one = open("one");
                Vault other = open("other")) {
            seal(one, KeyRef.first(person, KeyScope.RECOGNITION), record);
            seal(other, KeyRef.first(person, KeyScope.RECOGNITION), record);

            assertThat(one.secrets().mac("faceprint", faceprint()))
                    .isNotEqualTo(other.secrets().mac("faceprint", faceprint()));
        }

        assertNothingInCommon(stored("one", record), stored("other", record));
    }

    @Test
    void whatIsStoredTellsNothingOfTheNumbers() throws Exception {
        try (Vault vault = open("one")) {
            seal(vault, KeyRef.first(person, KeyScope.RECOGNITION), record);
        }

        assertNothingInCommon(stored("one", record), faceprint());
    }

    @Test
    void aFaceprintIsRenewedWithoutATraceOfTheOldOne() throws Exception {
        RecordId renewed = IdMint.recordId();
        byte[] before;
        try (Vault vault = open("one")) {
            KeyRef key = KeyRef.first(person, KeyScope.RECOGNITION);
            seal(vault, key, record);
            before = stored("one", record);
            vault.shred(key);
            seal(vault, KeyRef.of(person, KeyScope.RECOGNITION, new KeyGeneration(2)), renewed);

            assertThatThrownBy(() -> vault.open(record, VaultSamples.OFFICER)).isInstanceOf(VaultException.class);
            assertThat(vault.open(renewed, VaultSamples.OFFICER).bytes()).isEqualTo(faceprint());
        }

        assertNothingInCommon(before, stored("one", renewed));
    }

    private Vault open(String installation) throws VaultException {
        return EmbeddedVault.open(VaultFolders.of(folder.resolve(installation).resolve("data")), clock);
    }

    private static void seal(Vault vault, KeyRef key, RecordId id) throws VaultException {
        vault.create(key);
        vault.seal(new SealRequest(key, VaultSamples.PRINT, id, Plaintext.owning(faceprint())));
    }

    /** The same numbers every time. */
    private static byte[] faceprint() {
        ByteBuffer floats = ByteBuffer.allocate(128 * Float.BYTES);
        new Random(7).doubles(128, -0.3, 0.3).forEach(value -> floats.putFloat((float) value));
        return floats.array();
    }

    private byte[] stored(String installation, RecordId id) throws SQLException {
        Path file = folder.resolve(installation).resolve("data").resolve("records.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select ciphertext from record where id = '" + id.value() + "'")) {
            assertThat(row.next()).isTrue();
            return row.getBytes(1);
        }
    }

    private static void assertNothingInCommon(byte[] one, byte[] other) {
        assertThat(one).hasSizeGreaterThan(WINDOW);
        assertThat(other).hasSizeGreaterThan(WINDOW);
        Set<List<Byte>> seen = new HashSet<>(windows(one));
        assertThat(windows(other)).noneMatch(seen::contains);
    }

    private static List<List<Byte>> windows(byte[] bytes) {
        return IntStream.rangeClosed(0, bytes.length - WINDOW)
                .mapToObj(from -> IntStream.range(from, from + WINDOW)
                        .mapToObj(at -> bytes[at])
                        .toList())
                .toList();
    }
}
