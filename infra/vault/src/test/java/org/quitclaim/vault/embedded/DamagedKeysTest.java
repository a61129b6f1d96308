package org.quitclaim.vault.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyDamage;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.ShredReceipt;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultSamples;

/** A byte of a row is not what was written: it is found, opens nothing, and keeps nobody else from anything. */
@Requirement({"R32", "R33"})
class DamagedKeysTest {
    private static final String LOST = "DELETE FROM data_key WHERE id=1";
    private static final String CALLED_DESTROYED =
            "UPDATE data_key SET body=CAST(x'03'||substr(body,2) AS BLOB) WHERE id=1";

    private static final String ANOTHER_EPOCH =
            "UPDATE data_key SET body=CAST(substr(body,1,9)||x'00000101'||substr(body,14) AS BLOB) WHERE id=1";
    private static final String FLIPPED =
            "UPDATE data_key SET body=CAST(substr(body,1,59)||x'5555'||substr(body,62) AS BLOB) WHERE id=1";
    private static final String EMPTIED =
            "UPDATE data_key SET body=CAST(x'03'||substr(body,2,12)||zeroblob(97) AS BLOB) WHERE id=1";
    /** After these nobody knows the key any more; after all others it lies there, under another name or state. */
    private static final Set<String> KEY_GONE = Set.of(ANOTHER_EPOCH, FLIPPED, EMPTIED, LOST);

    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();
    private final RecordId record = IdMint.recordId();
    private final RecordId other = IdMint.recordId();
    private final KeyRef key = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
    private final KeyRef others = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);

    @BeforeEach
    void sealSome() throws VaultException {
        try (Vault vault = open()) {
            vault.create(key);
            vault.create(others);
            vault.seal(new SealRequest(key, VaultSamples.NAME, record, Plaintext.of("one")));
            vault.seal(new SealRequest(others, VaultSamples.NAME, other, Plaintext.of("two")));
        }
    }

    private Vault open() throws VaultException {
        return EmbeddedVault.open(VaultFolders.of(folder.resolve("data")), clock);
    }

    private void change(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("data").resolve(database));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String body(int id) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("data").resolve("keys.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT hex(body) FROM data_key WHERE id=" + id)) {
            return row.getString(1);
        }
    }

    private long rowsWithAKey() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("data").resolve("keys.db"));
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT count(*) FROM data_key WHERE substr(body, 14)<>zeroblob(97)")) {
            return rows.getLong(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE data_key SET body=CAST(x'07'||substr(body,2) AS BLOB) WHERE id=1",
                "UPDATE data_key SET body=CAST(x'00'||substr(body,2) AS BLOB) WHERE id=1",
                CALLED_DESTROYED,
                "UPDATE data_key SET body=CAST(substr(body,1,9)||x'00000000'||substr(body,14) AS BLOB) WHERE id=1",
                ANOTHER_EPOCH,
                FLIPPED,
                EMPTIED,
                "UPDATE data_key SET ref=CAST(substr(ref,1,30)||x'09'||substr(ref,32) AS BLOB) WHERE id=1",
                "UPDATE data_key SET ref=CAST(substr(ref,1,30)||x'01'||substr(ref,32) AS BLOB) WHERE id=1",
                "UPDATE data_key SET ref=CAST(substr(ref,1,9)||x'30'||substr(ref,11) AS BLOB) WHERE id=1",
                "UPDATE data_key SET ref=CAST(substr(ref,1,31)||x'00000000' AS BLOB) WHERE id=1",
                LOST
            })
    void a_damaged_row_is_named_opens_nothing_and_can_be_destroyed_while_the_others_are_served(String damage)
            throws SQLException, VaultException {
        change("keys.db", damage);
        try (Vault vault = open()) {
            assertThat(vault.damage().keys()).containsExactly(key);
            assertThat(vault.lookAtKeys()).isEqualTo(vault.damage());
            assertThatThrownBy(() -> vault.open(record, VaultSamples.OFFICER))
                    .isInstanceOf(VaultException.IntegrityFailure.class);
            assertThat(vault.open(other, VaultSamples.OFFICER).text()).isEqualTo("two");
            assertThatThrownBy(() -> vault.epochs().rotate(progress -> {}))
                    .hasFieldOrPropertyWithValue("code", "vault.keys-wait-for-repair");

            ShredReceipt receipt = vault.shred(key);

            assertThat(receipt.records()).containsExactly(record);
            assertThat(receipt.damaged()).isEqualTo(KEY_GONE.contains(damage));
            assertThat(vault.state(key)).contains(KeyState.DESTROYED);
            assertThat(vault.sealedUnder(key)).isEmpty();
            assertThat(vault.damage().keys()).isEmpty();
            vault.epochs().rotate(progress -> {});
        }
        assertThat(rowsWithAKey()).isEqualTo(1);
        try (Vault vault = open()) {
            assertThat(vault.damage().keys()).isEmpty();
            assertThat(vault.shred(key).records()).containsExactly(record);
            assertThat(vault.shred(key).damaged()).isEqualTo(KEY_GONE.contains(damage));
        }
    }

    @Test
    void keys_that_were_exchanged_are_both_found() throws SQLException, VaultException {
        String first = body(1);
        change("keys.db", "UPDATE data_key SET body=(SELECT body FROM data_key WHERE id=2) WHERE id=1");
        change("keys.db", "UPDATE data_key SET body=x'" + first + "' WHERE id=2");
        try (Vault vault = open()) {
            assertThat(vault.damage().keys()).containsExactlyInAnyOrder(key, others);
        }
    }

    @Test
    void a_key_that_lies_in_the_row_of_another_one_in_use_is_destroyed_there_too() throws SQLException, VaultException {
        change("keys.db", "UPDATE data_key SET body=(SELECT body FROM data_key WHERE id=1) WHERE id=2");
        try (Vault vault = open()) {
            assertThat(vault.damage().keys()).containsExactly(others);
            assertThat(vault.shred(key).strayCopyFound()).isTrue();
            assertThat(vault.damage().keys()).containsExactly(others);
        }
        assertThat(rowsWithAKey()).isZero();
    }

    /** Whoever is erased takes nobody's key along, also where a fault or an attacker put it into her row. */
    @Test
    void a_key_that_lies_in_the_row_of_who_is_erased_goes_back_to_its_own() throws SQLException, VaultException {
        String first = body(1);
        change("keys.db", "UPDATE data_key SET body=(SELECT body FROM data_key WHERE id=2) WHERE id=1");
        change("keys.db", "UPDATE data_key SET body=x'" + first + "' WHERE id=2");
        try (Vault vault = open()) {
            ShredReceipt receipt = vault.shred(key);

            assertThat(receipt.records()).containsExactly(record);
            assertThat(receipt.damaged()).isFalse();
            assertThat(vault.damage().keys()).isEmpty();
            assertThat(vault.open(other, VaultSamples.OFFICER).text()).isEqualTo("two");
        }
        assertThat(rowsWithAKey()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM data_key WHERE id=2", "UPDATE data_key SET body=zeroblob(110) WHERE id=2"})
    void it_goes_back_where_its_own_row_is_gone_too(String gone) throws SQLException, VaultException {
        change("keys.db", "UPDATE data_key SET body=(SELECT body FROM data_key WHERE id=2) WHERE id=1");
        change("keys.db", gone);
        try (Vault vault = open()) {
            assertThat(vault.shred(key).damaged()).isTrue();
            assertThat(vault.open(other, VaultSamples.OFFICER).text()).isEqualTo("two");
        }
        assertThat(rowsWithAKey()).isEqualTo(1);
    }

    @Test
    void a_row_altered_since_the_last_look_takes_nobodys_key_along() throws SQLException, VaultException {
        try (Vault vault = open()) {
            change("keys.db", "UPDATE data_key SET body=(SELECT body FROM data_key WHERE id=2) WHERE id=1");
            change("keys.db", "UPDATE data_key SET body=CAST(x'07'||substr(body,2,108)||x'55' AS BLOB) WHERE id=2");
            vault.shred(key);
            assertThat(vault.open(other, VaultSamples.OFFICER).text()).isEqualTo("two");
        }
    }

    @Test
    void a_key_whose_destruction_was_ordered_does_not_come_back() throws SQLException, VaultException {
        String kept = body(2);
        try (Vault vault = open()) {
            vault.shred(others);
        }
        change("keys.db", "UPDATE data_key SET body=x'" + kept + "' WHERE id=1");
        try (Vault vault = open()) {
            vault.shred(key);
            assertThat(vault.state(others)).contains(KeyState.DESTROYED);
        }
        assertThat(rowsWithAKey()).isZero();
    }

    @Test
    void an_interrupted_destruction_is_finished_in_the_row_of_another_one_too() throws SQLException, VaultException {
        String kept = body(1);
        try (Vault vault = open()) {
            vault.shred(key);
        }
        change("keys.db", "UPDATE shred SET deleted_at=NULL");
        change("keys.db", "UPDATE data_key SET body=x'" + kept + "' WHERE id=2");
        try (Vault vault = open()) {
            assertThat(vault.receipt(key).orElseThrow().strayCopyFound()).isTrue();
        }
        assertThat(rowsWithAKey()).isZero();
    }

    @Test
    void a_lost_row_leaves_no_key_in_the_free_pages_of_the_file() throws SQLException, VaultException, IOException {
        byte[] kept = HexFormat.of().parseHex(body(1).substring(2 * 26));
        change("keys.db", "CREATE TABLE left_over AS SELECT body FROM data_key WHERE id=1");
        change("keys.db", "DROP TABLE left_over");
        change("keys.db", LOST);
        assertThat(keysFile()).contains(latin(kept));
        try (Vault vault = open()) {
            assertThat(vault.shred(key).damaged()).isTrue();
        }
        assertThat(keysFile()).doesNotContain(latin(kept));
    }

    private String keysFile() throws IOException {
        return latin(Files.readAllBytes(folder.resolve("data").resolve("keys.db")));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_key_that_was_never_damaged_is_not_called_so() throws VaultException {
        try (Vault vault = open()) {
            assertThat(vault.shred(key).damaged()).isFalse();
            assertThat(vault.shred(KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION))
                            .damaged())
                    .isFalse();
        }
    }

    @Test
    void a_row_altered_while_the_vault_is_open_is_found_by_the_next_look() throws SQLException, VaultException {
        try (Vault vault = open()) {
            assertThat(vault.damage()).isEqualTo(KeyDamage.NONE);
            change("keys.db", CALLED_DESTROYED);
            assertThat(vault.lookAtKeys().keys()).containsExactly(key);
        }
    }

    @Test
    void a_key_that_came_back_after_its_receipt_opens_nothing_and_is_destroyed_again()
            throws SQLException, VaultException {
        String kept = body(1);
        try (Vault vault = open()) {
            vault.shred(key);
        }
        change("keys.db", "UPDATE data_key SET body=x'" + kept + "' WHERE id=1");
        try (Vault vault = open()) {
            assertThat(vault.state(key)).contains(KeyState.DAMAGED);
            vault.shred(key);
            assertThat(vault.state(key)).contains(KeyState.DESTROYED);
        }
        assertThat(rowsWithAKey()).isEqualTo(1);
    }

    @Test
    void no_later_generation_sidesteps_a_damaged_one_and_suspending_it_leaves_it_as_it_is()
            throws SQLException, VaultException {
        change("keys.db", "UPDATE data_key SET body=CAST(x'07'||substr(body,2) AS BLOB) WHERE id=1");
        try (Vault vault = open()) {
            vault.suspend(key);
            vault.resume(key);
            assertThat(vault.state(key)).contains(KeyState.DAMAGED);
            KeyRef next = new KeyRef(key.owner(), key.scope(), new KeyGeneration(2));
            assertThatThrownBy(() -> vault.create(next)).isInstanceOf(VaultException.IntegrityFailure.class);
            vault.shred(key);
            vault.create(next);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger SET doubt='XX'",
                "UPDATE epoch SET state='CURRENTX'",
                "UPDATE epoch SET state='RETIRING'",
                "UPDATE epoch SET number=0",
                "UPDATE secret SET epoch=0",
                "UPDATE secret SET wrapped=zeroblob(length(wrapped)) WHERE name=(SELECT max(name) FROM secret)",
                "UPDATE installation SET id='inst_1'"
            })
    void an_impossible_value_elsewhere_is_called_damage_and_not_a_full_disk(String damage)
            throws SQLException, VaultException {
        try (Vault vault = open()) {
            vault.clearanceSigner().publicJwks();
            vault.nos().requireTarget();
        }
        change("keys.db", "INSERT OR IGNORE INTO ledger(one) VALUES(1)");
        change("keys.db", damage);
        assertThatThrownBy(() -> {
                    try (Vault vault = open()) {
                        vault.clearanceSigner().publicJwks();
                    }
                })
                .isInstanceOfSatisfying(
                        VaultException.class, e -> assertThat(e.code()).isEqualTo("vault.keys-damaged"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE record SET key_ref=CAST(substr(key_ref,1,30)||x'09'||substr(key_ref,32) AS BLOB) WHERE seq=1",
                "UPDATE record SET key_ref=x'00' WHERE seq=1",
                "UPDATE record SET kind='?' WHERE seq=1",
                "UPDATE record SET ciphertext=zeroblob(50) WHERE seq=1"
            })
    void a_damaged_record_is_there_and_opens_to_nobody(String damage) throws SQLException, VaultException {
        change("records.db", damage);
        try (Vault vault = open()) {
            assertThat(vault.openAll(List.of(record, other), VaultSamples.OFFICER)
                            .get(other))
                    .isInstanceOf(Opening.Opened.class);
            assertThatThrownBy(() -> vault.open(record, VaultSamples.OFFICER))
                    .isInstanceOf(VaultException.IntegrityFailure.class);
            assertThat(vault.damage().records()).isEqualTo(damage.contains("key_ref") ? 1 : 0);
        }
    }
}
