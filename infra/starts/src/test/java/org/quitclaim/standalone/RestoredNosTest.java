package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.RecognitionModel;
import org.quitclaim.command.restore.Telling;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.access.AccountState;
import org.quitclaim.domain.access.StaffRole;
import org.quitclaim.domain.access.TokenState;
import org.quitclaim.domain.collection.CollectionCommand.AddParticipant;
import org.quitclaim.domain.collection.CollectionCommand.RemoveParticipant;
import org.quitclaim.domain.collection.CollectionCommand.SetRecognitionPolicy;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.consent.ConsentCommand.RecordDeath;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Offer;
import org.quitclaim.domain.governance.Dpia;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.link.Link;
import org.quitclaim.domain.link.LinksState;
import org.quitclaim.domain.notice.NoticeState;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.RecognitionPolicy;
import org.quitclaim.domain.rights.RightsState;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.eventstore.StreamPosition;
import org.quitclaim.face.embed.FaceEmbedder;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Vault;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Consent, backup, a no of some kind, restore: what was cleared on the day of the backup is cleared no more. */
@Requirement({"R64", "R88"})
class RestoredNosTest {
    private static final String PAGE = "https://example.org/page";

    @TempDir
    Path folder;

    private Copies copies;

    @BeforeEach
    void open() {
        copies = new Copies(folder);
    }

    private String notice = "";
    private String collection = "";
    private int photos;

    /** Somebody who allowed the website, on a photo that was cleared before the backup. */
    private record Shown(String kind, Asked asked, Taken photo) {
        String id() {
            return asked.person();
        }

        PersonId person() {
            return new PersonId(asked.person());
        }
    }

    private final Map<String, String> representatives = new HashMap<>();

    /** How a no is said. */
    @FunctionalInterface
    private interface Saying {
        void say(Server server, Office office, Shown somebody);
    }

    private final Map<String, Saying> nos = Map.of(
            "channel withdrawn",
            (server, office, her) ->
                    office.withdraw(her.asked(), false, List.of("WEBSITE")).orFail(),
            "processing restricted",
            (server, office, her) -> office.officer()
                    .post("/api/persons/" + her.id() + "/restriction")
                    .orFail(),
            "held for safety",
            (server, office, her) -> office.officer()
                    .post("/api/persons/" + her.id() + "/safeguarding", Map.of("reason", "A court order"))
                    .orFail(),
            "permission that was not hers",
            (server, office, her) -> office.officer()
                    .post(
                            "/api/persons/" + her.id() + "/grants/"
                                    + office.visitor()
                                            .get(her.asked().page())
                                            .orFail()
                                            .json()
                                            .path("grants")
                                            .path(0)
                                            .path("grantId")
                                            .asString()
                                    + "/invalidation",
                            Map.of("because", "NOT_THEIR_HAND"))
                    .orFail(),
            "death recorded",
            (server, office, her) -> send(server, new RecordDeath(her.person())),
            "erasure requested",
            (server, office, her) -> office.erase(her.id(), Map.of("photos", "LEAVE", "evidence", false))
                    .orFail(),
            "representation disputed",
            (server, office, her) -> office.officer()
                    .post("/api/persons/" + her.id() + "/representatives/" + representatives.get(her.id()) + "/dispute")
                    .orFail(),
            "photo removed",
            (server, office, her) ->
                    office.editor().remove("/api/photos/" + her.photo().photo()),
            "face drawn after the review",
            (server, office, her) -> office.editor()
                    .post(
                            faces(her),
                            Map.of("box", Map.of("x", 0.1, "y", 0.1, "width", 0.1, "height", 0.1), "kind", "FACE"))
                    .orFail(),
            "sighting detached",
            (server, office, her) -> delete(office.editor(), faces(her) + '/' + face(office, her) + "/sighting"));

    private static String faces(Shown somebody) {
        return faces(somebody.photo());
    }

    private static String faces(Taken photo) {
        return "/api/photos/" + photo.photo() + "/faces";
    }

