package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/** Who a member of staff or a machine was can be read for a time after its end, and then by nobody. */
class StaffRecordsEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @Test
    @Requirement("R72")
    void records_go_when_their_time_is_over_and_no_sooner(@TempDir Path folder) throws Exception {
        try (Server server = Running.demo(folder, Map.of("quitclaim.staff.name-retention", "10d"))) {
            Office office = Office.at(server.address());
            Client admin = office.visitor().as(Role.ADMIN);
            // given: one that stays, one that ended, one that nobody agreed to, and three tokens: one is
            // revoked, and one runs out
            String stays = office.newcomer("stays", Role.EDITOR).account();
            String ended = office.newcomer("ended", Role.EDITOR).account();
            admin.remove("/api/accounts/" + ended);
            String asked = admin.post("/api/accounts", Map.of("login", "asked", "roles", List.of("EDITOR")))
                    .orFail()
                    .text("accountId");
            String token = token(admin, "kept");
            String revoked = token(admin, "revoked");
            admin.remove("/api/service-tokens/" + revoked);
            String ranOut = token(admin, "ran out", 1);

            // when a day and more is over: then what nobody agreed to is gone, and what ended can still be read
            move(admin, Duration.ofDays(2));
            await().atMost(PATIENCE).until(() -> gone(server, new AccountId(asked)));
            admin = office.visitor().as(Role.ADMIN);
            Client officer = office.visitor().as(Role.COMPLIANCE_OFFICER);
            for (String id : List.of(ended, revoked, ranOut)) {
                assertThat(officer.get("/api/staff/" + id).orFail().text("name"))
                        .isNotEmpty();
            }

            // when its time is over: then nobody can say any more who it was, and the others stay
            move(admin, Duration.ofDays(11));
            await().atMost(PATIENCE)
                    .until(() -> gone(server, new AccountId(ended))
                            && gone(server, new TokenId(revoked))
                            && gone(server, new TokenId(ranOut)));
            officer = office.visitor().as(Role.COMPLIANCE_OFFICER);
            for (String id : List.of(ended, revoked, ranOut, asked)) {
                assertThat(officer.get("/api/staff/" + id).orFail().json().hasNonNull("name"))
                        .isFalse();
            }
            assertThat(listed(officer, "/api/accounts", "accountId"))
                    .contains(stays)
                    .doesNotContain(ended, asked);
            assertThat(listed(officer, "/api/service-tokens", "tokenId"))
                    .contains(token)
                    .doesNotContain(revoked, ranOut);
        }
    }

    /** Nobody can say when its time is over; the time of the others is. */
    @Test
    @Requirement("R72")
    void a_damaged_account_keeps_its_record_and_no_record_of_another(@TempDir Path folder) throws Exception {
        List<String> accounts;
        String revoked;
        try (Server server = Running.demo(folder)) {
            Office office = Office.at(server.address());
            Client admin = office.visitor().as(Role.ADMIN);
            accounts = Stream.of("one", "two", "three")
                    .map(login -> office.newcomer(login, Role.EDITOR).account())
                    .sorted()
                    .toList();
            accounts.forEach(id -> admin.remove("/api/accounts/" + id));
            revoked = token(admin, "revoked");
            admin.remove("/api/service-tokens/" + revoked);
        }
        String damaged = accounts.getFirst();
        try (Connection events = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("events.db"));
                Statement change = events.createStatement()) {
            assertThat(change.executeUpdate(
                            "update events set payload = x'7b' where sequence = 0 and stream_id = '" + damaged + "'"))
                    .isOne();
        }
        try (Server server = Running.demo(
                folder, Map.of("quitclaim.whole-streams-only", true, "quitclaim.staff.name-retention", "10d"))) {
            move(Office.at(server.address()).visitor().as(Role.ADMIN), Duration.ofDays(11));
            await().atMost(PATIENCE)
                    .until(() -> gone(server, new AccountId(accounts.get(1)))
                            && gone(server, new AccountId(accounts.get(2)))
                            && gone(server, new TokenId(revoked)));
            assertThat(gone(server, new AccountId(damaged))).isFalse();
        }
    }

    private static String token(Client admin, String name) {
        return token(admin, name, 60);
    }

    private static String token(Client admin, String name, int days) {
        return admin.post(
                        "/api/service-tokens",
                        Map.of(
                                "name",
                                name,
                                "scopes",
                                List.of("PUBLISH"),
                                // not a midnight: whose day it is differs by the hour at which this runs
                                "ends",
                                Instant.now()
                                        .plus(Duration.ofDays(days))
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString()))
                .orFail()
                .text("tokenId");
    }

    private static void move(Client admin, Duration further) {
        admin.post("/api/demo/clock", Map.of("to", Instant.now().plus(further).toString()))
                .orFail();
    }

    private static boolean gone(Server server, ActorId id) throws VaultException {
        return server.bean(Vault.class)
                .state(KeyRef.first(id, KeyScope.STAFF))
                .map(state -> state != KeyState.ACTIVE)
                .orElse(true);
    }

    private static Stream<String> listed(Client officer, String path, String field) {
        return officer.get(path).orFail().json().values().stream()
                .map(one -> one.path(field).asString());
    }
}
