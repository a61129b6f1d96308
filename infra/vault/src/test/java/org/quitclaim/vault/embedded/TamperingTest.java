package org.quitclaim.vault.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
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

/** Somebody with write access to the files exchanges or alters what lies there. */
@Requirement({"R32", "R33"})
class TamperingTest {
    private static final String CANARY = "Canary-Name-7391";

    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();
    private final RecordId first = IdMint.recordId();
    private final RecordId second = IdMint.recordId();
    private final RecordId file = IdMint.recordId();
    private final RecordId otherFile = IdMint.recordId();

    private VaultFolders folders() {
        return VaultFolders.of(folder.resolve("data"));
    }

    @BeforeEach
    void sealSome() throws VaultException {
        try (Vault vault = EmbeddedVault.open(folders(), clock)) {
            KeyRef one = KeyRef.first(VaultSamples.person(), KeyScope.IDENTITY);
            KeyRef two = KeyRef.first(VaultSamples.person(), KeyScope.IDENTITY);
            vault.create(one);
            vault.create(two);
            vault.seal(new SealRequest(one, VaultSamples.NAME, first, Plaintext.of(CANARY)));
            vault.seal(new SealRequest(one, VaultSamples.NAME, second, Plaintext.of(CANARY)));
            for (RecordId id : List.of(file, otherFile)) {
                byte[] content = CANARY.getBytes(StandardCharsets.UTF_8);
                vault.sealFile(two, VaultSamples.IMAGE, id, new ByteArrayInputStream(content), List.of());
            }
        }
    }

    private void change(String database, String sql, String... values) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folders().data().resolve(database));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isPositive();
        }
    }

    private void assertRefused(RecordId id) throws VaultException {
        try (Vault vault = EmbeddedVault.open(folders(), clock)) {
            assertThatThrownBy(() -> vault.open(id, VaultSamples.OFFICER))
                    .isInstanceOf(VaultException.IntegrityFailure.class)
                    .hasMessageNotContaining(CANARY)
                    .hasNoCause();
        }
    }

    private Path sealedFile(RecordId id) throws IOException {
        try (Stream<Path> all = Files.walk(folders().data())) {
            return all.filter(path -> path.endsWith(id.value())).findFirst().orElseThrow();
        }
    }

    @Test
    void aCiphertextOfAnotherRecordOfTheSameKeyIsRefused() throws SQLException, VaultException {
        change(
                "records.db",
                "UPDATE record SET ciphertext=(SELECT ciphertext FROM record WHERE id=?) WHERE id=?",
                second.value(),
                first.value());
        assertRefused(first);
    }

    @Test
    void aRecordUnderAnotherKindIsRefused() throws SQLException, VaultException {
        change("records.db", "UPDATE record SET kind='faceprint' WHERE id=?", first.value());
        assertRefused(first);
    }

    @Test
    void anotherOwnersWrappedKeyIsRefused() throws SQLException, VaultException {
        change("keys.db", "UPDATE data_key SET body=(SELECT body FROM data_key WHERE id=2) WHERE id=1");
        assertRefused(first);
    }

    @Test
    void anotherOwnersKeyIsRefused() throws SQLException, VaultException {
        change(
                "records.db",
                "UPDATE record SET key_ref=(SELECT key_ref FROM record WHERE id=?) WHERE id=?",
                file.value(),
                first.value());
        assertRefused(first);
    }

    @Test
    void aFileInThePlaceOfAnotherIsRefused() throws IOException, VaultException {
        Files.write(sealedFile(file), Files.readAllBytes(sealedFile(otherFile)));
        assertRefused(file);
    }

    @Test
    void aTruncatedOrMissingFileIsRefused() throws IOException, VaultException {
        byte[] sealed = Files.readAllBytes(sealedFile(file));
        Files.write(sealedFile(file), Arrays.copyOf(sealed, sealed.length - 1));
        assertRefused(file);
        Files.delete(sealedFile(file));
        assertRefused(file);
    }

    @Test
    void nothingInTheClearLiesInAnyFile() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
                assertThat(content.contains(CANARY)).as(each.toString()).isFalse();
            }
        }
    }
}