    private static String face(Office office, Shown somebody) {
        return office.editor()
                .get("/api/photos/" + somebody.photo().photo())
                .orFail()
                .json()
                .path("faces")
                .get(0)
                .path("faceId")
                .asString();
    }

    private static void delete(Client client, String path) {
        client.raw("DELETE", path, "{}").orFail();
    }

    private static void send(Server server, DomainCommand command) {
        server.bean(Commands.class).send(command, Origin.system("test"));
    }

    private Shown shown(Office office, String kind) {
        Asked asked = office.ask(office.register(kind, ""), notice, List.of(Office.website(90)));
        office.sayYes(asked, 1).orFail();
        Taken photo = office.take(collection, "open-day.jpg", Pictures.another(Pictures.sky(), ++photos));
        office.mark(photo, asked.person());
        office.review(photo).orFail();
        String representative = office.officer()
                .post(
                        "/api/persons/" + asked.person() + "/representatives",
                        Map.of(
                                "name",
                                "Somebody Else",
                                "authority",
                                "papers",
                                "role",
                                "GUARDIAN",
                                "verified",
                                true,
                                "sole",
                                true))
                .orFail()
                .text("representativeId");
        representatives.put(asked.person(), representative);
        return new Shown(kind, asked, photo);
    }

    private static String verdict(Office office, Shown somebody) {
        Answer answer = office.requestPublication(somebody.photo(), PAGE);
        return answer.ok() ? answer.text("verdict") : "REFUSED";
    }

    @Test
    void nothingIsClearedThatSomebodySaidNoToAfterTheBackup() throws Exception {
        List<Shown> persons = new ArrayList<>();
        Shown lifted;
        String published;
        try (Server server = server("data")) {
            Office office = begin(server);
            for (String kind : nos.keySet()) {
                persons.add(shown(office, kind));
            }
            lifted = shown(office, "restricted and lifted before the backup");
            restrict(office, lifted);
            lift(office, lifted);
            for (Shown each : persons) {
                assertThat(verdict(office, each)).as(each.kind()).isEqualTo("CLEARED");
            }
            published = office.requestPublication(
                            of(persons, "channel withdrawn").photo(), PAGE)
                    .orFail()
                    .text("publicationId");
            Rest.await(server);
            copies.backUp();
            for (Shown each : persons) {
                Objects.requireNonNull(nos.get(each.kind())).say(server, office, each);
                assertThat(verdict(office, each)).as(each.kind()).isNotEqualTo("CLEARED");
            }
            Copies.everythingIsTold(server);
        }
        copies.restore("restored");
        long said;
        try (Server server = server("restored")) {
            Office office = Office.at(server.address());
            for (Shown each : persons) {
                assertThat(verdict(office, each)).as(each.kind()).isNotEqualTo("CLEARED");
            }
            assertThat(verdict(office, lifted))
                    .as("a no that the history has is not said again")
                    .isEqualTo("CLEARED");
            Rest.until(
                    "what is out is taken down",
                    () -> office.editor()
                            .post("/api/takedowns/" + published + "/acknowledgement")
                            .ok());
            Shown restricted = of(persons, "processing restricted");
            assertThat(actors(server, restricted)).contains("system:restore");
            lift(office, restricted);
            assertThat(verdict(office, restricted)).isEqualTo("CLEARED");
            said = saidAgain(server);
            assertThat(said).as("what the start said again").isPositive();
        }
        try (Server server = server("restored")) {
            assertThat(saidAgain(server)).as("nothing is said twice").isEqualTo(said);
        }
    }

    /** Its line names the publication only, of which this history knows nothing. */
    @Test
    void a_takedown_of_what_was_published_after_the_backup_is_on_the_list_of_the_officer() throws Exception {
        try (Server server = server("data")) {
            Office office = begin(server);
            Shown her = shown(office, "withdraws");
            Rest.await(server);
            copies.backUp();
            assertThat(verdict(office, her)).isEqualTo("CLEARED");
            office.withdraw(her.asked(), false, List.of("WEBSITE")).orFail();
            Rest.await(server);
            Copies.everythingIsTold(server);
        }
        copies.restore("restored");
        try (Server server = server("restored")) {
            JsonNode history = Office.at(server.address())
                    .officer()
                    .get("/api/governance/history")
                    .orFail()
                    .json();
            assertThat(history.path("doubts")).anySatisfy(doubt -> {
                assertThat(doubt.path("code").asString()).isEqualTo("history.takedowns-unknown");
                assertThat(doubt.path("count").asInt()).isEqualTo(1);
                assertThat(doubt.path("forbids").asBoolean()).isFalse();
            });
        }
    }

