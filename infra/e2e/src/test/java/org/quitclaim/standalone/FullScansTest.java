package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.mongo.ReadModelTokenStore;
import org.quitclaim.mongo.embedded.EmbeddedMongo;
import org.quitclaim.mongo.embedded.FullScans;
import org.quitclaim.query.projection.CaughtUp;
import org.quitclaim.query.projection.Cursor;
import org.quitclaim.query.projection.RebuildReadModels;
import org.quitclaim.standalone.EveryRoute.Route;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Whatever the server is asked or told, it looks up its documents by an index: with a limit of a handful, a few of each
 * kind show what would take minutes with a hundred thousand.
 */
class FullScansTest {
    private static final int LIMIT = 4;
    private static final int ENOUGH = LIMIT + 1;

    /** One document per projection and one of whose database it is, whatever happens. */
    private static final Set<String> NEVER_MANY = Set.of("installation", "forms", ReadModelTokenStore.COLLECTION);

    /** Answered from the events, of which this history has none for them; they ask no read model. */
    private static final Set<String> NOTHING_THERE = Set.of(
            "GET /api/q/{token}/receipts/{grant}",
            "GET /api/q/{token}/receipts/{grant}/paper",
            "GET /api/q/{token}/photos/{photo}",
            "GET /api/q/{token}/codes",
            "GET /api/persons/{id}/receipts/{grant}",
            "GET /api/persons/{id}/receipts/{grant}/paper",
            "GET /api/persons/{id}/holds/{element}/removal",
            "GET /api/accounts/{id}/removal",
            "GET /api/service-tokens/{id}/removal",
            "GET /api/persons/{id}/safeguarding/reason",
            "GET /api/governance/history/acceptance",
            "GET /api/publications/{id}/file",
            "GET /error",
            // there is no such tile, and no such event
            "GET /log/tile/{level}/{first}",
            "GET /log/tile/{level}/{first}/{second}",
            "GET /log/tile/{level}/{first}/{second}/{third}",
            "GET /log/proof/{position}",
            // steps of a page, which lead to its beginning where nothing was begun
            "GET /q/{token}/",
            "GET /q/{token}/answers",
            "GET /q/{token}/check",
            "GET /q/{token}/code",
            "GET /q/{token}/requests",
            "GET /q/{token}/withdrawals");

    /** Their cursor names a row of the lists of work; they ask no read model. */
    private static final Set<String> OWN_CURSOR = Set.of("GET /api/breaches", "GET /api/holds");

    private static final String ALL_OF_IT = new Cursor(999_999_999_999_999L).text();

    @TempDir
    Path folder;

    @Test
    void nothingThatTheServerDoesReadsACollectionFromEndToEnd() throws Exception {
        Path data = folder.resolve("data");
        Ledger ledger = new Ledger();
        List<Asked> granted = new ArrayList<>();
        try (Server server = limited(data)) {
            granted.addAll(history(Office.at(server.address()), ledger));
            Rest.awaitButFor(server, "REQUEST");
            server.bean(CaughtUp.class).await();
            everyKindHasMany(server);
            onlyEverythingWasRead(server);
        }
        try (Server server = limited(data)) {
            assertThat(server.bean(EmbeddedMongo.class).fresh()).isFalse();
            goesOn(server, granted);
        }
        Files.delete(data.resolve("read-models.mv.closed"));
        try (Server server = limited(data)) {
            assertThat(server.bean(EmbeddedMongo.class).fresh()).isTrue();
            server.bean(CaughtUp.class).await();
            onlyEverythingWasRead(server);
        }
    }

    /** Over documents that no writer has in memory yet. */
    private static void goesOn(Server server, List<Asked> granted) throws Exception {
        Office office = Office.at(server.address());
        EveryRoute every = every(server, office);
        everythingIsRead(every, office);
        assertThat(scans(server)).isEmpty();
        granted.forEach(one -> office.withdraw(one, false, List.of("WEBSITE")).orFail());
        everythingIsWritten(every);
        server.bean(CaughtUp.class).await();
        server.bean(RebuildReadModels.class).run(progress -> {});
        onlyEverythingWasRead(server);
    }

