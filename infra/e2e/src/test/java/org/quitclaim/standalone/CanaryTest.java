package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.mongodb.client.MongoDatabase;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.ConsentEvent.FaceprintEnrolled;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Plants words and a faceprint that occur nowhere else, uses everything, and searches every byte that is left. */
@ExtendWith(OutputCaptureExtension.class)
class CanaryTest {
    private static final String NAME = "Xylophania Quandtwether";
    private static final String EMAIL = "xyloquandt@canarymail.example";
    private static final String FILE_NAME = "zwartvogel-kanarie-8841.jpg";
    private static final String COMMENT = "Kameraverwerkt door Ottofrieda Blixembosch";
    private static final String COLLECTION = "Besloten bijeenkomst Wormerveerlaan";
    private static final String DPIA = "Dossier Vliegenzwam 77-b";
    private static final String DESTINATION = "https://krokodillenvijver.example/voorpagina";
    private static final String JUSTIFICATION = "Gevraagd door haar zwager Teunis Ganzebroek";
    private static final String REPRESENTATIVE = "Philippus Onderdeurwaarder";
    private static final String AUTHORITY = "Gezagsregister uittreksel Klompenburg";
    private static final String STATEMENT = "Dat is mijn nicht Sietske Kattenkwaad";
    private static final String EXPLANATION = "Afgewezen na overleg met mr. Fladderak";
    private static final String CLAIM = "Rechtszaak Bokkesprong tegen Haverklap";
    private static final String DELAY = "Wegens uitval van Dirkje Hagelslag";
    private static final String STOLEN = "De laptop van Berendina Stoelendans is weg";
    private static final String AUTHORITY_REFERENCE = "Melding AP kenmerk Zwiepstaart-3";
    private static final String LATE = "Pas ontdekt door conciergeassistent Uilskuiken";
    private static final String INFORMED = "Brief van directrice Appelvink aan iedereen";
    private static final List<String> TEXTS = List.of(
            NAME,
            EMAIL,
            FILE_NAME,
            COMMENT,
            COLLECTION,
            DPIA,
            DESTINATION,
            JUSTIFICATION,
            REPRESENTATIVE,
            AUTHORITY,
            STATEMENT,
            EXPLANATION,
            CLAIM,
            DELAY,
            STOLEN,
            AUTHORITY_REFERENCE,
            LATE,
            INFORMED);
    private static final AccessReason CHECK =
            new AccessReason(new Accessor.SystemTask("canary"), "SYSTEM", AccessPurpose.INDEXING);

    private static final byte[] ANOTHER_PICTURE =
            Pictures.another(Pictures.portrait(3).jpeg(), 1);

    @TempDir
    Path folder;

    private final Canaries canaries = new Canaries();