    /** The covered picture is in no backup from before it; the uncovered one must not come back in its stead. */
    @Test
    @Requirement("R64")
    void anOriginalThatWasReplacedAfterTheBackupComesBackNeitherCoveredNorUncovered() throws Exception {
        Shown her;
        Set<RecordId> original;
        try (Server server = server("data")) {
            Office office = begin(server);
            her = shown(office, "is erased and covered");
            PhotoId photo = new PhotoId(her.photo().photo());
            Registered before = (Registered) server.bean(Streams.class).photo(photo);
            original = Set.of(before.image(), before.picture().preview());
            Rest.await(server);
            copies.backUp();
            office.erase(her.id(), Map.of()).orFail();
            Rest.until(
                    "another original is stored",
                    () -> server.bean(Streams.class).photo(photo) instanceof Registered now
                            && now.picture().keyGeneration() > before.picture().keyGeneration());
            Rest.await(server);
            Copies.everythingIsTold(server);
        }
        copies.restore("restored");
        try (Server server = server("restored")) {
            assertThat(server.bean(Streams.class).photo(new PhotoId(her.photo().photo())))
                    .isInstanceOfSatisfying(
                            Registered.class,
                            photo -> assertThat(photo.removed()).isTrue());
            assertThat(server.bean(Vault.class)
                            .openAll(List.copyOf(original), Aftermath.CHECK)
                            .values())
                    .allMatch(Opening.Refused.class::isInstance);
            Rest.await(server);
        }
        try (Server server = server("restored")) {
            Rest.await(server);
            assertThat(server.bean(Vault.class)
                            .openAll(List.copyOf(original), Aftermath.CHECK)
                            .values())
                    .allMatch(Opening.Refused.class::isInstance);
        }
    }

    /** It is the system that says it again, and whoever undid it is nobody else for that. */
    @Test
    void whoUndidANoBeforeTheRestoreDoesNotAgreeToItAfterwards() throws Exception {
        Shown her;
        Map<String, Object> mark;
        try (Server server = server("data")) {
            Office office = begin(server);
            her = shown(office, "undone");
            mark = Map.of("photoId", her.photo().photo(), "faceId", face(office, her));
            Rest.await(server);
            copies.backUp();
            office.withdraw(her.asked(), false, List.of("WEBSITE")).orFail();
            delete(office.officer(), faces(her) + '/' + mark.get("faceId") + "/sighting?because=ANOTHER_PERSON");
            Copies.everythingIsTold(server);
        }
        copies.restore("restored");
        try (Server server = server("restored")) {
            Office office = Office.at(server.address());
            String list = "/api/governance/undone-nos";
            Rest.until(
                    "it is said again",
                    () -> !office.officer().get(list).orFail().list("waiting").isEmpty());
            Map<String, Object> looked = new HashMap<>(mark);
            looked.put(
                    "version",
                    office.officer()
                            .get(list)
                            .orFail()
                            .list("waiting")
                            .getFirst()
                            .path("version")
                            .asInt());
            office.officer().post(list + "/acceptance", looked).isRefusal(409, "photo.undone-same-person");
            office.secondOfficer()
                    .post("/api/photos/" + mark.get("photoId") + "/looks", Map.of("reason", "MARK"))
                    .orFail();
            office.secondOfficer().post(list + "/acceptance", looked).orFail();
        }
    }

