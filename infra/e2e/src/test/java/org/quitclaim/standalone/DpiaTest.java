package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.governance.Dpia.Assessment;
import org.quitclaim.domain.governance.Dpia.Paper;
import org.quitclaim.domain.governance.GovernanceCommand.ConfirmDpia;
import org.quitclaim.domain.governance.GovernanceCommand.RecordDpia;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.governance.RecognitionMethod;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.drawn.Cast;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.IdMint;
import tools.jackson.databind.JsonNode;

/** Recognition rests on an impact assessment that two officers stand for, and that is reviewed in time. */
class DpiaTest {
    private static final String PATH = "/api/governance/dpia";

    private Path folder;
    private Server server;
    private Office office;
    private Asked asked;
    private Taken portrait;

    @BeforeEach
    void start(@TempDir Path folder) {
        this.folder = folder;
        server = Running.demo(folder);
        office = Office.at(server.address());
        String collection = office.openCollection("Portraits");
        office.allowRecognition(collection);
        String notice = office.publishNotice();
        asked = office.ask(
                office.register("Somebody", "somebody@example.org"), notice, List.of(Office.recognition(30)));
        office.sayYes(asked, 1).orFail();
        portrait = office.take(
                collection,
                "portrait.jpg",
                ScenePainter.draw(Scenes.enrolment(Cast.EDITOR.character())).jpeg());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Requirement("R75")
    void recognition_stays_off_until_a_second_officer_confirms_the_assessment() {
        String proposal = office.proposeDpia("Dossier 7").orFail().text("proposal");
        enrol().isRefusal(409, "permit.dpia-missing");
        Office.confirmDpia(office.officer(), proposal).isRefusal(409, "governance.dpia-same-person");
        Office.confirmDpia(office.editor(), proposal).isRefusal(403, "access.not-allowed");
        office.editor().get(PATH).isRefusal(403, "access.not-allowed");
        enrol().isRefusal(409, "permit.dpia-missing");

        Client second = office.secondOfficer();
        JsonNode waiting = second.get(PATH).orFail().json();
        assertThat(waiting.path("recognition").asBoolean()).isFalse();
        assertThat(waiting.path("waiting").path("text").path("reference").asString())
                .isEqualTo("Dossier 7");
        assertThat(waiting.path("waiting").path("text").path("approver").asString())
                .isEqualTo("The board");
        Office.confirmDpia(second, waiting.path("waiting").path("proposal").asString())
                .orFail();

        JsonNode holds = second.get(PATH).orFail().json();
        assertThat(holds.path("recognition").asBoolean()).isTrue();
        assertThat(holds.path("holds").path("nextReview").asString()).isEqualTo(Office.today(365));
        enrol().orFail();
    }

    @Test
    void an_assessment_without_approver_or_with_a_review_in_the_past_is_refused() {
        Map<String, String> whole =
                Map.of("reference", "Dossier 7", "approvedOn", Office.today(-1), "nextReview", Office.today(30));
        office.officer().post(PATH, whole).isRefusal(422, "request.missing-field");
        office.officer()
                .post(
                        PATH,
                        Map.of(
                                "reference",
                                "Dossier 7",
                                "approver",
                                "The board",
                                "approvedOn",
                                Office.today(-9),
                                "nextReview",
                                Office.today(-1),
                                "method",
                                Office.method(office.officer())))
                .isRefusal(422, "governance.dpia-review-date");
    }

    @Test
    @Requirement("R75")
    void a_missed_review_is_alarmed_about_and_nobody_new_is_recognised() {
        LocalDate today = LocalDate.now(Office.ZONE);
        Installation installation = server.bean(Installation.class);
        Paper paper = new Paper(
                IdMint.mint(RecordId.PREFIX, RecordId::new),
                IdMint.mint(RecordId.PREFIX, RecordId::new),
                today.minusDays(40),
                today.minusDays(2),
                server.bean(RecognitionMethod.class));
        Commands commands = server.bean(Commands.class);
        Origin test = Origin.system("test");
        commands.send(new RecordDpia(installation.id(), paper, paper.method(), today.minusDays(30), somebody()), test);
        commands.send(new ConfirmDpia(installation.id(), paper.reference(), paper.method(), somebody()), test);

        enrol().isRefusal(409, "permit.dpia-missing");
        await().atMost(Duration.ofSeconds(180))
                .untilAsserted(() -> assertThat(alarms(installation))
                        .containsExactlyInAnyOrder(DueAlarm.DUE_SOON, DueAlarm.OVERDUE));

        String proposal =
                office.proposeDpia("Dossier 8", paper.method()).orFail().text("proposal");
        Office.confirmDpia(office.secondOfficer(), proposal).orFail();
        enrol().orFail();
        assertThat(alarms(installation)).isEmpty();
    }

    @Test
    @Requirement("R82")
    void with_another_stated_rate_nobody_is_recognised_until_two_officers_approve_it() {
        enrol().isRefusal(409, "permit.dpia-missing");
        office.recordDpia("Dossier 7");
        enrol().orFail();
        JsonNode before = Office.method(office.officer());
        server.close();
        server = Running.demo(folder, Map.of("quitclaim.recognition.false-positive-rate", 0.02));
        office = Office.at(server.address());

        enrol().isRefusal(409, "permit.method-not-approved");
        JsonNode standing = office.officer().get(PATH).orFail().json();
        assertThat(standing.path("recognition").asBoolean()).isFalse();
        assertThat(standing.path("otherMethod").asBoolean()).isTrue();
        assertThat(standing.path("holds").path("method")).isNotEqualTo(Office.method(office.officer()));
        office.proposeDpia("Dossier 9", before).isRefusal(409, "governance.dpia-other-method");

        office.recordDpia("Dossier 8");
        enrol().orFail();
        standing = office.officer().get(PATH).orFail().json();
        assertThat(standing.path("recognition").asBoolean()).isTrue();
        assertThat(standing.path("approved").valueStream())
                .extracting(one -> one.path("method").path("falsePositiveRate").asDouble())
                .containsExactly(0.001, 0.02);
    }

    private static Voucher somebody() {
        AccountId id = IdMint.mint(AccountId.PREFIX, AccountId::new);
        return new Voucher(id, id, false);
    }

    private Set<DueAlarm> alarms(Installation installation) {
        return server.bean(Streams.class).governance(installation.id()) instanceof Founded founded
                        && founded.dpia().assessment() instanceof Assessment.Confirmed confirmed
                ? confirmed.alarms()
                : Set.of();
    }

    private Answer enrol() {
        return office.enrol(asked.person(), portrait, portrait.face(0));
    }
}