    @Test
    @Requirement({"R29", "R57", "R58"})
    void whatWasToldInConfidenceIsFoundInNoByteNoStoreAndNoLog(CapturedOutput log, @TempDir Path elsewhere)
            throws Exception {
        TEXTS.forEach(canaries::plantText);
        float[] probe = computedElsewhere(elsewhere);
        canaries.plantVector(probe);
        byte[] readModels;
        try (Server server = Running.demo(folder.resolve("data"))) {
            logEverything();
            Office office = Office.at(server.address());
            Asked asked = work(server, office);
            compare(office, asked, distance(probe, faceprint(server, asked.person())));
            askForRights(office, asked);
            loseKeys(office, asked);
            makeMistakes(office);
            office.withdraw(asked, true, List.of("WEBSITE")).orFail();
            extend(office, asked);
            Rest.await(server);
            office.officer().get("/api/persons/" + asked.person()).orFail();
            readModels = Dump.ofReadModels(server.bean(MongoDatabase.class));
        } finally {
            LoggingSystem.get(getClass().getClassLoader()).setLogLevel("org.quitclaim", null);
        }
        assertThat(canaries.count()).isGreaterThan(500);
        assertThat(readModels).isNotEmpty();
        assertThat(canaries.in("the read models", readModels)).isEmpty();
        assertThat(canaries.under(folder)).isEmpty();
        byte[] tables = Dump.ofSqlite(folder.resolve("data"));
        assertThat(new String(tables, StandardCharsets.ISO_8859_1)).contains("consent.faceprint-enrolled");
        assertThat(canaries.in("the tables", tables)).isEmpty();
        assertThat(log.getAll()).as("requests are logged").contains("/api/persons");
        assertThat(canaries.in("the log", log.getAll().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    /** Or it would say nothing that it finds nothing. */
    @Test
    void aCanaryThatLiesAboutIsFoundInEveryForm() throws Exception {
        float[] vector = {0.123456789f, -0.23456789f, 0.3456789f, -0.456789f};
        canaries.plantText(NAME);
        canaries.plantVector(vector);
        ByteBuffer little = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        for (float one : vector) {
            little.putFloat(one);
        }
        Files.writeString(folder.resolve("a"), "x" + NAME + "y");
        Files.writeString(folder.resolve("b"), "x" + NAME + "y", StandardCharsets.UTF_16LE);
        Files.writeString(
                folder.resolve("c"),
                Base64.getEncoder().encodeToString(("x" + NAME + "y").getBytes(StandardCharsets.UTF_8)));
        Files.write(folder.resolve("d"), little.array());
        Files.writeString(folder.resolve("e"), "[" + vector[0] + "]");
        assertThat(canaries.under(folder))
                .contains(
                        "text in a",
                        "text in UTF-16LE in b",
                        "text in Base64 in c",
                        "vector in LITTLE_ENDIAN in d",
                        "vector in decimals in e");
    }

    private Asked work(Server server, Office office) throws VaultException {
        office.recordDpia(DPIA);
        String notice = office.publishNotice();
        String collection = office.openCollection(COLLECTION);
        office.allowRecognition(collection);
        String person = office.register(NAME, EMAIL);
        represent(office, person);
        Asked asked = justified(office, person, notice);
        office.sayYes(asked, 2).orFail();
        byte[] portrait =
                Pictures.withSegment(Pictures.portrait(3).jpeg(), 0xFE, COMMENT.getBytes(StandardCharsets.UTF_8));
        Taken taken = office.take(collection, FILE_NAME, portrait);
        String face = taken.faces().getFirst().path("faceId").asString();
        office.enrol(person, taken, face).orFail();
        canaries.plantVector(faceprint(server, person));
        office.sight(taken, face, person);
        office.review(taken).orFail();
        Answer verdict = office.requestPublication(taken, DESTINATION).orFail();
        assertThat(verdict.text("verdict")).isEqualTo("CLEARED");
        office.officer()
                .post("/api/names", Map.of("ids", List.of(person, collection)))
                .orFail();
        return asked;
    }

    /** The numbers of the face on another picture, which are only ever compared here: from a server that enrols by it. */
    private static float[] computedElsewhere(Path folder) throws VaultException {
        try (Server other = Running.demo(folder.resolve("data"))) {
            Office office = Office.at(other.address());
            office.recordDpia(DPIA);
            String collection = office.openCollection("Elsewhere");
            office.allowRecognition(collection);
            Asked asked =
                    office.ask(office.register("Somebody", ""), office.publishNotice(), List.of(Office.recognition(9)));
            office.sayYes(asked, 1).orFail();
            Taken taken = office.take(collection, "photo.jpg", ANOTHER_PICTURE);
            office.enrol(asked.person(), taken, taken.face(0)).orFail();
            return faceprint(other, asked.person());
        }
    }

    private static void compare(Office office, Asked asked, double distance) {
        String collection = office.openCollection("Compared");
        office.allowRecognition(collection);
        Taken taken = office.take(collection, "photo.jpg", ANOTHER_PICTURE);
        office.editor()
                .post(
                        "/api/photos/" + taken.photo() + "/faces/" + taken.face(0) + "/comparison",
                        Map.of("personId", asked.person()))
                .orFail();
        assertThat(office.visitor()
                        .get(asked.page() + "/data")
                        .orFail()
                        .list("suggestions")
                        .getFirst()
                        .path("distance")
                        .asDouble())
                .as("what is looked for is what was compared")
                .isCloseTo(distance, within(1e-4));
    }

    private static double distance(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.pow(one[i] - other[i], 2);
        }
        return Math.sqrt(sum);
    }

    /** Her own words, and what is answered: a correction, a refusal with reasons, and a hold on what would go. */
    private static void askForRights(Office office, Asked asked) {
        String rights = asked.page() + "/rights";
        JsonNode seen =
                office.visitor().get(rights).orFail().json().path("photos").get(0);
        office.visitor()
                .post(
                        rights,
                        Map.of(
                                "right",
                                "RECTIFICATION",
                                "photoId",
                                seen.path("photoId").asString(),
                                "faceId",
                                seen.path("faceId").asString(),
                                "text",
                                STATEMENT))
                .orFail();
        String request = office.officer()
                .get("/api/rights-requests?person=" + asked.person())
                .orFail()
                .list("items")
                .getFirst()
                .path("requestId")
                .asString();
        office.officer()
                .post(
                        "/api/rights-requests/" + request + "/refusal",
                        Map.of("reason", "FOUND_CORRECT", "text", EXPLANATION))
                .orFail();
        office.visitor().get(asked.page() + "/export").orFail();
        office.officer()
                .post(
                        "/api/persons/" + asked.person() + "/holds",
                        Map.of("element", "EVIDENCE", "until", Office.today(30), "reason", CLAIM))
                .orFail();
    }

    private static void loseKeys(Office office, Asked asked) {
        String breach = "/api/breaches/"
                + office.officer()
                        .post(
                                "/api/breaches",
                                Map.of(
                                        "person",
                                        asked.person(),
                                        "discoveredAt",
                                        Instant.now().minus(Duration.ofDays(5)).toString(),
                                        "account",
                                        STOLEN))
                        .orFail()
                        .text("id");
        office.officer()
                .post(breach + "/notification", Map.of("reference", AUTHORITY_REFERENCE, "delay", LATE))
                .orFail();
        office.officer()
                .post(breach + "/persons-informed", Map.of("how", INFORMED))
                .orFail();
    }

    private static void extend(Office office, Asked asked) {
        String erasure = Awaitility.await("an erasure case")
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> office.officer()
                                .get("/api/erasure-cases?person=" + asked.person())
                                .orFail()
                                .list("items"),
                        cases -> !cases.isEmpty())
                .getFirst()
                .path("erasureCaseId")
                .asString();
        // refused when it was quicker than this; then the words must not have stayed either
        office.officer()
                .post(
                        "/api/erasure-cases/" + erasure + "/extension",
                        Map.of("dueOn", Office.today(45), "reason", DELAY));
    }

    private static void represent(Office office, String person) {
        office.officer()
                .post(
                        "/api/persons/" + person + "/representatives",
                        Map.of(
                                "name",
                                REPRESENTATIVE,
                                "role",
                                "PARENT",
                                "verified",
                                true,
                                "sole",
                                true,
                                "authority",
                                AUTHORITY))
                .orFail();
    }

    private static Asked justified(Office office, String person, String notice) {
        Map<String, Object> offer = new HashMap<>();
        offer.put("noticeId", notice);
        offer.put("zone", Office.ZONE.getId());
        offer.put("asks", List.of(Office.recognition(9), Office.website(9)));
        offer.put("justification", JUSTIFICATION);
        Answer offered = office.officer().post("/api/persons/" + person + "/quitclaims", offer);
        return office.asked(person, offered);
    }

    private static float[] faceprint(Server server, String person) throws VaultException {
        FaceprintEnrolled enrolled = server.bean(Streams.class)
                .events(new PersonId(person))
                .filter(FaceprintEnrolled.class::isInstance)
                .map(FaceprintEnrolled.class::cast)
                .findFirst()
                .orElseThrow();
        ByteBuffer bytes = ByteBuffer.wrap(server.bean(Vault.class)
                        .open(enrolled.faceprint(), CHECK)
                        .bytes())
                .order(ByteOrder.LITTLE_ENDIAN);
        float[] vector = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(vector);
        assertThat(vector).hasSize(128);
        return vector;
    }

    /** What is refused must not be written down either. */
    private static void makeMistakes(Office office) {
        office.officer().raw("POST", "/api/persons", "{\"" + NAME + "\":1}").isRefusal(400, "request.unknown-field");
        office.officer().raw("POST", "/api/persons", "{\"name\":\"" + NAME).isRefusal(400, "request.malformed");
        assertThat(office.officer().get("/api/persons/" + FILE_NAME).ok()).isFalse();
        assertThat(office.visitor()
                        .raw("POST", "/login", "{\"login\":\"" + EMAIL + "\",\"password\":\"" + AUTHORITY + "\"}")
                        .ok())
                .isFalse();
    }

    private static void logEverything() {
        LoggingSystem.get(CanaryTest.class.getClassLoader()).setLogLevel("org.quitclaim", LogLevel.TRACE);
    }
}
