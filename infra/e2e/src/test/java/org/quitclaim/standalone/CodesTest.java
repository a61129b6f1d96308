package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.certificate.CanonicalText;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.Code;
import org.quitclaim.domain.link.LinksState.Issued;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Vault;
import tools.jackson.databind.JsonNode;

/** A yes that tells much is signed by a code out of the mailbox on record, against a whole server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Requirement({"R4", "R17"})
class CodesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Server server;
    private Office office;
    private String notice;
    private int number;

    @BeforeAll
    void start(@TempDir Path data) {
        server = Running.demo(data.resolve("data"));
        office = Office.at(server.address());
        notice = office.publishNotice();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private record Question(Asked asked, String quitclaim) {}

    private Question asked() {
        String person = office.register("Carla Code", "carla" + number++ + "@people.example");
        Answer offered = office.offer(person, notice, List.of(Office.recognition(90), Office.website(90)));
        return new Question(office.asked(person, offered), offered.text("quitclaimId"));
    }

    private static Map<String, Object> answers(boolean recognition, boolean website) {
        return Map.of(
                "language",
                "en",
                "answers",
                List.of(Map.of("ask", 0, "granted", recognition), Map.of("ask", 1, "granted", website)),
                "confirmed",
                true,
                "representatives",
                List.of());
    }

    private static Map<String, Object> with(Map<String, Object> answers, String signs, String code) {
        Map<String, Object> signed = new HashMap<>(answers);
        signed.put("signs", signs);
        signed.put("code", code);
        return signed;
    }

    private Answer ask(Question her, Map<String, Object> answers) {
        return office.visitor().post(her.asked().page() + "/codes", answers);
    }

    private Answer send(Question her, Map<String, Object> answers) {
        return office.visitor().post(her.asked().page() + "/answers", answers);
    }

    private Known known(Question her) {
        return (Known)
                server.bean(Streams.class).consent(new PersonId(her.asked().person()));
    }

    private Code code(Question her) {
        return ((Issued) server.bean(Streams.class).links(new QuitclaimId(her.quitclaim())))
                .codes()
                .getLast();
    }

    private boolean opens(RecordId record) throws Exception {
        AccessReason reason = new AccessReason(new Accessor.SystemTask("test"), "TEST", AccessPurpose.AUDIT, "");
        return server.bean(Vault.class).openAll(List.of(record), reason).get(record) instanceof Opening.Opened;
    }

    private static String another(String code) {
        return code.startsWith("1") ? "2" + code.substring(1) : "1" + code.substring(1);
    }

    @Test
    void recognition_is_granted_with_the_code_out_of_the_mailbox_and_not_without() throws Exception {
        Question her = asked();
        send(her, answers(true, true)).isRefusal(409, "consent.code-needed");
        assertThat(known(her).grants()).isEmpty();

        Answer asked = ask(her, answers(true, true)).orFail();
        String signs = asked.text("signs");
        assertThat(MessageDigest.getInstance("SHA-256")
                        .digest(CanonicalText.of(asked.json().path("record"))
                                .json()
                                .getBytes(StandardCharsets.UTF_8)))
                .as("anybody makes the digest anew from what is shown")
                .isEqualTo(HexFormat.of().parseHex(signs));
        String code = Mailboxes.code(office, signs);
        JsonNode mail = Mailboxes.mails(office, "GET", "?" + signs).path(0);
        assertThat(mail.path("text").asString() + mail.path("subject").asString())
                .doesNotContain("Carla", "/q/", "recogni", "herken", "website");
        assertThat(asked.toString() + asked.json()).doesNotContain(code.replace(" ", ""));

        send(her, with(answers(true, true), signs, code)).orFail();

        assertThat(known(her).grants().values()).hasSize(2).allSatisfy(grant -> {
            assertThat(grant.signature().confirmation()).isEqualTo(Signature.Confirmation.CODE);
            assertThat(asked.json().toString()).contains(grant.id().value());
        });
        assertThat(office.visitor()
                        .get(her.asked().page() + "/receipts/"
                                + known(her).grants().keySet().iterator().next().value())
                        .orFail()
                        .json()
                        .toString())
                .contains("\"confirmation\":\"CODE\"");
        Code typed = code(her);
        Awaitility.await().atMost(PATIENCE).until(() -> !opens(typed.letter()) && !opens(typed.statement()));
        send(her, with(answers(true, true), signs, code)).isRefusal(409, "link.code-used");
    }

    @Test
    void a_code_signs_nothing_but_the_answers_it_was_asked_for() {
        Question her = asked();
        Question other = asked();
        String signs = ask(her, answers(true, false)).orFail().text("signs");
        String code = Mailboxes.code(office, signs);

        send(her, with(answers(true, true), signs, code)).isRefusal(409, "link.code-other-choices");
        send(other, with(answers(true, false), signs, code)).isRefusal(409, "link.code-unknown");
        String later = ask(her, answers(true, true)).orFail().text("signs");
        send(her, with(answers(true, false), signs, code)).isRefusal(409, "link.code-replaced");
        send(her, with(answers(true, true), later, code)).isRefusal(409, "link.code-wrong");
        send(her, with(answers(true, true), later, "12345")).isRefusal(422, "link.code-incomplete");
        assertThat(known(her).grants()).isEmpty();
        assertThat(code(her).missed()).isEqualTo(1);
    }

    @Test
    void five_wrong_tries_end_a_code_and_say_how_many_are_left() {
        Question her = asked();
        String signs = ask(her, answers(true, true)).orFail().text("signs");
        String code = Mailboxes.code(office, signs);
        for (int left = 4; left >= 0; left--) {
            Answer wrong = send(her, with(answers(true, true), signs, another(code)));
            wrong.isRefusal(409, "link.code-wrong");
            assertThat(wrong.text("detail")).endsWith(" " + left);
        }
        send(her, with(answers(true, true), signs, code)).isRefusal(409, "link.code-tries-over");
        assertThat(known(her).grants()).isEmpty();
    }

    @Test
    void codes_are_asked_for_a_few_times_only_and_a_no_needs_none() {
        Question her = asked();
        for (int time = 0; time < Code.PER_HOUR; time++) {
            ask(her, answers(true, true)).orFail();
        }
        ask(her, answers(true, true)).isRefusal(409, "link.codes-too-many");
        send(her, answers(false, false)).orFail();
    }

    @Test
    void a_yes_that_tells_little_needs_no_code() {
        Question her = asked();
        ask(her, answers(false, true)).isRefusal(409, "link.code-cannot-be-mailed");
        send(her, answers(false, true)).orFail();
        assertThat(known(her).grants().values())
                .allMatch(grant -> grant.signature().confirmation() == Signature.Confirmation.TWO_STEPS);
    }

    @Test
    void what_is_taken_back_or_erased_in_between_is_not_signed_by_an_earlier_code() {
        Question her = asked();
        Asked before = office.ask(her.asked().person(), notice, List.of(Office.website(30)));
        office.sayYes(before, 1).orFail();
        String signs = ask(her, answers(true, true)).orFail().text("signs");
        String code = Mailboxes.code(office, signs);
        office.withdraw(before, false, List.of("WEBSITE")).orFail();
        send(her, with(answers(true, true), signs, code)).isRefusal(409, "link.code-overtaken");

        String again = ask(her, answers(true, true)).orFail().text("signs");
        String newer = Mailboxes.code(office, again);
        office.erase(her.asked().person(), Map.of()).orFail();
        send(her, with(answers(true, true), again, newer)).isRefusal(409, "consent.person-erased");
    }

    @Test
    void a_code_that_went_to_a_contact_point_which_was_corrected_since_signs_nothing() {
        Question her = asked();
        String signs = ask(her, answers(true, true)).orFail().text("signs");
        String code = Mailboxes.code(office, signs);
        String details = "/api/persons/" + her.asked().person() + "/details";
        Map<String, Object> right = new HashMap<>();
        right.put("name", "Carla Code");
        right.put("email", "really-hers@people.example");
        right.put("replaces", office.officer().get(details).orFail().text("record"));
        office.officer().put(details, right).orFail();

        send(her, with(answers(true, true), signs, code)).isRefusal(409, "link.code-overtaken");

        assertThat(known(her).grants()).isEmpty();
    }

    @Test
    void a_link_that_is_revoked_or_passed_on_in_between_signs_nothing() {
        Question her = asked();
        String signs = ask(her, answers(true, true)).orFail().text("signs");
        String code = Mailboxes.code(office, signs);
        String links = "/api/quitclaims/" + her.quitclaim() + "/links";
        String first = office.officer()
                .get(links)
                .orFail()
                .json()
                .path(0)
                .path("linkId")
                .asString();
        office.officer()
                .post(links + "/" + first + "/revocation", Map.of("reason", "LOST"))
                .orFail();
        send(her, with(answers(true, true), signs, code)).isRefusal(404, "link.revoked");

        Answer issued = office.officer().post(links, Map.of("reason", "LOST")).orFail();
        Question later = new Question(
                new Asked(her.asked().person(), "/api" + Mailboxes.link(office, issued, her.quitclaim())),
                her.quitclaim());
        send(later, with(answers(true, true), signs, code)).isRefusal(409, "link.code-unknown");
        assertThat(known(her).grants()).isEmpty();
    }

    @Test
    void staff_cannot_say_that_a_code_was_typed() {
        Question her = asked();
        office.officer()
                .post(
                        "/api/quitclaims/" + her.quitclaim() + "/grants",
                        Map.of(
                                "language",
                                "en",
                                "answers",
                                List.of(Map.of("ask", 0, "granted", true), Map.of("ask", 1, "granted", true)),
                                "signature",
                                Map.of(
                                        "level", "SIMPLE",
                                        "method", "PAPER",
                                        "confirmation", "CODE",
                                        "evidence", "said so",
                                        "representatives", List.of())))
                .isRefusal(422, "consent.link-is-the-persons");
    }

    @Test
    void the_same_request_sent_twice_is_taken_in_once() {
        Question her = asked();
        String signs = ask(her, answers(true, true)).orFail().text("signs");
        Map<String, Object> signed = with(answers(true, true), signs, Mailboxes.code(office, signs));
        Answer first = office.visitor().post(her.asked().page() + "/answers", signed, "once");
        Answer again = office.visitor().post(her.asked().page() + "/answers", signed, "once");
        assertThat(again.orFail().json()).isEqualTo(first.orFail().json());
        assertThat(known(her).grants()).hasSize(2);
    }

    @Test
    void where_no_mail_can_be_sent_the_record_says_so() {
        String person = office.register("Nobody At Home", "");
        Asked asked = office.ask(person, notice, List.of(Office.recognition(90)));
        assertThat(office.visitor().get(asked.page()).orFail().text("confirming"))
                .isEqualTo("TWO_STEPS");
        office.sayYes(asked, 1).orFail();
        assertThat(((Known) server.bean(Streams.class).consent(new PersonId(person)))
                        .grants()
                        .values())
                .allMatch(grant -> grant.signature().confirmation() == Signature.Confirmation.TWO_STEPS);
    }
}
