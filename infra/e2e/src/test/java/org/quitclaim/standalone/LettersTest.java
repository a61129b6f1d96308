package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.Link;
import org.quitclaim.domain.link.LinksState.Issued;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Vault;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.JsonNode;

/** How a link leaves a whole server: by mail or on paper, and in no answer to staff. */
class LettersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Somebody who was asked; what staff were answered about it. */
    private record Sent(String person, Answer offered) {
        String quitclaim() {
            return offered.text("quitclaimId");
        }

        String links() {
            return "/api/quitclaims/" + quitclaim() + "/links";
        }

        String letter() {
            return links() + "/" + offered.text("linkId") + "/letter";
        }
    }

    private static Sent sent(Office office, String notice, String email) {
        String person = office.register("Somebody Nobody Knows", email);
        return new Sent(
                person,
                office.offer(person, notice, List.of(Office.website(90))).orFail());
    }

    private static JsonNode listed(Office office, Sent her) {
        return office.officer().get(her.links()).orFail().json().path(0);
    }

    private static JsonNode left(Office office, Sent her, String delivery) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> listed(office, her),
                        link -> link.path("delivery").asString().equals(delivery));
    }

    private static Link link(Server server, Sent her) {
        return ((Issued) server.bean(Streams.class).links(new QuitclaimId(her.quitclaim())))
                .links()
                .getFirst();
    }

    private static boolean opens(Server server, RecordId record) throws Exception {
        AccessReason reason = new AccessReason(new Accessor.SystemTask("test"), "TEST", AccessPurpose.AUDIT, "");
        return server.bean(Vault.class).openAll(List.of(record), reason).get(record) instanceof Opening.Opened;
    }

    private static Signature signature(Server server, String person) {
        return ((Known) server.bean(Streams.class).consent(new PersonId(person)))
                .grants()
                .values()
                .iterator()
                .next()
                .signature();
    }

    @Test
    @Requirement("R94")
    void asking_mails_the_link_and_answers_ids_and_the_secret_goes_with_the_letter(@TempDir Path data)
            throws Exception {
        try (Server server = Running.demo(data.resolve("data"))) {
            Office office = Office.at(server.address());
            Sent her = sent(office, office.publishNotice(), "her-own@people.example");

            assertThat(her.offered().json().propertyNames()).containsExactlyInAnyOrder("quitclaimId", "linkId");
            JsonNode link = left(office, her, "MAILED");
            assertThat(link.path("mailedAt").asString("")).isNotEmpty();
            assertThat(link.path("printable").asBoolean()).isFalse();
            JsonNode mail = Mailboxes.mails(office, "GET", "?" + her.offered().text("linkId"))
                    .path(0);
            assertThat(mail.path("to").asString()).isEqualTo("her-own@people.example");
            assertThat(mail.path("text").asString() + mail.path("subject").asString())
                    .doesNotContain("Somebody", "VISITOR", "website");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> !opens(server, link(server, her).letter()));
            office.officer().post(her.letter()).isRefusal(409, "link.not-to-print");

            Asked asked = new Asked(
                    her.person(),
                    "/api"
                            + Mailboxes.mailed(office, her.offered().text("linkId"))
                                    .orElseThrow());
            office.sayYes(asked, 1).orFail();
            Signature signature = signature(server, her.person());
            assertThat(signature.method())
                    .as("one employee typed the address")
                    .isEqualTo(Signature.Method.LINK_VOUCHED);
            assertThat(signature.level()).isEqualTo(Signature.Level.SIMPLE);
        }
    }

    @Test
    @Requirement("R94")
    void without_a_mail_server_the_letter_is_printed_and_says_by_whom(@TempDir Path data) throws Exception {
        try (Server server = Running.demo(data.resolve("data"), Map.of("quitclaim.mail.host", ""))) {
            Office office = Office.at(server.address());
            Sent her = sent(office, office.publishNotice(), "her-own@people.example");
            assertThat(left(office, her, "TO_PRINT").path("notMailed").asString())
                    .isEqualTo("NO_MAIL_SERVER");

            for (Role other : List.of(Role.PHOTOGRAPHER, Role.ADMIN, Role.AUDITOR)) {
                office.visitor().as(other).post(her.letter()).isRefusal(403, "access.not-allowed");
            }
            Answer printed = office.editor().post(her.letter()).orFail();

            String paper = new String(printed.bytes(), StandardCharsets.ISO_8859_1);
            assertThat(paper).startsWith("%PDF");
            assertThat(paper).doesNotContain("Somebody", "her-own@people.example");
            JsonNode link = listed(office, her);
            assertThat(link.path("delivery").asString()).isEqualTo("PRINTED");
            assertThat(link.path("prints")).hasSize(1);
            assertThat(link.path("prints").path(0).path("by").asString())
                    .isEqualTo(office.editor().get("/api/accounts/me").orFail().text("accountId"));
            office.officer().post(her.letter()).orFail();
            assertThat(listed(office, her).path("prints")).hasSize(2);

            office.sayYes(new Asked(her.person(), "/api" + Mailboxes.in(paper).orElseThrow()), 1)
                    .orFail();
            assertThat(signature(server, her.person()).method()).isEqualTo(Signature.Method.LINK_PRINTED);
            office.officer().post(her.letter()).isRefusal(409, "link.not-to-print");
        }
    }

    @Test
    void a_mailbox_that_is_refused_ends_it_at_once_and_one_that_is_busy_is_tried_again(@TempDir Path data) {
        try (GrumpyMail mail = new GrumpyMail(550);
                Server server = Running.demo(data.resolve("data"), mail.settings("1h"))) {
            Office office = Office.at(server.address());
            String notice = office.publishNotice();
            Sent refused = sent(office, notice, "nobody@people.example");
            assertThat(left(office, refused, "TO_PRINT").path("notMailed").asString())
                    .isEqualTo("REFUSED");
            assertThat(mail.asked).hasValue(1);

            mail.code.set(450);
            Sent busy = sent(office, notice, "busy@people.example");
            Awaitility.await().atMost(PATIENCE).until(() -> mail.asked.get() >= 3);
            mail.code.set(0);
            left(office, busy, "MAILED");

            assertThat(mail.taken).containsExactly("busy@people.example");
        }
    }

    @Test
    void what_cannot_be_mailed_for_too_long_is_given_up(@TempDir Path data) {
        try (GrumpyMail mail = new GrumpyMail(451);
                Server server = Running.demo(data.resolve("data"), mail.settings("1s"))) {
            Office office = Office.at(server.address());
            Sent her = sent(office, office.publishNotice(), "busy@people.example");

            assertThat(left(office, her, "TO_PRINT").path("notMailed").asString())
                    .isEqualTo("GAVE_UP");

            assertThat(mail.asked.get()).isGreaterThan(1);
            office.editor().post(her.letter()).orFail();
        }
    }

    @Test
    void nothing_is_mailed_after_an_erasure_or_a_revocation(@TempDir Path data) throws Exception {
        try (GrumpyMail mail = new GrumpyMail(450);
                Server server = Running.demo(data.resolve("data"), mail.settings("1h"))) {
            Office office = Office.at(server.address());
            String notice = office.publishNotice();
            Sent gone = sent(office, notice, "gone@people.example");
            Sent ended = sent(office, notice, "ended@people.example");
            Awaitility.await().atMost(PATIENCE).until(() -> mail.asked.get() >= 2);
            office.erase(gone.person(), Map.of()).orFail();
            office.officer()
                    .post(
                            ended.links() + "/" + ended.offered().text("linkId") + "/revocation",
                            Map.of("reason", "WRONG_ADDRESS"))
                    .orFail();

            mail.code.set(0);
            Sent other = sent(office, notice, "other@people.example");
            left(office, other, "MAILED");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> link(server, gone).delivery() != org.quitclaim.domain.link.Delivery.QUEUED);

            assertThat(listed(office, ended).path("delivery").asString()).isEqualTo("ENDED_WAITING");
            assertThat(mail.taken).containsExactly("other@people.example");
            assertThat(opens(server, link(server, gone).letter())).isFalse();
            office.officer().post(gone.letter()).isRefusal(409, "consent.person-erased");
        }
    }

    /** Nobody has to choose a person to learn that one waits, and whoever stands at the desk waits no longer. */
    @Test
    @Requirement("R94")
    void letters_that_wait_are_listed_and_one_that_is_queued_is_printed_at_once_and_mailed_no_more(@TempDir Path data) {
        try (GrumpyMail mail = new GrumpyMail(450);
                Server server = Running.demo(data.resolve("data"), mail.settings("1h"))) {
            Office office = Office.at(server.address());
            String notice = office.publishNotice();
            Sent first = sent(office, notice, "first@people.example");
            Sent paper = sent(office, notice, "");
            Sent gone = sent(office, notice, "gone@people.example");
            left(office, paper, "TO_PRINT");
            office.erase(gone.person(), Map.of()).orFail();
            Awaitility.await().atMost(PATIENCE).until(() -> waiting(office).size() == 2);
            assertThat(waiting(office)).containsExactly(first.person() + " QUEUED", paper.person() + " TO_PRINT");
            for (Role other : List.of(Role.PHOTOGRAPHER, Role.ADMIN, Role.AUDITOR)) {
                office.visitor().as(other).get("/api/letters").isRefusal(403, "access.not-allowed");
            }

            assertThat(listed(office, first).path("printable").asBoolean()).isTrue();
            office.editor().post(first.letter()).orFail();
            office.editor().post(paper.letter()).orFail();
            mail.code.set(0);

            Sent other = sent(office, notice, "other@people.example");
            left(office, other, "MAILED");
            assertThat(listed(office, first).path("delivery").asString()).isEqualTo("PRINTED");
            assertThat(mail.taken).containsExactly("other@people.example");
            Awaitility.await().atMost(PATIENCE).until(() -> waiting(office).isEmpty());
            assertThat(listed(office, gone).path("printable").asBoolean()).isFalse();
        }
    }

    private static List<String> waiting(Office office) {
        return office.editor().get("/api/letters").orFail().list("items").stream()
                .map(letter -> letter.path("personId").asString() + " "
                        + letter.path("delivery").asString())
                .toList();
    }

    @Test
    void a_letter_that_waits_survives_the_end_of_the_process(@TempDir Path data) {
        Path folder = data.resolve("data");
        Sent her;
        try (GrumpyMail mail = new GrumpyMail(450);
                Server server = Running.demo(folder, mail.settings("1h"))) {
            Office office = Office.at(server.address());
            her = sent(office, office.publishNotice(), "her-own@people.example");
            Awaitility.await().atMost(PATIENCE).until(() -> mail.asked.get() >= 1);
        }
        try (Server server = Running.demo(folder)) {
            Office office = Office.at(server.address());
            left(office, her, "MAILED");
            assertThat(Mailboxes.mailed(office, her.offered().text("linkId"))).isPresent();
        }
    }

    /** Whoever of staff asks whatever route there is, about somebody whose letter waits and somebody who was mailed. */
    @Test
    @Requirement("R94")
    void no_route_answers_staff_with_what_opens_a_page(@TempDir Path data) {
        try (Server server = Running.demo(data.resolve("data"))) {
            Office office = Office.at(server.address());
            String collection = office.openCollection("Letters");
            Taken photo =
                    office.take(collection, "portrait.jpg", Pictures.portrait(1).jpeg());
            EveryRoute every = new EveryRoute(
                    office,
                    java.util.Objects.requireNonNull(
                            server.bean(DispatcherServlet.class).getWebApplicationContext()),
                    photo);
            String notice = office.publishNotice();
            Sent mailed = sent(office, notice, "her-own@people.example");
            left(office, mailed, "MAILED");
            String mail =
                    Mailboxes.mailed(office, mailed.offered().text("linkId")).orElseThrow();
            String secret = mail.substring(mail.length() - 26);
            Map<String, String> ids = new HashMap<>(every.somebody());
            ids.remove("token");
            ids.put("person", mailed.person());
            ids.put("personId", mailed.person());
            ids.put("ids", mailed.person());
            ids.put("quitclaims", mailed.quitclaim());
            ids.put("link", mailed.offered().text("linkId"));
            ids.put("cursor", "0");
            for (Role role : Role.values()) {
                if (role == Role.SERVICE) {
                    continue;
                }
                Client staff = office.visitor().as(role);
                for (EveryRoute.Route route : every.routes("GET")) {
                    if (route.path().startsWith("/api/") && !route.path().contains("{token}")) {
                        EveryRoute.addresses(route, ids).forEach(address -> saysNothing(staff.get(address), secret));
                    }
                }
                for (Map<String, ?> body : List.<Map<String, String>>of(Map.of(), Map.of("reason", "LOST"))) {
                    saysNothing(staff.post(mailed.links(), body), secret);
                    saysNothing(staff.post(mailed.letter(), body), secret);
                }
            }
            Sent waiting = sent(office, notice, "");
            left(office, waiting, "TO_PRINT");
            for (Role role : List.of(Role.PHOTOGRAPHER, Role.ADMIN, Role.AUDITOR)) {
                office.visitor().as(role).post(waiting.letter()).isRefusal(403, "access.not-allowed");
            }
            assertThat(listed(office, waiting).path("prints")).isEmpty();
        }
    }

    private static void saysNothing(Answer answer, String secret) {
        String said = new String(answer.bytes(), StandardCharsets.ISO_8859_1);
        assertThat(said).as(answer.asked()).doesNotContain(secret);
        assertThat(Mailboxes.in(said)).as(answer.asked()).isEmpty();
    }
}