    @Test
    void whatStopsOfferingRecognisingAndAskingComesBackToo() throws Exception {
        String another;
        Shown refusing;
        Shown objecting;
        PersonId participant;
        String request;
        String quitclaim;
        try (Server server = server("data")) {
            Office office = begin(server);
            office.recordDpia("dpia-1");
            office.allowRecognition(collection);
            another = office.publishNotice();
            refusing = shown(office, "refuses");
            objecting = shown(office, "asks for restriction");
            participant = refusing.person();
            send(server, new AddParticipant(new CollectionId(collection), participant));
            Asked open = office.ask(refusing.id(), notice, List.of(Office.website(30)));
            quitclaim = office.offer(objecting.id(), notice, List.of(Office.website(30)))
                    .orFail()
                    .text("quitclaimId");
            String links = "/api/quitclaims/" + quitclaim + "/links";
            Answer later = office.editor().post(links, Map.of("reason", "LOST")).orFail();
            office.editor().post(links, Map.of("reason", "LOST")).orFail();
            copies.backUp();

            office.visitor()
                    .post(
                            open.page() + "/answers",
                            Map.of(
                                    "language",
                                    "en",
                                    "answers",
                                    List.of(Map.of("ask", 0, "granted", false)),
                                    "confirmed",
                                    true,
                                    "representatives",
                                    List.of()))
                    .orFail();
            office.visitor()
                    .post("/api" + Mailboxes.link(office, later, quitclaim) + "/rights", Map.of("right", "ACCESS"))
                    .orFail();
            office.officer()
                    .post(
                            "/api/persons/" + objecting.id() + "/holds",
                            Map.of("element", "EVIDENCE", "until", Office.today(60), "reason", "a claim"))
                    .orFail();
            String last = office.editor()
                    .get(links)
                    .orFail()
                    .json()
                    .get(2)
                    .path("linkId")
                    .asString();
            office.officer()
                    .post(links + "/" + last + "/revocation", Map.of("reason", "WRONG_ADDRESS"))
                    .orFail();
            delete(office.officer(), "/api/notices/" + another);
            delete(office.officer(), "/api/governance/dpia");
            send(server, new RemoveParticipant(new CollectionId(collection), participant));
            send(server, new SetRecognitionPolicy(new CollectionId(collection), RecognitionPolicy.DEFAULT));
            request = office.officer()
                    .post(
                            "/api/persons/" + objecting.id() + "/rights-requests",
                            Map.of("right", "RESTRICTION", "text", "Please stop."))
                    .orFail()
                    .text("requestId");
            Copies.everythingIsTold(server);
        }
        copies.restore("restored");
        try (Server server = server("restored")) {
            Streams streams = server.bean(Streams.class);
            assertThat(((Known) streams.consent(refusing.person())).offers().values())
                    .as("every question has its answer")
                    .allMatch(Offer::answered);
            assertThat(streams.notice(new NoticeId(another)))
                    .isInstanceOfSatisfying(
                            NoticeState.Published.class,
                            one -> assertThat(one.offered()).isFalse());
            assertThat(streams.governance(server.bean(Installation.class).id()))
                    .isInstanceOfSatisfying(
                            Founded.class,
                            one -> assertThat(one.dpia().assessment()).isEqualTo(new Dpia.Assessment.Missing()));
            assertThat(streams.collection(new CollectionId(collection)))
                    .isInstanceOfSatisfying(CollectionState.Open.class, open -> {
                        assertThat(open.participants()).isEmpty();
                        assertThat(open.policy()).isEqualTo(RecognitionPolicy.DEFAULT);
                    });
            assertThat(streams.rights(new RightsRequestId(request))).isInstanceOf(RightsState.Open.class);
            assertThat(((Known) streams.consent(objecting.person())).retention().holds())
                    .as("what is kept for a claim")
                    .containsOnlyKeys(KeyScope.EVIDENCE);
            assertThat(streams.links(new QuitclaimId(quitclaim)))
                    .isInstanceOfSatisfying(
                            LinksState.Issued.class,
                            issued -> assertThat(issued.links())
                                    .extracting(Link::power)
                                    .containsExactly(Link.Power.PASSED_ON, Link.Power.SIGNING, Link.Power.REVOKED));
        }
    }

