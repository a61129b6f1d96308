package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Signature.Confirmation;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.standalone.Office.Asked;

/** How a code leaves a whole server, and what can be done where it does not. */
@Requirement({"R4", "R17"})
class CodeLettersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, Object> YES = Map.of(
            "language",
            "en",
            "answers",
            List.of(Map.of("ask", 0, "granted", true)),
            "confirmed",
            true,
            "representatives",
            List.of());

    /** Somebody whose link arrived, before the mail server turned grumpy. */
    private static Asked asked(Office office, GrumpyMail mail) {
        String person = office.register("Carla Code", "carla@people.example");
        office.offer(person, office.publishNotice(), List.of(Office.recognition(90)))
                .orFail();
        Awaitility.await().atMost(PATIENCE).until(() -> !mail.texts.isEmpty());
        return new Asked(person, "/api" + Mailboxes.in(mail.texts.getLast()).orElseThrow());
    }

    private static String state(Office office, Asked her) {
        return office.visitor().get(her.page() + "/codes").orFail().text("state");
    }

    private static Confirmation confirmation(Server server, Asked her) {
        return ((Known) server.bean(Streams.class).consent(new PersonId(her.person())))
                .grants()
                .values()
                .iterator()
                .next()
                .signature()
                .confirmation();
    }

    @Test
    void a_refused_mailbox_is_said_and_what_is_answered_then_is_recorded_as_weaker(@TempDir Path data) {
        try (GrumpyMail mail = new GrumpyMail(0);
                Server server = Running.demo(data.resolve("data"), mail.settings("1h"))) {
            Office office = Office.at(server.address());
            Asked her = asked(office, mail);
            assertThat(office.visitor().get(her.page()).text("confirming")).isEqualTo("CODE");
            mail.code.set(550);

            office.visitor().post(her.page() + "/codes", YES).orFail();

            Awaitility.await().atMost(PATIENCE).until(() -> state(office, her).equals("UNREACHABLE"));
            assertThat(office.visitor().get(her.page()).text("confirming")).isEqualTo("TWO_STEPS");
            office.visitor().post(her.page() + "/answers", YES).orFail();
            assertThat(confirmation(server, her)).isEqualTo(Confirmation.TWO_STEPS);
        }
    }

    @Test
    void a_mail_server_that_is_down_opens_no_weaker_way_and_the_code_survives_the_end_of_the_process(
            @TempDir Path data) {
        Path folder = data.resolve("data");
        Asked her;
        String signs;
        try (GrumpyMail mail = new GrumpyMail(0);
                Server server = Running.demo(folder, mail.settings("1h"))) {
            Office office = Office.at(server.address());
            her = asked(office, mail);
            mail.code.set(450);
            signs = office.visitor().post(her.page() + "/codes", YES).orFail().text("signs");
            Awaitility.await().atMost(PATIENCE).until(() -> mail.asked.get() >= 3);
            assertThat(state(office, her)).isEqualTo("QUEUED");
            office.visitor().post(her.page() + "/answers", YES).isRefusal(409, "consent.code-needed");
        }
        try (Server server = Running.demo(folder)) {
            Office office = Office.at(server.address());
            Map<String, Object> signed = new HashMap<>(YES);
            signed.put("signs", signs);
            signed.put("code", Mailboxes.code(office, signs));
            office.visitor().post(her.page() + "/answers", signed).orFail();
            assertThat(confirmation(server, her)).isEqualTo(Confirmation.CODE);
        }
    }
}