    private static void everyKindHasMany(Server server) {
        assertThat(documents(server))
                .hasSizeGreaterThan(5)
                .allSatisfy((kind, count) -> assertThat(count)
                        .as("documents of the kind %s: this history has to tell of more", kind)
                        .isGreaterThan(LIMIT));
    }

    private static Server limited(Path data) {
        return Running.demo(data, Map.of("quitclaim.mongo.scan-limit", LIMIT));
    }

    /** Enough of every kind; who still allows something at its end. */
    private static List<Asked> history(Office office, Ledger ledger) {
        Story story = Story.at(office, ledger, Pictures.portrait(7).jpeg());
        office.recordDpia("DPIA 2026-1");
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < ENOUGH; i++) {
            story.tellAll();
            String notice = office.publishNotice();
            String person = office.register("Person " + i, "person-" + i + "@lindeveld.example");
            Asked one = office.ask(person, notice, List.of(Office.website(90)));
            office.sayYes(one, 1).orFail();
            Taken taken = office.take(
                    office.openCollection("Shoot " + i), "sky.jpg", Pictures.another(Pictures.sky(), 100 + i));
            office.mark(taken, person);
            office.officer()
                    .post("/api/persons/" + person + "/rights-requests", Map.of("right", "ACCESS"))
                    .orFail();
            asked.add(one);
        }
        return asked;
    }

    private static Map<String, Long> documents(Server server) {
        MongoDatabase database = server.bean(MongoDatabase.class);
        Map<String, Long> counts = new TreeMap<>();
        database.listCollectionNames()
                .forEach(kind -> counts.put(kind, database.getCollection(kind).estimatedDocumentCount()));
        counts.keySet().removeAll(NEVER_MANY);
        return counts;
    }

    private static EveryRoute every(Server server, Office office) {
        Taken photo = office.take(
                office.openCollection("Last shoot"),
                "one.jpg",
                Pictures.portrait(9).jpeg());
        return new EveryRoute(
                office,
                Objects.requireNonNull(server.bean(DispatcherServlet.class).getWebApplicationContext()),
                photo);
    }

    private static void everythingIsRead(EveryRoute every, Office office) {
        Map<String, String> ids = every.somebody();
        ids.put("lang", "en");
        ids.put("outcome", "wrong");
        ids.put("cursor", ALL_OF_IT);
        ids.put(
                "erasure-cases",
                office.officer()
                        .get("/api/erasure-cases")
                        .orFail()
                        .list("items")
                        .getFirst()
                        .path("erasureCaseId")
                        .asString());
        ids.put("staff", office.officer().get("/api/accounts/me").orFail().text("accountId"));
        List<String> failed = new ArrayList<>();
        for (Route route : every.routes("GET")) {
            for (String address : EveryRoute.addresses(route, ids)) {
                if (OWN_CURSOR.contains(route.name()) && address.contains("cursor=")) {
                    continue;
                }
                Answer answer = every.caller(route).get(address);
                if (answer.ok() == NOTHING_THERE.contains(route.name())) {
                    failed.add(answer.toString());
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    /** With bodies of the right shape; some are refused for their sense, of which this history has none. */
    private static void everythingIsWritten(EveryRoute every) {
        Set<String> accepted = new TreeSet<>();
        for (Route route : every.routes("POST", "PUT", "DELETE")) {
            Map<String, String> ids = every.somebody();
            String body =
                    new OddBodies(every.schemas(), ids).fitting(route.body()).toString();
            if (every.caller(route)
                    .raw(route.method(), EveryRoute.path(route, ids), body)
                    .ok()) {
                accepted.add(route.name());
            }
        }
        assertThat(accepted).as("what the server did of all that").hasSizeGreaterThan(20);
    }

    /** But those of the server's own catalogue of collections and indexes, whose number is ours. */
    private static List<FullScans.Scan> scans(Server server) {
        return server.bean(EmbeddedMongo.class).fullScans().seen().stream()
                .filter(scan -> !scan.collection().contains(".system."))
                .toList();
    }

    /** The search for remains reads all there is, and a rebuild drops it; nobody else may, and they look for nothing. */
    private static void onlyEverythingWasRead(Server server) {
        assertThat(scans(server)).allSatisfy(scan -> assertThat(scan.fields()).isEmpty());
    }
}