    /** Roles and requests of staff: a restore gives nobody back what was taken from them. */
    @Test
    void rolesTakenAwayAndRequestsTakenBackStayAway() throws Exception {
        AccountId narrowed;
        AccountId account;
        TokenId token;
        try (Server server = server("data")) {
            Office office = Office.at(server.address());
            Client admin = office.visitor().as(Role.ADMIN);
            narrowed = askAccount(admin, "narrowed", "EDITOR", "COMPLIANCE_OFFICER");
            office.officer()
                    .post("/api/accounts/" + narrowed.value() + "/agreement", Map.of())
                    .orFail();
            account = askAccount(admin, "taken-back", "COMPLIANCE_OFFICER");
            token = new TokenId(admin.post(
                            "/api/service-tokens",
                            Map.of(
                                    "name",
                                    "cms",
                                    "scopes",
                                    List.of(),
                                    "roles",
                                    List.of("COMPLIANCE_OFFICER"),
                                    "ends",
                                    Office.today(30) + "T00:00:00Z"))
                    .orFail()
                    .text("tokenId"));
            Rest.await(server);
            copies.backUp();
            admin.put("/api/accounts/" + narrowed.value() + "/roles", Map.of("roles", List.of("EDITOR")))
                    .orFail();
            admin.remove("/api/accounts/" + account.value());
            admin.remove("/api/service-tokens/" + token.value());
            Copies.everythingIsTold(server);
        }
        copies.restore("restored");
        try (Server server = server("restored")) {
            Streams streams = server.bean(Streams.class);
            Office office = Office.at(server.address());
            office.officer()
                    .post("/api/accounts/" + account.value() + "/agreement", Map.of())
                    .isRefusal(404, "access.unknown-account");
            office.officer()
                    .post("/api/service-tokens/" + token.value() + "/agreement", Map.of())
                    .isRefusal(404, "access.unknown-token");
            assertThat(streams.account(narrowed))
                    .isInstanceOfSatisfying(
                            AccountState.Active.class,
                            one -> assertThat(one.roles()).containsExactly(StaffRole.EDITOR));
            assertThat(streams.account(account)).isInstanceOf(AccountState.Forgotten.class);
            assertThat(streams.token(token)).isInstanceOf(TokenState.Forgotten.class);
        }
    }

    private static AccountId askAccount(Client admin, String login, String... roles) {
        return new AccountId(admin.post("/api/accounts", Map.of("login", login, "roles", List.of(roles)))
                .orFail()
                .text("accountId"));
    }

    /** A target that is away holds up nothing; what it missed is told when it is back. */
    @Test
    void aTargetOutOfReachStopsNoWithdrawalAndIsToldWhenItIsBack() throws Exception {
        Shown her;
        try (Server server = server("data")) {
            Office office = begin(server);
            her = shown(office, "withdraws while the target is away");
            copies.backUp();
            Copies.everythingIsTold(server);
            Path target = copies.path("target");
            Files.move(target, folder.resolve("away"));
            Files.createFile(target);
            office.withdraw(her.asked(), false, List.of("WEBSITE")).orFail();
            assertThat(verdict(office, her)).isEqualTo("BLOCKED");
            Rest.until(
                    "it is an alarm", () -> server.bean(Telling.class).behind().isPresent());
            Files.delete(target);
            Files.move(folder.resolve("away"), target);
            server.bean(Telling.class).wake();
            Copies.everythingIsTold(server);
        }
        copies.restore("restored");
        try (Server server = server("restored")) {
            assertThat(verdict(Office.at(server.address()), her)).isEqualTo("BLOCKED");
        }
    }

