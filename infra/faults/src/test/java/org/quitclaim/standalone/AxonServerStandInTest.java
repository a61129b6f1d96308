package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.eventstore.axonserver.AxonServerStandIn;
import org.quitclaim.eventstore.axonserver.AxonServerStandIn.BreakOff;
import org.quitclaim.vault.Fingerprint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.remnant.DestroyedKey;
import org.quitclaim.vault.remnant.Leftover;

/** Over a stand-in on every build: our side of the wire, not the vendor's server. */
class AxonServerStandInTest extends AxonServerStory {
    private final AxonServerStandIn standIn = AxonServerStandIn.start();

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Override
    String address() {
        return standIn.address();
    }

    /** Looks for the server again soon, so that the test need not wait long. */
    @Override
    Server start(Path data) {
        return start(data, Map.of("axon.axonserver.reconnect-interval", 200));
    }

    @Test
    void whatWasAcknowledgedStaysWhenTheServerGoesAwayInMidAppend() throws Exception {
        try (Server server = start(data())) {
            Story story = prepared(server);
            story.tell();
            for (BreakOff moment : List.of(BreakOff.BEFORE_STORING, BreakOff.AFTER_STORING)) {
                Rest.await(server);
                long before = standIn.events();
                standIn.breakOffNextAppend(moment);
                assertThatThrownBy(story::tell)
                        .as("the command in doubt, answered in words")
                        .isInstanceOf(NotAcknowledged.class)
                        .hasMessageEndingWith(" -> 500 server.error");
                assertThat(standIn.isAway()).isTrue();
                assertThatThrownBy(story::tell)
                        .as("a command while it is away")
                        .isInstanceOf(NotAcknowledged.class)
                        .hasMessageEndingWith(" -> 500 server.error");
                assertThat(standIn.events() - before).isEqualTo(moment == BreakOff.AFTER_STORING ? 1 : 0);
                standIn.startAgain();
                awaitStore(server);
                story.tell();
            }
        }
        try (Server server = start(data())) {
            check(server);
        }
    }

    private static void awaitStore(Server server) {
        StreamHead head = server.bean(StreamHead.class);
        Rest.until("the server is spoken to again", () -> {
            try {
                return head.position() > 0;
            } catch (RuntimeException away) {
                return false;
            }
        });
    }

    @Test
    void aDataFolderAndAHistoryThatDoNotBelongTogetherAreRefusedAndNothingIsRemoved() throws Exception {
        String person;
        try (Server server = start(data())) {
            Office office = office(server);
            person = office.register("Somebody Else", "somebody@lindeveld.example");
            assertThat(leftovers(server, person))
                    .extracting(Leftover::store)
                    .as("what stands in an event is found there")
                    .containsOnly("axon-server");
        }
        assertThatThrownBy(() -> start(folder.resolve("another")))
                .as("a new folder on a store that is in use")
                .hasStackTraceContaining("start.other-history");
        long events = standIn.events();
        assertThatThrownBy(() -> Running.demo(data()))
                .as("a folder that is in use on a new store")
                .hasStackTraceContaining("start.history-shorter");
        for (String list : List.of("work.db", "work.db-wal", "work.db-shm")) {
            Files.deleteIfExists(data().resolve(list));
        }
        assertThatThrownBy(() -> Running.demo(data()))
                .as("the same, whose lists are gone")
                .hasStackTraceContaining("start.other-history");
        assertThat(standIn.events()).isEqualTo(events);
        try (Server server = start(data())) {
            assertThat(office(server)
                            .officer()
                            .post("/api/names", Map.of("ids", List.of(person)))
                            .orFail()
                            .json()
                            .path("names")
                            .path(person)
                            .asString(""))
                    .isEqualTo("Somebody Else");
        }
    }

    /** Of somebody whose id, which stands in every event about her, was to be gone. */
    private static List<Leftover> leftovers(Server server, String person) throws Exception {
        PersonId id = new PersonId(person);
        Fingerprint print = Fingerprint.of(Fingerprint.Kind.CIPHERTEXT, person.getBytes(StandardCharsets.UTF_8));
        DestroyedKey erased = new DestroyedKey(
                Sample.erasureCase("sought"),
                id,
                KeyRef.first(id, KeyScope.IDENTITY),
                false,
                List.of(),
                List.of(print));
        return server.bean(ServerEventsSearched.class).find(List.of(erased));
    }

    @Test
    void theDrillRefusesBecauseItCannotBringBackWhatIsOnTheServer() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setProperty("quitclaim.event-store", "axon-server");
        try {
            List<String> drill = List.of("restore-drill", "--once", "--data", data().toString());
            assertThat(Main.run(drill, new Console(out, out))).isEqualTo(Main.WRONG_CALL);
        } finally {
            System.clearProperty("quitclaim.event-store");
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("on Axon Server the events are in none");
        assertThat(data()).doesNotExist();
    }
}
