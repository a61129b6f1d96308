package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.demo.verb.DemoClock;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;

/** A clock that was ahead when the last event was recorded, and is right again. */
class ClockBehindTest {
    private static final Duration AHEAD = Duration.ofDays(40);

    @TempDir
    Path folder;

    private Path data;
    private Taken photo;
    private Asked asked;

    @BeforeEach
    void one_event_from_the_future() throws IOException {
        data = folder.resolve("data");
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            String collection = office.openCollection("Open day");
            String person = office.register("Wilhelmina Voorbeeldsen", "");
            asked = office.ask(person, office.publishNotice(), List.of(Office.website(90)));
            office.sayYes(asked, 1).orFail();
            photo = office.take(collection, "p.jpg", Pictures.sky());
            office.mark(photo, person);
            office.review(photo).orFail();
            assertThat(verdict(office).json().toString()).contains("CLEARED");
            Client.visitor(server.address())
                    .as(Role.ADMIN)
                    .post(
                            "/api/demo/clock",
                            Map.of("to", Instant.now().plus(AHEAD).toString()))
                    .orFail();
            office.register("Pieter Voorbeeldsen", "");
        }
        Files.delete(data.resolve("demo-clock"));
    }

    @Test
    void nothing_is_cleared_after_it_until_an_officer_agrees_that_the_clock_is_right() throws Exception {
        assertThatThrownBy(() -> Running.demo(data, Map.of("quitclaim.whole-streams-only", true)))
                .hasStackTraceContaining("start.clock-behind-events")
                .hasStackTraceContaining("./quitclaim up --clock-is-right");
        String doubt;
        try (Server server = Running.demo(data, Map.of("quitclaim.clock-is-right", true))) {
            doubt = blocked(Office.at(server.address()));
        }
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            assertThat(blocked(office)).as("recorded, whoever starts it next").isEqualTo(doubt);
            office.officer()
                    .acceptLoss(doubt, "KNOWN_FROM_ELSEWHERE", "Two other clocks say the same.")
                    .orFail();
            assertThat(verdict(office).text("verdict")).isEqualTo("CLEARED");
        }
        try (Server server = Running.demo(data)) {
            assertThat(verdict(Office.at(server.address())).text("verdict")).isEqualTo("CLEARED");
        }
    }

    @Test
    void while_it_is_doubted_taking_back_goes_on() {
        try (Server server = Running.demo(data, Map.of("quitclaim.clock-is-right", true))) {
            Office office = Office.at(server.address());
            office.withdraw(asked, false, List.of("WEBSITE")).orFail();
            office.officer()
                    .acceptLoss(blocked(office), "OTHER", "Compared with another clock.")
                    .orFail();
            assertThat(verdict(office).text("verdict")).isEqualTo("BLOCKED");
        }
    }

    /** The clock was set right while the server ran, and it ended before it looked at the clock again. */
    @Test
    void an_event_from_the_future_is_found_behind_ordinary_ones_that_follow_it() throws Exception {
        Path other = folder.resolve("other");
        try (Server server = Running.demo(other)) {
            Office office = Office.at(server.address());
            DemoClock clock = server.bean(DemoClock.class);
            assertThat(clock.moveTo(Instant.now().plus(AHEAD))).isTrue();
            office.register("Wilhelmina Voorbeeldsen", "");
            setRight(clock);
            office.register("Pieter Voorbeeldsen", "");
        }
        Files.delete(other.resolve("demo-clock"));

        assertThatThrownBy(() -> Running.demo(other)).hasStackTraceContaining("start.clock-behind-events");
        try (Server server = Running.demo(other, Map.of("quitclaim.clock-is-right", true))) {
            assertThat(server.bean(HistoryTrust.class).doubts()).containsExactly("history.clock-behind");
        }
        try (Server server = Running.demo(other)) {
            assertThat(server.bean(HistoryTrust.class).doubts())
                    .as("told once, and not forgotten")
                    .containsExactly("history.clock-behind");
        }
    }

    private static void setRight(DemoClock clock) throws ReflectiveOperationException {
        Field ahead = DemoClock.class.getDeclaredField("ahead");
        ahead.setAccessible(true);
        ahead.set(clock, Duration.ZERO);
    }

    /** The process itself, by its option, and killed right after. */
    @Test
    void the_option_of_the_verb_starts_it_and_a_kill_forgets_neither() throws Exception {
        try (ChildProcess refused = up("refused", "--whole-streams-only")) {
            assertThat(refused.process().waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(refused.process().exitValue()).isEqualTo(Refusal.REFUSED);
            assertThat(refused.printed()).contains("start.clock-behind-events");
        }
        try (ChildProcess right = up("right", "--clock-is-right")) {
            assertThat(right.address()).isNotNull();
            assertThat(right.printed()).contains("The clock was behind what had been recorded");
            right.kill();
        }
        try (ChildProcess usual = up("usual")) {
            assertThat(usual.address()).isNotNull();
            assertThat(usual.printed()).contains("The clock was behind what had been recorded");
        }
        try (Server server = Server.start(Running.options(data))) {
            assertThat(server.bean(HistoryTrust.class).doubts()).containsExactly("history.clock-behind");
        }
    }

    private ChildProcess up(String name, String... flags) throws IOException {
        String[] call = new String[flags.length + 5];
        System.arraycopy(new String[] {"up", "--port", "0", "--data", data.toString()}, 0, call, 0, 5);
        System.arraycopy(flags, 0, call, 5, flags.length);
        return ChildProcess.start(List.of(), Main.class, folder.resolve("printed-" + name), call);
    }

    /** @return the doubt for which nothing is cleared */
    private String blocked(Office office) {
        Answer verdict = verdict(office);
        assertThat(verdict.text("verdict")).isEqualTo("BLOCKED");
        assertThat(verdict.json().toString()).contains("history.clock-behind");
        return office.officer().get("/api/governance/history").orFail().list("doubts").stream()
                .map(each -> each.path("id").asString())
                .reduce((one, other) -> one + other)
                .orElseThrow();
    }

    private Answer verdict(Office office) {
        return office.requestPublication(photo, "museum.example").orFail();
    }
}