    /** Nobody has the ledger any more: what was said no to since the backup is in no line. */
    @Test
    void withoutTheLedgerNobodyIsClearedUntilAnOfficerConfirmsThemOrDeclaresTheGap() throws Exception {
        Shown one;
        Shown other;
        try (Server server = server("data")) {
            Office office = begin(server);
            one = shown(office, "confirmed");
            other = shown(office, "not confirmed");
            Copies.everythingIsTold(server);
            copies.backUp();
        }
        copies.loseLedger();
        String said = copies.restore("restored", "--without-ledger");
        assertThat(said).startsWith("MIND: this history may lack what people said no to");
        try (Server server = server("restored")) {
            Office office = Office.at(server.address());
            assertThat(verdict(office, one)).isEqualTo("BLOCKED");
            assertThat(colours(office, one)).contains("history.nos-missing").doesNotContain("GREEN");
            office.officer()
                    .post("/api/governance/history/confirmed-persons/" + one.id(), Map.of("text", "Asked by phone."))
                    .orFail();
            assertThat(verdict(office, one)).isEqualTo("CLEARED");
            assertThat(verdict(office, other)).isEqualTo("BLOCKED");
            Shown later = shown(office, "registered afterwards");
            assertThat(verdict(office, later)).isEqualTo("CLEARED");
        }
        try (Server server = server("restored")) {
            Office office = Office.at(server.address());
            assertThat(verdict(office, other)).as("a start forgets no doubt").isEqualTo("BLOCKED");
            String doubt = office.officer()
                    .get("/api/governance/history")
                    .orFail()
                    .json()
                    .path("doubts")
                    .get(0)
                    .path("id")
                    .asString();
            office.officer()
                    .acceptLoss(doubt, "PEOPLE_ASKED", "Everybody was written to.")
                    .orFail();
            assertThat(verdict(office, other)).isEqualTo("CLEARED");
        }
    }

    /** A no to recognition may be missing as well: nobody's face is made into numbers on an old yes. */
    @Test
    @Requirement("R26")
    void without_the_ledger_nobody_is_enrolled_compared_or_recognised_until_an_officer_confirms_them()
            throws Exception {
        byte[] hers = Pictures.portrait(21).jpeg();
        Asked her;
        Taken portrait;
        Taken other;
        try (Server server = server("data")) {
            Office office = begin(server);
            office.allowRecognition(collection);
            office.recordDpia("DPIA 2026-4");
            her = signedUp(office);
            portrait = office.take(collection, "portrait.jpg", hers);
            other = office.take(collection, "other.jpg", Pictures.another(hers, 1));
            office.enrol(her.person(), portrait, portrait.face(0)).orFail();
            Rest.await(server);
            copies.backUp();
        }
        copies.loseLedger();
        copies.restore("restored", "--without-ledger");
        try (Server server = server("restored")) {
            Office office = Office.at(server.address());
            FaceEmbedder embedder = server.bean(RecognitionModel.class).embedder();
            attest(office, other).isRefusal(409, "permit.dpia-missing");
            office.recordDpia("DPIA 2026-4");
            String doubted = "permit.history-in-doubt";
            office.enrol(her.person(), portrait, portrait.face(0)).isRefusal(409, doubted);
            compare(office, other, her).isRefusal(409, doubted);
            attest(office, other).isRefusal(409, doubted);
            assertThat(embedder.embedded()).isZero();

            Asked later = signedUp(office);
            Taken of = office.take(collection, "later.jpg", Pictures.another(hers, 2));
            office.enrol(later.person(), of, of.face(0)).orFail();
            office.officer()
                    .post("/api/governance/history/confirmed-persons/" + her.person(), Map.of("text", "Asked."))
                    .orFail();
            compare(office, other, her).orFail();
            assertThat(embedder.embedded()).isEqualTo(2);
        }
    }

    private Asked signedUp(Office office) {
        Asked asked = office.ask(office.register("Somebody", ""), notice, List.of(Office.recognition(300)));
        office.sayYes(asked, 1).orFail();
        office.editor()
                .put(
                        "/api/collections/" + collection + "/participants",
                        Map.of("add", List.of(asked.person()), "remove", List.of()))
                .orFail();
        return asked;
    }

    private static Answer compare(Office office, Taken photo, Asked with) {
        return office.editor()
                .post(faces(photo) + '/' + photo.face(0) + "/comparison", Map.of("personId", with.person()));
    }

    private static Answer attest(Office office, Taken photo) {
        return office.photographer()
                .post(
                        "/api/photos/attestations",
                        Map.of("photoIds", List.of(photo.photo()), "leaveOut", List.of(), "scope", "PARTICIPANTS"));
    }

