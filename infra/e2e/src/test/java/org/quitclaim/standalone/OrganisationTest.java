package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.organisation.OrganisationEvent;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import tools.jackson.databind.JsonNode;

/** Who the organisation says that it is: by whom it is said, where it is kept, and when a setting counts. */
class OrganisationTest {
    private static final String PATH = "/api/organisation";
    private static final String CONFIRMATION = PATH + "/confirmation";
    private static final String CONTACT = "privacy-desk@devaart.example";
    private static final Map<String, Object> SETTINGS = Map.of(
            "quitclaim.organisation.name",
            "Named by a setting",
            "quitclaim.organisation.contact",
            CONTACT,
            "quitclaim.public-address",
            "https://photos.example");

    @TempDir
    Path folder;

    @Test
    @Requirement("R90")
    void only_the_administrator_says_it_and_only_those_who_answer_for_it_read_it() {
        try (Server server = Running.demo(folder.resolve("data"))) {
            Client visitor = Client.visitor(server.address());
            Map<String, String> said = Map.of("name", "Museum De Vaart", "contact", CONTACT);
            visitor.get(PATH).isRefusal(401, "access.login-needed");
            assertThat(visitor.put(PATH, said).ok()).isFalse();
            for (Role role : List.of(Role.EDITOR, Role.PHOTOGRAPHER, Role.COMPLIANCE_OFFICER, Role.AUDITOR)) {
                visitor.as(role).put(PATH, said).isRefusal(403, "access.not-allowed");
            }
            assertThat(visitor.as(Role.ADMIN).get(PATH).orFail().json().toString())
                    .isEqualTo("{}");
            visitor.as(Role.ADMIN).put(PATH, said).orFail();
            for (Role role : List.of(Role.ADMIN, Role.COMPLIANCE_OFFICER, Role.AUDITOR)) {
                assertThat(visitor.as(role).get(PATH).orFail().text("contact")).isEqualTo(CONTACT);
            }
            for (Role role : List.of(Role.EDITOR, Role.PHOTOGRAPHER)) {
                visitor.as(role).get(PATH).isRefusal(403, "access.not-allowed");
            }
        }
    }

    @Test
    @Requirement("R90")
    void each_change_is_an_event_without_words_and_what_was_said_before_is_gone() throws IOException {
        Path data = folder.resolve("data");
        try (Server server = Running.demo(data)) {
            Client admin = Client.visitor(server.address()).as(Role.ADMIN);
            admin.put(PATH, Map.of("name", "First", "contact", CONTACT)).orFail();
            admin.put(PATH, Map.of("name", "Second", "dpoContact", "second-" + CONTACT))
                    .orFail();
            assertThat(admin.get(PATH).orFail().json().propertyNames()).containsExactlyInAnyOrder("name", "dpoContact");
            Vault vault = server.bean(Vault.class);
            List<OrganisationEvent> events = server.bean(EventStore.class)
                    .readEvents(OrganisationId.of(vault.installation().value()).value())
                    .asStream()
                    .map(event -> (OrganisationEvent) event.getPayload())
                    .toList();
            assertThat(events)
                    .extracting(event -> event.getClass().getSimpleName())
                    .containsExactly("OrganisationIntroduced", "OrganisationDescribed");
            assertThat(isSealed(vault, events.getFirst())).isFalse();
            assertThat(isSealed(vault, events.getLast())).isTrue();
        }
        nowhere(CONTACT);
    }

    @Test
    void a_setting_counts_until_something_was_said_and_never_again() {
        Path data = folder.resolve("data");
        try (Server server = Running.demo(data, SETTINGS)) {
            assertThat(described(server))
                    .containsEntry("name", "Named by a setting")
                    .containsEntry("publicAddress", "https://photos.example");
        }
        try (Server server = Running.demo(data, Map.of("quitclaim.organisation.name", "Another setting"))) {
            assertThat(described(server)).containsEntry("name", "Named by a setting");
            Client.visitor(server.address())
                    .as(Role.ADMIN)
                    .put(PATH, Map.of("name", "Said", "publicAddress", "https://photos.example"))
                    .orFail();
        }
        try (Server server = Running.demo(data, SETTINGS)) {
            assertThat(described(server)).containsEntry("name", "Said").doesNotContainKey("contact");
            Client visitor = Client.visitor(server.address());
            confirm(visitor, visitor.as(Role.ADMIN).put(PATH, Map.of()));
        }
        try (Server server = Running.demo(data, SETTINGS)) {
            assertThat(described(server)).isEmpty();
        }
    }

    @Test
    void an_address_to_which_nobody_should_be_sent_is_refused() {
        try (Server server = Running.demo(folder.resolve("data"))) {
            Client admin = Client.visitor(server.address()).as(Role.ADMIN);
            for (String address : List.of(
                    "http://photos.example",
                    "https://photos.example/elsewhere",
                    "https://photos.example?to=evil.example",
                    "https://photos.example@evil.example",
                    "photos.example",
                    "javascript:alert(1)")) {
                admin.put(PATH, Map.of("publicAddress", address)).isRefusal(409, "organisation.address-unusable");
            }
            assertThat(described(server)).isEmpty();
        }
    }

