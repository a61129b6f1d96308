package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import tools.jackson.databind.JsonNode;

/** Somebody who must not be found, in a whole server: nothing of hers is used, and nobody but officers learns why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafeguardingTest {
    private Server server;
    private Office office;
    private String notice;
    private String collection;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        notice = office.publishNotice();
        collection = office.openCollection("Held");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Somebody on a published photo. */
    private record Shown(Asked asked, Taken photo, String publication) {
        String held() {
            return "/api/persons/" + asked.person() + "/safeguarding";
        }
    }

    private Shown shown(String name, int seed) {
        Asked asked =
                office.ask(office.register(name, ""), notice, List.of(Office.website(90), Office.recognition(90)));
        office.sayYes(asked, 2).orFail();
        Taken photo = office.take(
                collection,
                "shown" + seed + ".jpg",
                Pictures.another(Pictures.portrait(seed).jpeg(), seed));
        office.sight(photo, photo.face(0), asked.person());
        office.review(photo).orFail();
        Answer cleared =
                office.requestPublication(photo, "https://example.org/" + seed).orFail();
        assertThat(cleared.text("verdict")).isEqualTo("CLEARED");
        return new Shown(asked, photo, cleared.text("publicationId"));
    }

    private void hold(Shown her) {
        office.officer()
                .post(her.held(), Map.of("reason", "The court forbade it"))
                .orFail();
    }

    private String state(Client who, Shown one) {
        return who.get("/api/publications/" + one.publication())
                .orFail()
                .json()
                .path("state")
                .asString();
    }

    private void untilTakenDown(Shown one) {
        Rest.until("it is taken down", () -> state(office.editor(), one).equals("TAKEDOWN_DUE"));
        Rest.until(
                "screens follow", () -> office.reasons(one.photo()).toString().contains("consent.restricted"));
    }

    /** Everything that staff who are no officers can see or try, with what names the one taken out of it. */
    private List<String> looks(Client who, Shown one) {
        String person = "/api/persons/" + one.asked().person();
        String photo = "/api/photos/" + one.photo().photo();
        List<Answer> answers = List.of(
                who.get(person),
                who.get(person + "/safeguarding"),
                who.post(person + "/safeguarding", Map.of("reason", "x")),
                who.get(photo),
                who.get(photo + "/status"),
                who.get("/api/publications/" + one.publication()),
                who.get("/api/takedowns"),
                who.post("/api/names", Map.of("ids", List.of(one.asked().person()))),
                who.post("/api/persons/" + one.asked().person() + "/faceprint", Map.of()),
                office.requestPublication(one.photo(), "https://example.org/once-more"),
                who.delete(photo));
        List<String> said = new ArrayList<>();
        for (Answer answer : answers) {
            said.add(answer.status() + " " + codes(answer));
        }
        return said;
    }

    /** Codes and states, since ids and moments differ between any two people. */
    private static List<String> codes(Answer answer) {
        List<String> found = new ArrayList<>();
        walk(answer.json(), found);
        return found.stream().distinct().sorted().toList();
    }

    private static void walk(JsonNode node, List<String> found) {
        node.propertyStream().forEach(entry -> {
            if (List.of("code", "state", "standing", "verdict", "cause", "colour", "reason", "detail", "live")
                            .contains(entry.getKey())
                    && entry.getValue().isValueNode()) {
                found.add(entry.getKey() + "=" + entry.getValue().asString());
            }
            walk(entry.getValue(), found);
        });
        if (node.isArray()) {
            node.valueStream().forEach(one -> walk(one, found));
        }
    }

    @Test
    void to_staff_who_are_no_officers_a_hold_is_a_restriction_in_every_answer() {
        Shown held = shown("Heleen Voorbeeld", 94);
        Shown restricted = shown("Rosa Voorbeeld", 95);
        hold(held);
        office.officer()
                .post("/api/persons/" + restricted.asked().person() + "/restriction")
                .orFail();
        untilTakenDown(held);
        untilTakenDown(restricted);

        for (Role role : List.of(Role.EDITOR, Role.AUDITOR, Role.PHOTOGRAPHER)) {
            Client who = office.visitor().as(role);
            assertThat(looks(who, held)).as(role.name()).isEqualTo(looks(who, restricted));
        }
        assertThat(office.requestPublication(held.photo(), "https://example.org/again")
                        .json()
                        .path("reasons")
                        .toString())
                .contains("consent.restricted");
    }

    @Test
    void links_show_no_picture_and_no_use_while_it_stands_and_all_of_it_afterwards() {
        Shown her = shown("Lotte Voorbeeld", 96);
        Asked nobody = office.ask(office.register("Niemand Voorbeeld", ""), notice, List.of(Office.website(90)));
        office.sayYes(nobody, 1).orFail();
        String photo = her.asked().page() + "/photos/" + her.photo().photo();
        assertThat(office.visitor().get(photo).status()).isEqualTo(200);

        hold(her);
        untilTakenDown(her);

        JsonNode mine =
                office.visitor().get(her.asked().page() + "/rights").orFail().json();
        assertThat(mine.path("photos")).isEmpty();
        assertThat(mine.path("publications")).isEmpty();
        assertThat(mine.path("restricted").asBoolean()).isFalse();
        assertThat(mine.path("receipts")).hasSize(2);
        assertThat(office.visitor().get(photo).toString().replaceAll("/api/.* -> ", ""))
                .as("as of a photo that nobody is on")
                .isEqualTo(office.visitor()
                        .get(nobody.page() + "/photos/" + her.photo().photo())
                        .toString()
                        .replaceAll("/api/.* -> ", ""));
        JsonNode page = office.visitor().get(her.asked().page()).orFail().json();
        assertThat(page.path("restricted").asBoolean()).isFalse();
        JsonNode copy =
                office.visitor().get(her.asked().page() + "/data").orFail().json();
        assertThat(copy.toString())
                .doesNotContain(her.photo().photo())
                .doesNotContain(her.publication())
                .doesNotContain("RESTRICTED")
                .doesNotContain("safeguarding");
        assertThat(copy.path("openings")).isEmpty();
        office.visitor()
                .post(her.asked().page() + "/rights", Map.of("right", "OBJECTION", "publicationId", her.publication()))
                .isRefusal(404, "rights.unknown-concern");

        office.officer().post(her.held() + "/ending").orFail();
        office.officer().post(her.held() + "/ending/agreement").isRefusal(409, "consent.end-same-person");
        office.secondOfficer().post(her.held() + "/ending/agreement").orFail();
        assertThat(office.visitor().get(photo).status()).isEqualTo(200);
        assertThat(office.requestPublication(her.photo(), "https://example.org/afterwards")
                        .text("verdict"))
                .isEqualTo("CLEARED");
        assertThat(state(office.editor(), her))
                .as("what was taken offline stays offline")
                .isEqualTo("TAKEDOWN_DUE");
    }

    @Test
    @Requirement("R36")
    void the_faceprint_is_locked_while_it_stands_and_destroyed_when_she_takes_recognition_back() throws Exception {
        Shown her = shown("Nadia Voorbeeld", 97);
        KeyRef key = KeyRef.first(new PersonId(her.asked().person()), KeyScope.RECOGNITION);
        Vault vault = server.bean(Vault.class);
        assertThat(vault.state(key)).hasValue(KeyState.ACTIVE);

        hold(her);
        assertThat(vault.state(key)).hasValue(KeyState.SUSPENDED);
        office.officer().post(her.held() + "/ending").orFail();
        office.secondOfficer().post(her.held() + "/ending/agreement").orFail();
        assertThat(vault.state(key)).hasValue(KeyState.ACTIVE);

        hold(her);
        office.withdraw(her.asked(), true, List.of()).orFail();
        Rest.until("a locked key is destroyed", () -> isDestroyed(vault, key));
    }

    private static boolean isDestroyed(Vault vault, KeyRef key) {
        try {
            return vault.state(key).equals(Optional.of(KeyState.DESTROYED));
        } catch (VaultException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void only_officers_read_and_order_it_and_reading_why_is_theirs() {
        Asked her = office.ask(office.register("Mirjam Voorbeeld", ""), notice, List.of(Office.website(90)));
        String path = "/api/persons/" + her.person() + "/safeguarding";
        for (Role role : List.of(Role.EDITOR, Role.PHOTOGRAPHER, Role.AUDITOR, Role.ADMIN)) {
            Client other = office.visitor().as(role);
            assertThat(other.get(path).status()).as(role.name()).isEqualTo(403);
            assertThat(other.get(path + "/reason").status()).as(role.name()).isEqualTo(403);
            assertThat(other.post(path, Map.of("reason", "x")).status())
                    .as(role.name())
                    .isEqualTo(403);
            assertThat(other.post(path + "/ending").status()).as(role.name()).isEqualTo(403);
        }
        office.officer().post(path, Map.of()).isRefusal(422, "request.missing-field");
        office.officer().get(path + "/reason").isRefusal(409, "consent.not-safeguarded");
        office.officer().post(path, Map.of("reason", "A secret address")).orFail();
        office.officer().post(path, Map.of("reason", "Again")).isRefusal(409, "consent.already-safeguarded");
        assertThat(office.officer().get(path + "/reason").orFail().text("text")).isEqualTo("A secret address");
        assertThat(office.officer().get(path).orFail().json().path("stands").asBoolean())
                .isTrue();
    }
}
