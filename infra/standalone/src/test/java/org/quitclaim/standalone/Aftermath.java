package org.quitclaim.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.RecognitionKey;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.PhotoEvent.PhotoRegistered;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.eventstore.EventStoreProperties;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.query.projection.CaughtUp;
import org.quitclaim.query.projection.RebuildReadModels;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/** What has to be true of a server that was stopped in the middle of things and started again, once it is at rest. */
record Aftermath(Server server, Path data, Ledger ledger) {
    static final AccessReason CHECK =
            new AccessReason(new Accessor.SystemTask("aftermath"), "SYSTEM", AccessPurpose.INDEXING);

    void check() throws Exception {
        Rest.await(server);
        History history = History.of(server);
        acknowledgedIsThere(history);
        new UsesLeft(server, history, ledger).check();
        new KeysLeft(server, data, history).check();
        everySealedRecordIsNamed(history);
        readModelsEqualARebuild();
    }

    private void acknowledgedIsThere(History history) {
        ledger.persons.forEach((person, name) -> {
            Known known = (Known) streams().consent(new PersonId(person));
            assertThat(known.grants())
                    .hasSize(
                            ledger.granted.contains(person) ? 2 : known.grants().size());
            assertThat(opened(known.identity()))
                    .as("the name, opened from the vault")
                    .matches(text -> known.erasureRequested() ? text.isEmpty() : text.contains(name));
        });
        history.of(PhotoRegistered.class)
                .filter(photo -> ledger.photos.contains(photo.photo().value()))
                .forEach(this::photoIsThere);
        ledger.photos.forEach(
                photo -> assertThat(history.holds(photo, PhotoRegistered.class)).isTrue());
        ledger.unrecognised.forEach(person -> assertThat(((Known) streams().consent(new PersonId(person)))
                        .recognition()
                        .phase())
                .isEqualTo(RecognitionKey.Phase.DESTROYED));
        ledger.recorded.forEach((stream, kinds) ->
                assertThat(kinds).as("what was acknowledged").allMatch(kind -> history.holds(stream, kind)));
    }

    private void photoIsThere(PhotoRegistered registered) {
        String id = registered.photo().value();
        Registered photo = (Registered) streams().photo(registered.photo());
        assertThat(photo.detected()).isTrue();
        assertThat(opened(photo.picture().preview())).as("the preview").isNotEmpty();
        assertThat(opened(photo.image())).as("the stored original").isNotEmpty();
        assertThat(opened(photo.picture().name())).as("the file name").isNotEmpty();
        assertThat(photo.renditions().values())
                .as("every version")
                .allMatch(version -> !opened(version.image()).isEmpty());
        if (ledger.sighted.contains(id)) {
            PersonId person = new PersonId(requireNonNull(ledger.shown.get(id), "who is shown"));
            boolean erased = ((Known) streams().consent(person)).erasureRequested();
            assertThat(photo.faces().values())
                    .extracting(face -> face.standing())
                    .contains(erased ? new FaceStanding.Erased() : new FaceStanding.Sighted(person));
            assertThat(photo.visibleOn(photo.original()))
                    .as("the stored original shows nobody who is erased")
                    .noneMatch(face -> face.standing() instanceof FaceStanding.Erased);
            assertThat(photo.image().equals(registered.image()))
                    .as("it is the one that came in unless somebody on it is erased")
                    .isEqualTo(!erased);
            assertThat(opened(registered.image()).isEmpty())
                    .as("what is no more the stored original opens no more")
                    .isEqualTo(erased);
        }
    }

    private Streams streams() {
        return server.bean(Streams.class);
    }

    /** Nothing, if it cannot be opened. */
    private String opened(RecordId record) {
        try {
            return server.bean(Vault.class).openAll(List.of(record), CHECK).get(record)
                            instanceof Opening.Opened opening
                    ? opening.content().text()
                    : "";
        } catch (VaultException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An independent count of what the removal at the start has to have removed. */
    private void everySealedRecordIsNamed(History history) throws SQLException {
        List<String> sealed =
                column("records.db", "select id from record where kind not in ('staff-account', 'service-token')");
        assertThat(named(history)).as("sealed records that no event names").containsAll(sealed);
    }

    /** As stored where that can be read: whatever hid a record's id in the program's words would fail the check. */
    private Set<String> named(History history) throws SQLException {
        return switch (server.bean(EventStoreProperties.class).eventStore()) {
            case SQLITE -> History.records(String.join("\n", column("events.db", "select payload from events")));
            case AXON_SERVER -> History.records(history.text());
        };
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

    /** Compared when nothing was added in between, such as that an epoch was retired. */
    private void readModelsEqualARebuild() throws InterruptedException, IOException {
        RebuildReadModels rebuild = server.bean(RebuildReadModels.class);
        StreamHead head = server.bean(StreamHead.class);
        Map<String, String> lived;
        Map<String, String> rebuilt;
        long before;
        do {
            before = head.position();
            server.bean(CaughtUp.class).await();
            lived = rebuild.dump();
            rebuild.run(progress -> {});
            rebuilt = rebuild.dump();
        } while (head.position() != before);
        assertThat(rebuilt).isEqualTo(lived);
        Set<String> documents = lived.keySet();
        Stream.of(ledger.persons.keySet(), ledger.photos, ledger.cleared.keySet())
                .flatMap(Set::stream)
                .forEach(id -> assertThat(documents).anyMatch(document -> document.endsWith(" " + id)));
    }
}
