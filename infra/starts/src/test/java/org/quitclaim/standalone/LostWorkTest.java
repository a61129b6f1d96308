package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.command.work.Reconciler;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;

/** A withdrawal is recorded, and before anybody acts on it the lists of work are damaged with plain SQL. */
class LostWorkTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Path data;
    private Asked asked = new Asked("", "");
    private String publication = "";

    @BeforeEach
    void setUp() {
        data = folder.resolve("data");
    }

    private void publish(Office office) {
        String notice = office.publishNotice();
        String collection = office.openCollection("Open day");
        asked = office.ask(office.register("Wilhelmina Voorbeeldsen", ""), notice, List.of(Office.website(90)));
        office.sayYes(asked, 1).orFail();
        Taken photo = office.take(collection, "p.jpg", Pictures.sky());
        office.mark(photo, asked.person());
        office.review(photo).orFail();
        Answer answer = office.requestPublication(photo, "museum.example").orFail();
        assertThat(answer.text("verdict")).isEqualTo("CLEARED");
        publication = answer.text("publicationId");
    }

    /** Nobody works the lists off any more, as when the process was killed in the next moment. */
    private void withdrawn(Server server) {
        Office office = Office.at(server.address());
        publish(office);
        server.bean(Reconciler.class).stop();
        office.withdraw(asked, false, List.of("WEBSITE")).orFail();
        WorkIndex lists = server.bean(WorkIndex.class);
        await().atMost(LONG_ENOUGH)
                .until(() -> lists.one("select 1 from todo where kind = 'REVOCATION'", row -> true)
                        .isPresent());
    }

    private void takedownIsOrdered(Office office) {
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(office.editor()
                                .get("/api/publications/" + publication)
                                .orFail()
                                .json()
                                .toString())
                        .contains("TAKEDOWN"));
    }

    private static String listsRemade(Office office) {
        return office.officer()
                .get("/api/governance/history")
                .orFail()
                .json()
                .path("listsRemade")
                .asString("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from todo where kind = 'REVOCATION'",
                "update todo set not_before = 9000000000000000 where kind = 'REVOCATION'",
                "delete from todo; delete from tally where kind = 'todo.GATE'",
                "update progress set position = position + 1",
                "drop table todo"
            })
    void rows_lost_or_altered_while_nobody_serves_are_made_anew_and_the_takedown_is_ordered(String damage)
            throws Exception {
        try (Server server = Running.demo(data)) {
            withdrawn(server);
        }
        sql(damage);
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            takedownIsOrdered(office);
            assertThat(listsRemade(office)).isNotEmpty();
        }
    }

    /** What the lists do not name is removed: another installation's would empty the vault. */
    @Test
    void the_lists_of_another_installation_are_made_anew_before_any_orphan_is_removed() throws Exception {
        Path other = folder.resolve("other");
        try (Server server = Running.demo(other)) {
            Office.at(server.address()).publishNotice();
        }
        try (Server server = Running.demo(data)) {
            withdrawn(server);
        }
        Files.copy(other.resolve("work.db"), data.resolve("work.db"), StandardCopyOption.REPLACE_EXISTING);
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            takedownIsOrdered(office);
            assertThat(listsRemade(office)).isNotEmpty();
            assertThat(office.officer()
                            .post("/api/names", Map.of("ids", List.of(asked.person())))
                            .orFail()
                            .json()
                            .toString())
                    .contains("Wilhelmina");
        }
    }

    /** Nothing of this history stands at the position they have come to, so that only their owner tells them apart. */
    @Test
    void the_lists_of_another_installation_whose_history_is_longer_are_not_taken_for_this_ones_future()
            throws Exception {
        Path other = folder.resolve("other");
        try (Server server = Running.demo(data)) {
            withdrawn(server);
        }
        try (Server server = Running.demo(other)) {
            Office office = Office.at(server.address());
            publish(office);
            for (int i = 0; i < 20; i++) {
                office.publishNotice();
            }
            Rest.await(server);
        }
        Files.copy(other.resolve("work.db"), data.resolve("work.db"), StandardCopyOption.REPLACE_EXISTING);
        try (Server server = Running.demo(data)) {
            assertThat(listsRemade(Office.at(server.address()))).isNotEmpty();
        }
    }

    @Test
    void a_file_that_is_no_database_any_more_is_made_anew() throws Exception {
        try (Server server = Running.demo(data)) {
            withdrawn(server);
        }
        Files.writeString(data.resolve("work.db"), "spoilt".repeat(1_000));
        try (Server server = Running.demo(data)) {
            takedownIsOrdered(Office.at(server.address()));
        }
    }

    @Test
    void whole_lists_are_not_made_anew() {
        try (Server server = Running.demo(data)) {
            withdrawn(server);
        }
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            takedownIsOrdered(office);
            assertThat(listsRemade(office)).isEmpty();
        }
    }

    @Test
    void rows_lost_while_the_server_runs_are_made_anew_by_the_check() throws Exception {
        try (Server server = Running.demo(data)) {
            withdrawn(server);
            sql("delete from todo where kind = 'REVOCATION'");
            Office office = Office.at(server.address());
            office.officer().post("/api/governance/history/check", Map.of()).orFail();
            await().atMost(LONG_ENOUGH)
                    .untilAsserted(() -> assertThat(listsRemade(office)).isNotEmpty());
            server.bean(Reconciler.class).start();
            takedownIsOrdered(office);
            Asked other = office.ask(
                    office.register("Pieter Voorbeeldsen", ""), office.publishNotice(), List.of(Office.website(90)));
            office.sayYes(other, 1).orFail();
        }
        try (Server server = Running.demo(data)) {
            assertThat(server.bean(WorkIndex.class).timesRemade()).isZero();
        }
    }

    @Test
    void a_short_interval_makes_the_check_come_by_itself() throws Exception {
        try (Server server = Running.demo(data, Map.of("quitclaim.command.check-every", "50ms"))) {
            withdrawn(server);
            sql("delete from todo where kind = 'REVOCATION'");
            server.bean(Reconciler.class).start();
            takedownIsOrdered(Office.at(server.address()));
        }
    }

    @Test
    void a_verb_makes_them_anew() throws InterruptedException {
        try (Server server = Running.demo(data)) {
            withdrawn(server);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(Main.run(List.of("rebuild-work", "--data", data.toString()), new Console(out, out)))
                .isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).containsPattern("Lists of work rebuilt from \\d+ events\\.");
        try (Server server = Server.start(Running.options(data))) {
            await().atMost(LONG_ENOUGH)
                    .untilAsserted(() -> assertThat(server.bean(WorkIndex.class)
                                    .all("select subject from todo where kind = 'TAKEDOWN'", row -> row.getString(1)))
                            .containsExactly(publication));
        }
    }

    private void sql(String statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("work.db"));
                Statement change = connection.createStatement()) {
            for (String statement : statements.split(";", -1)) {
                change.executeUpdate(statement);
            }
        }
    }
}
