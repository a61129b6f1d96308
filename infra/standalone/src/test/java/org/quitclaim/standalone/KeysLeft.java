package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.consent.ConsentEvent.ConsentGranted;
import org.quitclaim.domain.consent.ConsentEvent.ErasureOrdered;
import org.quitclaim.domain.consent.ConsentEvent.FaceprintEnrolled;
import org.quitclaim.domain.consent.ConsentEvent.KeyDestroyed;
import org.quitclaim.domain.consent.ConsentEvent.PersonRegistered;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureCaseClosed;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.link.LinkEvent.CodeAsked;
import org.quitclaim.domain.link.LinkEvent.LinkIssued;
import org.quitclaim.domain.photo.PhotoEvent.OriginalReplaced;
import org.quitclaim.domain.photo.PhotoEvent.PhotoRemoved;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.ShredReceipt;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.storage.KeyRefForm;

/**
 * Which keys there are, and what they open.
 *
 * <p>What somebody took back is wholly there or not at all, whether it was answered or not: a key lives until its
 * destruction is ordered, and from then on neither it nor anything under it.
 */
record KeysLeft(Server server, Path data, History history) {
    private static final String LIVING = "select ref from data_key where substr(hex(body), 1, 2) in ('01', '02')";

    void check() throws VaultException, SQLException, IOException {
        everyLivingKeyIsNamed();
        Set<String> records = new HashSet<>();
        query("records.db", "select id from record", row -> records.add(row.getString(1)));
        everyFileHasItsRecord(records);
        everyNamedRecordIsThere(records);
        for (KeyRef key : vault().destroyed()) {
            assertThat(isOrdered(key))
                    .as("%s was destroyed because it was ordered", key)
                    .isTrue();
            nothingUnderItOpens(key);
        }
        for (PersonRegistered person : history.of(PersonRegistered.class).toList()) {
            whatWasTakenBackIsCarriedOut((Known) server.bean(Streams.class).consent(person.person()));
        }
    }

    private void everyLivingKeyIsNamed() throws SQLException {
        Set<KeyRef> inUse = keys("records.db", "select distinct key_ref from record");
        assertThat(keys("keys.db", LIVING)).as("keys that nothing names").allMatch(key -> switch (key.scope()) {
            case RECOGNITION -> isMinted(key);
            case STAFF -> inUse.contains(key);
            case IDENTITY, EVIDENCE, PHOTO, EDITORIAL ->
                inUse.contains(key) && history.mentions(key.owner().value());
        });
    }

    private boolean isMinted(KeyRef key) {
        return history.of(ConsentGranted.class)
                .filter(grant -> grant.terms().purpose() == Purpose.RECOGNITION)
                .anyMatch(grant -> key.equals(recognition(grant.person(), grant.keyGeneration())));
    }

    private void everyFileHasItsRecord(Set<String> records) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("sealed"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .as("files without a record")
                    .allMatch(records::contains);
        }
    }

    private void everyNamedRecordIsThere(Set<String> records) throws VaultException {
        Set<String> shredded = new HashSet<>();
        for (KeyRef key : vault().destroyed()) {
            vault().receipt(key).stream()
                    .flatMap(receipt -> receipt.records().stream())
                    .forEach(record -> shredded.add(record.value()));
        }
        Set<String> passing = Stream.concat(
                        history.of(LinkIssued.class).map(LinkIssued::letter),
                        history.of(CodeAsked.class).flatMap(asked -> Stream.of(asked.letter(), asked.statement())))
                .map(RecordId::value)
                .collect(Collectors.toSet());
        assertThat(history.records())
                // a letter goes when it was mailed, and what a code signs when it was typed or is over
                .filteredOn(record -> !passing.contains(record))
                .as("records that an event names")
                .allMatch(record -> records.contains(record) || shredded.contains(record));
    }

    private boolean isOrdered(KeyRef key) {
        String owner = key.owner().value();
        return switch (key.scope()) {
            case PHOTO -> history.holds(owner, PhotoRemoved.class) || isReplaced(key);
            case IDENTITY, RECOGNITION -> ordered(owner).contains(key);
            case EVIDENCE -> ordered(owner).contains(key) || history.holds(owner, ErasureCaseClosed.class);
            case STAFF, EDITORIAL -> false;
        };
    }

    private boolean isReplaced(KeyRef key) {
        return history.of(OriginalReplaced.class)
                .filter(event -> event.photo().value().equals(key.owner().value()))
                .anyMatch(event ->
                        event.picture().keyGeneration() > key.generation().number());
    }

    private void nothingUnderItOpens(KeyRef key) throws VaultException {
        Optional<ShredReceipt> receipt = vault().receipt(key);
        assertThat(receipt).as("the receipt of %s", key).isPresent();
        assertThat(vault().sealedUnder(key)).isEmpty();
        assertThat(vault().openAll(List.copyOf(receipt.get().records()), Aftermath.CHECK)
                        .values())
                .as("records that were shredded")
                .noneMatch(Opening.Opened.class::isInstance);
    }

    private void whatWasTakenBackIsCarriedOut(Known known) throws VaultException {
        String person = known.id().value();
        assertThat(known.followedUp()).as("revocations dealt with").isEqualTo(known.revocations());
        assertThat(history.of(KeyDestroyed.class)
                        .filter(event -> event.person().equals(known.id()))
                        .map(event -> key(known.id(), event.scope(), event.keyGeneration())))
                .as("what was destroyed, each once")
                .containsExactlyInAnyOrderElementsOf(ordered(person));
        for (FaceprintEnrolled enrolled : history.of(FaceprintEnrolled.class)
                .filter(event -> event.person().equals(known.id()))
                .toList()) {
            KeyRef key = recognition(known.id(), enrolled.keyGeneration());
            KeyState wanted = known.restricted() ? KeyState.SUSPENDED : KeyState.ACTIVE;
            assertThat(vault().state(key)).contains(ordered(person).contains(key) ? KeyState.DESTROYED : wanted);
            assertThat(opens(enrolled.faceprint()))
                    .as("the faceprint opens")
                    .isEqualTo(vault().state(key).equals(Optional.of(KeyState.ACTIVE)));
        }
        assertThat(opens(known.identity()))
                .as("the name opens")
                .isNotEqualTo(ordered(person).contains(KeyRef.first(known.id(), KeyScope.IDENTITY)));
    }

    private Set<KeyRef> ordered(String person) {
        return history.of(ErasureOrdered.class)
                .filter(order -> order.person().value().equals(person))
                .map(order -> key(order.person(), order.scope(), order.keyGeneration()))
                .collect(Collectors.toSet());
    }

    private boolean opens(RecordId record) throws VaultException {
        return vault().openAll(List.of(record), Aftermath.CHECK).get(record) instanceof Opening.Opened;
    }

    private static KeyRef recognition(PersonId person, int generation) {
        return key(person, KeyScope.RECOGNITION, generation);
    }

    private static KeyRef key(PersonId person, KeyScope scope, int generation) {
        return KeyRef.of(person, scope, new KeyGeneration(generation));
    }

    private Vault vault() {
        return server.bean(Vault.class);
    }

    private Set<KeyRef> keys(String file, String query) throws SQLException {
        Set<KeyRef> keys = new HashSet<>();
        query(file, query, row -> keys.add(KeyRefForm.decode(row.getBytes(1))));
        return keys;
    }

    /** Takes in one row. */
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String file, String query, Row each) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve(file));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                each.read(rows);
            }
        }
    }
}
