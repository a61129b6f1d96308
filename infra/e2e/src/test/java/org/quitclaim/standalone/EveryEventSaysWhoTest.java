package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.demo.DemoStory;
import org.quitclaim.demo.verb.StageLogins;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.link.LinkEvent;
import org.quitclaim.domain.link.LinkEvent.LinkIssued;
import org.quitclaim.domain.publication.PublicationEvent;
import org.quitclaim.eventstore.Attribution;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.eventstore.StreamPosition;

/** Who is named by the events of the whole story of the demonstration, as an auditor would ask. Source: GDPR Art. 5(2). */
class EveryEventSaysWhoTest {
    @TempDir
    static Path folder;

    private static final List<Said> STORY = new ArrayList<>();

    /** An event with what its metadata says, and nothing else that its metadata says. */
    private record Said(String id, DomainEvent event, Attribution by, Set<String> keys) {}

    private static Server server;

    @BeforeAll
    static void tell() throws Exception {
        server = Running.demo(folder.resolve("data"));
        DemoStory.run(server.address(), StageLogins.ofStory(), new PrintStream(OutputStream.nullOutputStream()));
        Rest.await(server);
        long head = server.bean(StreamHead.class).position();
        try (BlockingStream<TrackedEventMessage<?>> stream =
                server.bean(EventStore.class).openStream(null)) {
            for (long position = 0; position < head; ) {
                TrackedEventMessage<?> message = stream.nextAvailable();
                position = StreamPosition.of(message.trackingToken());
                STORY.add(new Said(
                        message.getIdentifier(),
                        (DomainEvent) message.getPayload(),
                        Attribution.in(message.getMetaData()).orElseThrow(),
                        Set.copyOf(message.getMetaData().keySet())));
            }
        }
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    @Requirement("R84")
    void every_event_names_actor_role_reason_correlation_and_cause_and_nothing_else() {
        assertThat(STORY)
                .hasSizeGreaterThan(100)
                .allSatisfy(said -> assertThat(said.keys())
                        .contains("actor", "role", "reason", "correlation", "causation")
                        .isSubsetOf("actor", "role", "reason", "case", "correlation", "causation"));
    }

    @Test
    @Requirement("R84")
    void the_role_is_one_that_its_kind_of_actor_can_have() {
        Set<String> staff = Set.of(Role.values()).stream().map(Role::name).collect(Collectors.toSet());
        assertThat(STORY).allSatisfy(said -> {
            switch (said.by().actor().substring(0, 4)) {
                case "acc_", "tok_" -> assertThat(said.by().role()).isIn(staff);
                case "per_" -> assertThat(said.by().role()).isEqualTo("PERSON");
                case "rep_" -> assertThat(said.by().role()).isEqualTo("REPRESENTATIVE");
                default -> assertThat(said.by().role()).isEqualTo("SYSTEM");
            }
        });
        assertThat(STORY.stream().map(said -> said.by().role()).collect(Collectors.toSet()))
                .contains("PERSON", "REPRESENTATIVE", "SYSTEM", "EDITOR", "PHOTOGRAPHER", "COMPLIANCE_OFFICER");
    }

    @Test
    void what_a_data_subject_did_on_their_own_page_names_them_and_nobody_else() {
        assertThat(STORY.stream().filter(said -> said.by().role().equals("PERSON")))
                .isNotEmpty()
                .allSatisfy(said ->
                        assertThat(person(said.event())).isEqualTo(said.by().actor()));
    }

    /** Whose stream it is; the links to a quitclaim have one of their own. */
    private static String person(DomainEvent event) {
        return event instanceof LinkEvent link
                ? STORY.stream()
                        .map(Said::event)
                        .filter(LinkIssued.class::isInstance)
                        .map(LinkIssued.class::cast)
                        .filter(issued -> issued.link().equals(link.link()))
                        .map(issued -> issued.person().value())
                        .findFirst()
                        .orElseThrow()
                : event.stream().value();
    }

    /** What a cause is said to be happened before, and shares the correlation, back to a request or the clock. */
    @Test
    @Requirement("R84")
    void causes_lead_back_to_a_request_a_tick_or_the_start() {
        Map<String, Said> before = new HashMap<>();
        for (Said said : STORY) {
            if (!Set.of("request", "clock").contains(said.by().causation())) {
                assertThat(before.get(said.by().causation()))
                        .as("its cause happened before")
                        .isNotNull()
                        .extracting(cause -> cause.by().correlation())
                        .isEqualTo(said.by().correlation());
            }
            before.put(said.id(), said);
        }
    }

    @Test
    @Requirement("R84")
    void a_takedown_leads_back_to_the_withdrawal_that_it_came_of() {
        Map<String, Said> byId = STORY.stream().collect(Collectors.toMap(Said::id, said -> said));
        assertThat(STORY.stream().filter(said -> said.event() instanceof PublicationEvent.TakedownOrdered))
                .isNotEmpty()
                .allSatisfy(said -> assertThat(byId.get(said.by().causation()))
                        .isNotNull()
                        .extracting(Said::event)
                        .isInstanceOf(ConsentEvent.class));
    }

    @Test
    void each_duty_goes_by_a_name_of_its_own() {
        Set<String> duties = STORY.stream()
                .map(said -> said.by().actor())
                .filter(actor -> actor.startsWith(Attribution.SYSTEM_PREFIX))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(duties)
                .contains("system:start", "system:takedown-policy", "system:erasure-policy", "system:expiry")
                .doesNotContain("system:bench", "system:test");
    }
}
