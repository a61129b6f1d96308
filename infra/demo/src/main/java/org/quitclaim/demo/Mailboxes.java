package org.quitclaim.demo;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The mail of the people of the story, read as they would: no answer of the server to staff holds a link. */
final class Mailboxes {
    private static final Pattern LINK = Pattern.compile("/q/[a-z2-7]{52}");

    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{4} \\d{4})\\s*$");

    private final Session visitor;

    Mailboxes(Session visitor) {
        this.visitor = visitor;
    }

    /** Waits for the letter that an offer or a further link sent, and opens it. */
    String link(Reply issued) {
        return arrived(issued.orFail().text("linkId"), LINK).group();
    }

    /** Waits for the mail with the code that signs what was fixed. */
    String code(Reply asked) {
        return arrived(asked.orFail().text("signs"), CODE).group(1);
    }

    private MatchResult arrived(String mail, Pattern wanted) {
        URI mails = URI.create(visitor.get("/api/demo/mail").orFail().text("at") + "mails?" + mail);
        return Patience.until(() -> newest(mails, wanted), Optional::isPresent)
                .orElseThrow(() -> new Unexpected("a letter did not arrive"));
    }

    private Optional<MatchResult> newest(URI mails, Pattern wanted) {
        HttpResponse<byte[]> answer = visitor.server()
                .exchange("GET mailboxes", HttpRequest.newBuilder(mails).build());
        JsonNode found = Server.JSON.readTree(new String(answer.body(), StandardCharsets.UTF_8));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Matcher there = wanted.matcher(found.get(0).path("text").asString());
        return there.find() ? Optional.of(there.toMatchResult()) : Optional.empty();
    }
}
