package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.access.Role;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.LyingProxy.Lie;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** Whoever sends a request names a host of their own choice; it comes into nothing that lasts or is handed over. */
class ForgedHostTest {
    private static final String EVIL = "evil.example";
    private static final String TRUE = "https://photos.example";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Lie.class)
    @Requirement("R90")
    void no_answer_and_no_file_repeats_the_host_that_a_request_names(Lie lie) throws IOException {
        Path data = folder.resolve("data");
        Map<String, Object> settings = Map.of("quitclaim.trusted-proxies", "127.0.0.1");
        try (Server server = Running.demo(data, settings);
                LyingProxy proxy = new LyingProxy(server.address(), EVIL, lie)) {
            Office office = Office.at(proxy.address());
            String erasure = story(office, server);
            assertThat(text(certificate(office, erasure))).doesNotContain("checkAt");
            describe(office, TRUE);
            assertThat(text(certificate(office, erasure))).contains(TRUE + "/certificates/check");
            assertThat(proxy.exchanges()).hasSizeGreaterThan(150);
            List<String> repeating = new ArrayList<>();
            for (LyingProxy.Exchange exchange : proxy.exchanges()) {
                String answer = unpacked(exchange.answer());
                int at = answer.indexOf(EVIL);
                if (at >= 0) {
                    repeating.add(
                            exchange.request() + ": " + answer.substring(Math.max(0, at - 60), at + EVIL.length()));
                }
            }
            assertThat(repeating).isEmpty();
        }
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            List<Path> repeating = new ArrayList<>();
            for (Path file : files.toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(EVIL)) {
                    repeating.add(file);
                }
            }
            assertThat(repeating).isEmpty();
        }
    }

    /** Creates one of each, reads every address, and hands over each kind of paper. */
    private static String story(Office office, Server server) throws IOException {
        WebApplicationContext context = Objects.requireNonNull(
                server.bean(DispatcherServlet.class).getWebApplicationContext(), "a servlet has its context");
        String erasure = erasure(office, server);
        String notice = office.publishNotice(Map.of("en", "Your photo", "nl", "Uw foto"));
        Taken photo = office.take(
                office.openCollection("Open day"),
                "one.jpg",
                Pictures.portrait(7).jpeg());
        RepeatedRequests creating = new RepeatedRequests(office, notice, photo);
        creating.all().forEach((route, request) -> request.send(route).orFail());
        everythingIsAsked(new EveryRoute(office, context, photo), office, erasure);
        Asked her = office.ask(office.register("Wilhelmina Voorbeeldsen", ""), notice, List.of(Office.website(90)));
        office.sayYes(her, 1).orFail();
        for (String kind : List.of("", "/receipt", "/receipts", "/export", "/photos", "/letter")) {
            for (String type : List.of("application/json", "application/pdf", "text/html", "application/zip")) {
                office.visitor().get(her.page() + kind, type);
                office.visitor().get(her.page().substring("/api".length()) + kind, type);
            }
        }
        for (String page :
                List.of("/", "/login", "/logout", "/openapi.json", "/nowhere", "/app", "/certificates/check")) {
            office.visitor().get(page, "text/html");
            office.officer().get(page, "text/html");
        }
        return erasure;
    }

    private static void everythingIsAsked(EveryRoute every, Office office, String erasure) {
        Map<String, String> ids = every.somebody();
        ids.putAll(Map.of("lang", "nl", "outcome", "wrong", "cursor", "0", "erasure-cases", erasure));
        ids.put("staff", office.officer().get("/api/accounts/me").orFail().text("accountId"));
        for (EveryRoute.Route route : every.routes("GET")) {
            for (String address : EveryRoute.addresses(route, ids)) {
                every.caller(route).get(address);
            }
        }
        for (EveryRoute.Route route : every.routes("POST", "PUT", "DELETE")) {
            Map<String, String> others = every.somebody();
            String body =
                    new OddBodies(every.schemas(), others).fitting(route.body()).toString();
            every.caller(route).raw(route.method(), EveryRoute.path(route, others), body);
        }
    }

    private static String erasure(Office office, Server server) {
        String gone = office.register("Pieter Voorbeeldsen", "");
        office.erase(gone, Map.of()).orFail();
        Rest.await(server);
        return office.officer()
                .get("/api/erasure-cases?person=" + gone)
                .orFail()
                .list("items")
                .getFirst()
                .path("erasureCaseId")
                .asString();
    }

    private static byte[] certificate(Office office, String erasure) {
        String path = "/api/erasure-cases/" + erasure;
        office.officer().get(path + "/letter", "application/pdf").orFail();
        office.officer().get(path + "/certificate", "application/pdf").orFail();
        return office.officer()
                .get(path + "/certificate", "application/json")
                .orFail()
                .bytes();
    }

    private static void describe(Office office, String address) {
        Answer said = office.visitor()
                .as(Role.ADMIN)
                .put("/api/organisation", Map.of("name", "Voorbeeldstad", "publicAddress", address))
                .orFail();
        if (said.json().hasNonNull("asked")) {
            office.officer()
                    .post("/api/organisation/confirmation", Map.of("asked", said.text("asked")))
                    .orFail();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** As it came, and what is packed in it. */
    private static String unpacked(byte[] answer) throws IOException {
        String all = text(answer);
        int zip = all.indexOf("\r\n\r\nPK\003\004");
        if (zip < 0) {
            return all;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream files =
                new ZipInputStream(new ByteArrayInputStream(answer, zip + 4, answer.length - zip - 4))) {
            while (files.getNextEntry() != null) {
                files.transferTo(out);
            }
        }
        return all + text(out.toByteArray());
    }
}
