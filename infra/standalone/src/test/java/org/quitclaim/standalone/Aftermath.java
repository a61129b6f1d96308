package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.consent.ConsentEvent.FaceprintEnrolled;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.eventstore.EventStoreProperties;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.query.projection.RebuildReadModels;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Vault;
import tools.jackson.databind.JsonNode;

/** What has to be true of a server that was stopped in the middle of things and started again, once it is at rest. */
record Aftermath(Server server, Path data, Office office, Ledger ledger) {
    private static final Pattern RECORD = Pattern.compile(RecordId.PREFIX + "[a-z2-7]{26}");
    private static final AccessReason CHECK =
            new AccessReason(new Accessor.SystemTask("aftermath"), "SYSTEM", AccessPurpose.INDEXING);

    void check() throws Exception {
        Rest.await(server);
        acknowledgedIsThere();
        noUseStandsWithoutConsent();
        noWithdrawnFaceprintOpens();
        everySealedRecordIsNamed();
        readModelsEqualARebuild();
    }

    private void acknowledgedIsThere() {
        ledger.persons.forEach((person, name) -> {
            JsonNode view =
                    office.officer().get("/api/persons/" + person).orFail().json();
            if (ledger.granted.contains(person)) {
                assertThat(view.path("grants").size()).isEqualTo(2);
            }
            assertThat(named(person)).as("the name, opened from the vault").isEqualTo(name);
        });
        ledger.photos.forEach(photo -> {
            JsonNode view = office.editor().get("/api/photos/" + photo).orFail().json();
            assertThat(view.path("detected").asBoolean()).isTrue();
            office.editor().get("/api/photos/" + photo + "/preview").orFail();
            if (ledger.sighted.contains(photo)) {
                assertThat(view.toString()).contains(ledger.shown.get(photo));
            }
        });
        ledger.cleared
                .keySet()
                .forEach(publication -> assertThat(state(publication)).isNotEqualTo("REQUESTED"));
        ledger.published.forEach(
                publication -> assertThat(state(publication)).isIn("PUBLISHED", "TAKEDOWN_DUE", "TAKEN_DOWN"));
    }

    private String named(String person) {
        return office.officer()
                .post("/api/names", Map.of("ids", List.of(person)))
                .orFail()
                .json()
                .path("names")
                .path(person)
                .asString("");
    }

    private String state(String publication) {
        return office.editor().get("/api/publications/" + publication).orFail().text("state");
    }

    /** Asks the read side for all of them: also for those whose acknowledgement the kill cut off. */
    private void noUseStandsWithoutConsent() {
        String cursor = "";
        do {
            JsonNode page = office.editor()
                    .get("/api/publications?limit=100&cursor=" + cursor)
                    .orFail()
                    .json();
            for (JsonNode one : page.path("items")) {
                String person = ledger.shown.get(one.path("photoId").asString());
                String state = one.path("state").asString();
                assertThat(state).isNotEqualTo("REQUESTED");
                if (person != null && ledger.withdrawn.contains(person)) {
                    assertThat(state)
                            .as("a use of somebody who withdrew")
                            .isIn("BLOCKED", "TAKEDOWN_DUE", "TAKEN_DOWN");
                }
            }
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
    }

    private void noWithdrawnFaceprintOpens() throws Exception {
        for (String person : ledger.enrolled) {
            List<RecordId> faceprints = server.bean(Streams.class)
                    .events(new PersonId(person))
                    .filter(FaceprintEnrolled.class::isInstance)
                    .map(event -> ((FaceprintEnrolled) event).faceprint())
                    .toList();
            for (Opening opening :
                    server.bean(Vault.class).openAll(faceprints, CHECK).values()) {
                assertThat(opening instanceof Opening.Opened && ledger.unrecognised.contains(person))
                        .as("a faceprint opens after its withdrawal")
                        .isFalse();
            }
        }
    }

    /** Read from the stores themselves: an independent count of what the sweep at the start has to have removed. */
    private void everySealedRecordIsNamed() throws Exception {
        Set<String> named = new HashSet<>();
        for (String payload : payloads()) {
            Matcher records = RECORD.matcher(payload);
            while (records.find()) {
                named.add(records.group());
            }
        }
        List<String> sealed =
                column("records.db", "select id from record where kind not in ('staff-account', 'service-token')");
        assertThat(named).as("sealed records that no event names").containsAll(sealed);
    }

    private List<String> payloads() throws Exception {
        return switch (server.bean(EventStoreProperties.class).eventStore()) {
            case SQLITE -> column("events.db", "select payload from events");
            case AXON_SERVER -> payloadsOnServer();
        };
    }

    /** In words of the program and not as stored: whatever hid a record's id in them would fail this check. */
    private List<String> payloadsOnServer() throws InterruptedException {
        long head = server.bean(StreamHead.class).position();
        List<String> payloads = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> events =
                server.bean(EventStore.class).openStream(null)) {
            while (payloads.size() < head) {
                payloads.add(events.nextAvailable().getPayload().toString());
            }
        }
        return payloads;
    }

    private List<String> column(String file, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve(file));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(new String(rows.getBytes(1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private void readModelsEqualARebuild() throws InterruptedException {
        RebuildReadModels rebuild = server.bean(RebuildReadModels.class);
        office.officer().get("/api/persons?limit=1").orFail();
        Map<String, String> lived = rebuild.dump();
        rebuild.run(progress -> {});
        assertThat(rebuild.dump()).isEqualTo(lived);
    }
}
