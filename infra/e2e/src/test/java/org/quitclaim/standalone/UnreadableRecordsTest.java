package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.KnownAccount;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.notice.NoticeState;
import org.quitclaim.domain.notice.NoticeText;
import org.quitclaim.domain.organisation.OrganisationState;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import tools.jackson.databind.JsonNode;

/** A sealed record that nobody can open any more: what can be read is answered, and what cannot is said. */
class UnreadableRecordsTest {
    private static final String DPIA = "/api/governance/dpia";

    private Server server;
    private Office office;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_assessment_is_answered_without_the_reference_that_is_gone_and_nobody_confirms_it_unread()
            throws VaultException {
        String proposal = office.proposeDpia("Dossier 7").orFail().text("proposal");
        lose(new RecordId(proposal));

        JsonNode text =
                office.officer().get(DPIA).orFail().json().path("waiting").path("text");

        assertThat(text.path("reference").isNull()).isTrue();
        assertThat(text.path("approver").asString()).isEqualTo("The board");
        assertThat(text.path("unreadable").values())
                .extracting(JsonNode::asString)
                .containsExactly("reference");
        Office.confirmDpia(office.secondOfficer(), proposal).isRefusal(409, "governance.dpia-unreadable");
        office.recordDpia("Dossier 8");
        assertThat(office.officer()
                        .get(DPIA)
                        .orFail()
                        .json()
                        .path("recognition")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void what_the_organisation_said_is_reported_as_unreadable_until_it_is_said_again() throws VaultException {
        Client admin = Client.visitor(server.address()).as(Role.ADMIN);
        admin.put("/api/organisation", Map.of("name", "Museum De Vaart")).orFail();
        lose(described());

        JsonNode said = admin.get("/api/organisation").orFail().json();

        assertThat(said.path("unreadable").asBoolean()).isTrue();
        assertThat(said.has("name")).isFalse();
        // it may have named an address, and another one takes two
        String asked = admin.put("/api/organisation", Map.of("name", "Museum De Vaart"))
                .orFail()
                .text("asked");
        office.officer()
                .post("/api/organisation/confirmation", Map.of("asked", asked))
                .orFail();
        assertThat(admin.get("/api/organisation").orFail().text("name")).isEqualTo("Museum De Vaart");
    }

    @Test
    @Requirement("R18")
    void a_person_takes_back_on_a_page_whose_text_is_gone_and_nobody_agrees_to_a_text_that_is_not_shown()
            throws VaultException {
        String person = office.register("Somebody", "somebody@example.org");
        Asked first = office.ask(person, office.publishNotice(), List.of(Office.website(30)));
        office.sayYes(first, 1).orFail();
        String lost = office.publishNotice();
        Asked second = office.ask(person, lost, List.of(Office.website(60)));
        for (NoticeText text : published(lost).texts()) {
            lose(text.text());
        }

        Client visitor = Client.visitor(server.address());
        JsonNode page = visitor.get(second.page()).orFail().json();
        assertThat(page.path("notice").isEmpty()).isTrue();
        assertThat(page.path("grants").size()).isEqualTo(1);
        office.sayYes(second, 1).isRefusal(409, "consent.notice-unreadable");
        visitor.post(second.page() + "/withdrawals", Map.of("recognition", false, "channels", List.of("WEBSITE")))
                .orFail();
        visitor.post(
                        second.page() + "/answers",
                        Map.of(
                                "language",
                                "en",
                                "answers",
                                List.of(Map.of("ask", 0, "granted", false)),
                                "representatives",
                                List.of()))
                .orFail();
    }

    private NoticeState.Published published(String notice) {
        return (NoticeState.Published) server.bean(Streams.class).notice(new NoticeId(notice));
    }

    @Test
    void a_name_that_cannot_be_opened_hides_nobody_in_the_list_of_accounts() throws VaultException {
        Client admin = Client.visitor(server.address()).as(Role.ADMIN);
        List<KnownAccount> everybody = server.bean(Accounts.class).all();
        int before = admin.get("/api/accounts").orFail().json().size();
        lose(everybody.getLast().record());

        JsonNode listed = admin.get("/api/accounts").orFail().json();

        assertThat(listed.size()).isEqualTo(before);
        assertThat(listed.valueStream()
                        .filter(one -> one.path("name").asString().isEmpty()))
                .hasSize(1);
    }

    private RecordId described() {
        OrganisationId id =
                OrganisationId.of(server.bean(Installation.class).id().value());
        return ((OrganisationState.Described) server.bean(Streams.class).organisation(id)).details();
    }

    private void lose(RecordId record) throws VaultException {
        server.bean(Vault.class).delete(record);
    }
}