    /** The events are older than the records beside them, as after a lost tail, and the lists do not know. */
    @Test
    void a_history_that_the_ledger_shows_to_be_older_lets_no_sealed_record_be_destroyed() throws Exception {
        long before;
        try (Server server = server("data")) {
            begin(server);
            before = server.bean(StreamHead.class).position();
        }
        FileSystemUtils.copyRecursively(folder.resolve("data/log"), folder.resolve("older-log"));
        try (Server server = server("data")) {
            Office office = Office.at(server.address());
            Shown her = shown(office, "withdraws");
            office.withdraw(her.asked(), false, List.of("WEBSITE")).orFail();
            Copies.everythingIsTold(server);
        }
        Files.delete(folder.resolve("data/work.db"));
        sql("events.db", "delete from events where position > " + before);
        // an older copy is older in the log as well; else the log tells what the ledger has to tell here
        FileSystemUtils.deleteRecursively(folder.resolve("data/log"));
        FileSystemUtils.copyRecursively(folder.resolve("older-log"), folder.resolve("data/log"));
        long sealed = sealedRecords();
        for (int start = 0; start < 3; start++) {
            try (Server server = server("data")) {
                server.bean(UpToDate.class).await();
            }
            assertThat(sealedRecords()).as("start " + start).isGreaterThanOrEqualTo(sealed);
        }
        try (Server server = server("data")) {
            Office office = Office.at(server.address());
            Answer standing = office.officer().get("/api/governance/history").orFail();
            assertThat(standing.json().path("whole").asBoolean())
                    .as("nothing is held back for it")
                    .isTrue();
            assertThat(standing.list("doubts")).singleElement().satisfies(doubt -> {
                assertThat(doubt.path("code").asString()).isEqualTo("history.older-than-ledger");
                assertThat(doubt.path("forbids").asBoolean()).isFalse();
                office.officer()
                        .acceptLoss(doubt.path("id").asString(), "NO_BACKUP", "No newer one will come.")
                        .orFail();
            });
        }
        long accepted = sealedRecords();
        server("data").close();
        assertThat(sealedRecords())
                .as("what only the lost events named goes now")
                .isLessThan(accepted);
    }

    private long sealedRecords() throws Exception {
        return sql("records.db", "select count(*) from record");
    }

    private long sql(String database, String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("data").resolve(database));
                Statement said = connection.createStatement()) {
            return said.execute(statement) ? said.getResultSet().getLong(1) : said.getUpdateCount();
        }
    }

    private static String colours(Office office, Shown somebody) {
        return office.editor()
                .get("/api/photos/" + somebody.photo().photo())
                .orFail()
                .json()
                .path("renditions")
                .toString();
    }

    private static Shown of(List<Shown> persons, String kind) {
        return persons.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private Office begin(Server server) {
        Office office = Office.at(server.address());
        notice = office.publishNotice();
        collection = office.openCollection("Open day");
        return office;
    }

    private static void restrict(Office office, Shown somebody) {
        office.officer().post("/api/persons/" + somebody.id() + "/restriction").orFail();
    }

    private static void lift(Office office, Shown somebody) {
        delete(office.officer(), "/api/persons/" + somebody.id() + "/restriction");
    }

    /** What a start recorded; what duties went on with meanwhile says no as well, and is not counted. */
    private static long saidAgain(Server server) throws InterruptedException {
        long head = server.bean(StreamHead.class).position();
        long said = 0;
        try (BlockingStream<TrackedEventMessage<?>> stream =
                server.bean(EventStore.class).openStream(null)) {
            for (long position = 0; position < head; ) {
                TrackedEventMessage<?> message = stream.nextAvailable();
                position = StreamPosition.of(message.trackingToken());
                said += "system:restore".equals(message.getMetaData().get("actor")) ? 1 : 0;
            }
        }
        return said;
    }

    private static List<String> actors(Server server, Shown somebody) {
        return server.bean(EventStore.class)
                .readEvents(somebody.id())
                .asStream()
                .map(message -> String.valueOf(message.getMetaData().get("actor")))
                .toList();
    }

    private Server server(String name) {
        return Running.demo(copies.options(name));
    }
}
