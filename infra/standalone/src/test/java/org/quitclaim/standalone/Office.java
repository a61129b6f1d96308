package org.quitclaim.standalone;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.PublishedLogins;
import tools.jackson.databind.JsonNode;

/** The people who work with a server under test, and what they do there, one command each. */
record Office(Client visitor, Client officer, Client editor, Client photographer) {
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final List<String> SECTIONS = List.of(
            "CONTROLLER",
            "PURPOSES",
            "DATA",
            "RECIPIENTS",
            "TRANSFERS",
            "RETENTION",
            "RIGHTS",
            "WITHDRAWAL",
            "COMPLAINT",
            "AUTOMATED_LOGIC");

    static final PublishedLogins.Login SECOND_OFFICER = Running.login(Role.COMPLIANCE_OFFICER, 1);

    static Office at(URI base) {
        Client visitor = Client.visitor(base);
        return new Office(
                visitor, visitor.as(Role.COMPLIANCE_OFFICER), visitor.as(Role.EDITOR), visitor.as(Role.PHOTOGRAPHER));
    }

    /** A photo that was taken in, and a face on it. */
    record Taken(String photo, String rendition, List<JsonNode> faces) {
        String face(int which) {
            return faces.get(which).path("faceId").asString();
        }
    }

    /** A person who was asked, and the path of their own page. */
    record Asked(String person, String page) {}

    String publishNotice() {
        return publishNotice(Map.of("en", "Your photo"));
    }

    /** In these languages, with a title each. */
    String publishNotice(Map<String, String> titles) {
        return officer.post("/api/notices", notice(titles)).orFail().text("noticeId");
    }

    static Map<String, Object> notice(Map<String, String> titles) {
        Map<String, String> sections = new LinkedHashMap<>();
        SECTIONS.forEach(section -> sections.put(section, "What the law asks to be said about this."));
        List<Map<String, Object>> texts = titles.entrySet().stream()
                .map(text -> Map.<String, Object>of(
                        "language", text.getKey(), "title", text.getValue(), "sections", sections))
                .toList();
        return Map.of("purposes", List.of("RECOGNITION", "PUBLICATION"), "texts", texts);
    }

    /** By the editor, for the photographer to work in. */
    String openCollection(String name) {
        String collection = editor.post("/api/collections", Map.of("name", name, "zone", ZONE.getId()))
                .orFail()
                .text("collectionId");
        String account = photographer.get("/api/accounts/me").orFail().text("accountId");
        editor.put("/api/collections/" + collection + "/photographers", Map.of("add", List.of(account)))
                .orFail();
        return collection;
    }

    void allowRecognition(String collection) {
        officer.put(
                        "/api/collections/" + collection + "/recognition-policy",
                        Map.of("mode", "RECOGNISE_ATTESTED", "widest", "PARTICIPANTS", "automatic", "NEVER"))
                .orFail();
    }

    /** By the officer, and confirmed by the second one of the demonstration. */
    void recordDpia(String reference) {
        String proposal = proposeDpia(reference).orFail().text("proposal");
        confirmDpia(secondOfficer(), proposal).orFail();
    }

    Client secondOfficer() {
        return visitor.as(SECOND_OFFICER.login(), SECOND_OFFICER.password());
    }

    /** An account that the administrator asks for and an officer agrees to. */
    Newcomer newcomer(String login, Role role) {
        Answer asked = visitor.as(Role.ADMIN)
                .post("/api/accounts", Map.of("login", login, "roles", List.of(role)))
                .orFail();
        String account = asked.text("accountId");
        Answer agreed = officer.post("/api/accounts/" + account + "/agreement", Map.of())
                .orFail();
        return new Newcomer(account, asked.text("passwordHalf") + agreed.text("passwordHalf"));
    }

    record Newcomer(String account, String oneTimePassword) {}

    Answer proposeDpia(String reference) {
        return proposeDpia(reference, method(officer));
    }

    /** @param method with what people are recognised, as the officer read it */
    Answer proposeDpia(String reference, Object method) {
        return officer.post(
                "/api/governance/dpia",
                Map.of(
                        "reference",
                        reference,
                        "approver",
                        "The board",
                        "approvedOn",
                        today(-1),
                        "nextReview",
                        today(365),
                        "method",
                        method));
    }

    /** With what people are recognised, as an officer reads it. */
    static JsonNode method(Client officer) {
        return officer.get("/api/governance/dpia").orFail().json().path("inUse").path("method");
    }

    static Answer confirmDpia(Client officer, String proposal) {
        return officer.post("/api/governance/dpia/confirmation", Map.of("proposal", proposal));
    }

    String register(String name, String email) {
        return officer.post(
                        "/api/persons",
                        Map.of("name", name, "email", email, "capacity", "VISITOR", "ageGroup", "ADULT"))
                .orFail()
                .text("personId");
    }

    static Map<String, Object> recognition(int days) {
        return Map.of("purpose", "RECOGNITION", "from", today(0), "until", today(days));
    }

    static Map<String, Object> website(int days) {
        return Map.of(
                "purpose",
                "PUBLICATION",
                "channel",
                "WEBSITE",
                "territories",
                List.of("WORLD"),
                "contexts",
                List.of(),
                "coverage",
                Map.of("extent", "ALL"),
                "from",
                today(0),
                "until",
                today(days));
    }

    static String today(int plusDays) {
        return LocalDate.now(ZONE).plusDays(plusDays).toString();
    }

    Answer offer(String person, String notice, List<Map<String, Object>> asks) {
        return officer.post(
                "/api/persons/" + person + "/quitclaims",
                Map.of("noticeId", notice, "zone", ZONE.getId(), "asks", asks));
    }