    /** It is signed and printed, so it has to read as it was written. */
    @Test
    void a_sign_that_turns_the_direction_of_writing_is_refused() {
        try (Server server = Running.demo(folder.resolve("data"))) {
            Client admin = Client.visitor(server.address()).as(Role.ADMIN);
            for (String field : List.of("name", "contact", "dpoContact")) {
                for (String sign : List.of("\u202e", "\u2066", "\u200f")) {
                    admin.put(PATH, Map.of(field, "Museum" + sign + "Vaart")).isRefusal(409, "organisation.text-turns");
                }
            }
            assertThat(described(server)).isEmpty();
        }
    }

    private static void confirm(Client visitor, Answer waits) {
        visitor.as(Role.COMPLIANCE_OFFICER)
                .post(CONFIRMATION, Map.of("asked", waits.orFail().text("asked")))
                .orFail();
    }

    /** Every link leads there, of letters that wait and that are printed too. */
    @Test
    @Requirement("R94")
    void the_address_that_links_lead_to_is_changed_and_taken_away_by_two_people_only() {
        try (Server server = Running.demo(folder.resolve("data"))) {
            Client visitor = Client.visitor(server.address());
            Client admin = visitor.as(Role.ADMIN);
            admin.put(PATH, Map.of("name", "Museum", "publicAddress", "https://photos.example"))
                    .orFail();
            assertThat(admin.put(PATH, Map.of("name", "Museum De Vaart", "publicAddress", "https://photos.example"))
                            .status())
                    .as("the same address")
                    .isEqualTo(200);

            for (Map<String, String> elsewhere : List.of(
                    Map.of("name", "Other", "publicAddress", "https://evil.example"), Map.of("name", "Museum"))) {
                Answer waits = admin.put(PATH, elsewhere).orFail();

                assertThat(waits.json().hasNonNull("asked")).isTrue();
                JsonNode shown =
                        visitor.as(Role.COMPLIANCE_OFFICER).get(PATH).orFail().json();
                assertThat(shown.path("publicAddress").asString()).isEqualTo("https://photos.example");
                assertThat(shown.path("name").asString()).isEqualTo("Museum De Vaart");
                assertThat(shown.path("proposed").path("name").asString()).isEqualTo(elsewhere.get("name"));
                assertThat(shown.path("proposed").path("publicAddress").asString(""))
                        .isEqualTo(elsewhere.getOrDefault("publicAddress", ""));
                Map<String, String> asked = Map.of("asked", waits.text("asked"));
                admin.post(CONFIRMATION, asked).isRefusal(409, "organisation.address-same-person");
                visitor.as(Role.EDITOR).post(CONFIRMATION, asked).isRefusal(403, "access.not-allowed");
            }
            Answer waits = admin.put(PATH, Map.of("name", "Museum", "publicAddress", "https://new.example"));
            confirm(visitor, waits);
            assertThat(described(server)).containsEntry("publicAddress", "https://new.example");
            visitor.as(Role.COMPLIANCE_OFFICER)
                    .post(CONFIRMATION, Map.of("asked", waits.text("asked")))
                    .isRefusal(409, "organisation.address-not-asked");
        }
    }

    /** It stands within the sentences of letters. */
    @Test
    void a_line_that_ends_or_a_sign_that_is_not_seen_is_refused() {
        try (Server server = Running.demo(folder.resolve("data"))) {
            Client admin = Client.visitor(server.address()).as(Role.ADMIN);
            for (String field : List.of("name", "contact", "dpoContact")) {
                for (String sign : List.of("\n", "\r", "\t", "\u0000", "\u0085", "\u2028", "\u200b", "\ue000")) {
                    admin.put(PATH, Map.of(field, "Museum" + sign + "Vaart"))
                            .isRefusal(409, "organisation.text-broken");
                }
            }
            assertThat(described(server)).isEmpty();
        }
    }

    private static boolean isSealed(Vault vault, OrganisationEvent event) {
        try {
            vault.open(
                    event.details(), new AccessReason(new Accessor.SystemTask("test"), "SYSTEM", AccessPurpose.AUDIT));
            return true;
        } catch (VaultException.RecordUnknown e) {
            return false;
        } catch (VaultException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> described(Server server) {
        Map<String, String> described = new TreeMap<>();
        Client.visitor(server.address())
                .as(Role.AUDITOR)
                .get(PATH)
                .orFail()
                .json()
                .propertyStream()
                .forEach(field -> described.put(field.getKey(), field.getValue().asString()));
        return described;
    }

    /** In no file of the installation, with its keys and backups beside it. */
    private void nowhere(String words) throws IOException {
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(words);
            }
        }
    }
}