    Asked ask(String person, String notice, List<Map<String, Object>> asks) {
        return asked(person, offer(person, notice, asks));
    }

    /** Whoever opens her mail, or is given the letter. */
    Asked asked(String person, Answer offered) {
        return new Asked(person, "/api" + Mailboxes.link(this, offered));
    }

    /** Yes to the first {@code count} questions; where that waits for somebody who has seen her, somebody has. */
    Answer sayYes(Asked asked, int count) {
        Answer answer = sayYesUnseen(asked, count);
        if (answer.ok()) {
            seen(asked.person());
        }
        return answer;
    }

    /** What waits of this person is confirmed by whoever of the editor and the second officer did nothing for it. */
    void seen(String person) {
        String path = "/api/waiting-answers?person=" + person;
        if (officer.get(path).orFail().list("waiting").isEmpty()) {
            return;
        }
        for (Client second : List.of(editor, secondOfficer())) {
            for (JsonNode waits : second.get(path).orFail().list("waiting")) {
                if (waits.path("refused").isMissingNode()) {
                    second.post("/api/waiting-answers/confirmation", seen(person, waits))
                            .orFail();
                }
            }
        }
    }

    /** Who has seen this person and looked at a document, as far as {@code waits} was read. */
    static Map<String, Object> seen(String person, JsonNode waits) {
        List<String> grants = waits.path("grants")
                .valueStream()
                .map(grant -> grant.path("grantId").asString())
                .toList();
        return Map.of("personId", person, "grants", grants, "seen", "WITH_DOCUMENT");
    }

    /** Yes to the first {@code count} questions, by her link alone. */
    Answer sayYesUnseen(Asked asked, int count) {
        List<Map<String, Object>> answers = IntStream.range(0, count)
                .mapToObj(number -> Map.<String, Object>of("ask", number, "granted", true))
                .toList();
        return Mailboxes.answer(
                this,
                asked.page(),
                Map.of("language", "en", "answers", answers, "confirmed", true, "representatives", List.of()));
    }

    /** Reads what an erasure would do, and orders exactly that; where photos are left, with a reason. */
    Answer erase(String person, Map<String, ?> demand) {
        String path = "/api/persons/" + person + "/erasure";
        String query = demand.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
        Answer preview = officer.get(query.isEmpty() ? path : path + "?" + query);
        Map<String, Object> order = new LinkedHashMap<>(demand);
        order.put("confirm", preview.text("confirm"));
        if ("LEAVE".equals(demand.get("photos"))) {
            order.put("leftBecause", "ARCHIVE");
            order.put("reason", "The archive of the town keeps them");
        }
        return officer.post(path, order);
    }

    Answer withdraw(Asked asked, boolean recognition, List<String> channels) {
        return visitor.post(asked.page() + "/withdrawals", Map.of("recognition", recognition, "channels", channels));
    }

    Taken take(String collection, String fileName, byte[] file) {
        Answer answer = photographer.upload(collection, fileName, file).orFail();
        if (answer.json().path("beingSearched").asBoolean()) {
            searched(answer.text("photoId"));
        }
        return taken(answer);
    }

    /** Waits until small faces have been looked for too, before which nothing is cleared. */
    void searched(String photo) {
        searched(photo, photographer);
    }

    /** The same of a photo that the photographer may not see. */
    void searched(String photo, Client whoSees) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(180))
                .until(() -> !whoSees.get("/api/photos/" + photo)
                        .json()
                        .path("beingSearched")
                        .asBoolean(true));
    }

    static Taken taken(Answer answer) {
        return new Taken(answer.text("photoId"), answer.text("originalRenditionId"), answer.list("faces"));
    }

    /** Draws a box by hand and says who it is. */
    void mark(Taken photo, String person) {
        String face = editor.post(
                        "/api/photos/" + photo.photo() + "/faces",
                        Map.of("box", Map.of("x", 0.4, "y", 0.3, "width", 0.2, "height", 0.3), "kind", "FACE"))
                .orFail()
                .text("faceId");
        sight(photo, face, person);
    }

    /** Links a face, unless it is linked to this person already, as the face of a portrait is once she is enrolled. */
    void sight(Taken photo, String face, String person) {
        Answer linked = editor.post(
                "/api/photos/" + photo.photo() + "/faces/" + face + "/sighting", Map.of("personId", person));
        if (!linked.text("code").equals("photo.already-sighted")) {
            linked.orFail();
        }
    }

    /** Why its original is not green on the website, as the screens say. */
    List<JsonNode> reasons(Taken photo) {
        return editor.get("/api/photos/" + photo.photo() + "?context=general")
                .orFail()
                .json()
                .path("renditions")
                .path(0)
                .path("status")
                .valueStream()
                .filter(status -> status.path("channel").asString().equals("WEBSITE"))
                .flatMap(status -> status.path("reasons").valueStream())
                .toList();
    }

    Answer review(Taken photo) {
        return editor.post("/api/photos/reviews", Map.of("photoIds", List.of(photo.photo()), "alone", true));
    }

    Answer enrol(String person, Taken portrait, String face) {
        return officer.post(
                "/api/persons/" + person + "/faceprint", Map.of("photoId", portrait.photo(), "faceId", face));
    }

    Answer requestPublication(Taken photo, String destination) {
        return editor.post("/api/publications", publication(photo, destination));
    }

    static Map<String, Object> publication(Taken photo, String destination) {
        return Map.of(
                "photoId",
                photo.photo(),
                "renditionId",
                photo.rendition(),
                "channel",
                "WEBSITE",
                "territory",
                "NL",
                "context",
                "general",
                "destination",
                destination);
    }
}
