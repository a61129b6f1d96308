package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * How a test gets a link: out of the mailbox of whoever it was sent to, or off the letter that an officer printed where it
 * could not be mailed. No answer to staff holds one.
 */
final class Mailboxes {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Pattern LINK = Pattern.compile("/q/[a-z2-7]{52}");
    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{4} \\d{4})\\s*$");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Mailboxes() {}

    /** The link {@code /q/{token}} that an offer, or a request for one more, sent. */
    static String link(Office office, Answer issued) {
        return link(office, issued, issued.orFail().text("quitclaimId"));
    }

    /** @param quitclaim that the link is of, where the answer does not say so */
    static String link(Office office, Answer issued, String quitclaim) {
        return link(office, quitclaim, issued.orFail().text("linkId"));
    }

    static String link(Office office, String quitclaim, String link) {
        String path = "/api/quitclaims/" + quitclaim + "/links";
        JsonNode left = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> office.officer()
                                .get(path)
                                .orFail()
                                .json()
                                .valueStream()
                                .filter(one -> one.path("linkId").asString().equals(link))
                                .findFirst()
                                .orElseThrow(),
                        one -> !one.path("delivery").asString().equals("QUEUED"));
        return left.path("delivery").asString().equals("MAILED")
                ? mailed(office, link).orElseThrow(() -> new NotAcknowledged("no mail", new IOException()))
                : in(new String(
                                office.officer()
                                        .post(path + "/" + link + "/letter")
                                        .orFail()
                                        .bytes(),
                                StandardCharsets.ISO_8859_1))
                        .orElseThrow();
    }

    /** Off the mail that brought it, if it came. */
    static Optional<String> mailed(Office office, String link) {
        JsonNode mails = mails(office, "GET", "?" + link);
        return mails.isEmpty()
                ? Optional.empty()
                : in(mails.get(mails.size() - 1).path("text").asString());
    }

    /** Answers as somebody does who opens her mail: where a code is needed it is asked for, read there and sent along. */
    static Answer answer(Office office, String page, Map<String, ?> answers) {
        Answer first = office.visitor().post(page + "/answers", answers);
        return first.text("code").equals("consent.code-needed") ? signed(office, page, answers) : first;
    }

    private static Answer signed(Office office, String page, Map<String, ?> answers) {
        String signs = office.visitor().post(page + "/codes", answers).orFail().text("signs");
        Map<String, Object> signed = new HashMap<>(answers);
        signed.put("signs", signs);
        signed.put("code", code(office, signs));
        return office.visitor().post(page + "/answers", signed);
    }

    /** Off the mail that brought the code, once it came. */
    static String code(Office office, String signs) {
        JsonNode mails = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> mails(office, "GET", "?" + signs), found -> !found.isEmpty());
        return codeIn(mails.get(0).path("text").asString());
    }

    static String codeIn(String text) {
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    /** Everybody empties their mailbox. */
    static void clear(Office office) {
        mails(office, "DELETE", "");
    }

    static JsonNode mails(Office office, String method, String query) {
        URI at = URI.create(office.visitor().get("/api/demo/mail").orFail().text("at") + "mails" + query);
        try {
            HttpResponse<byte[]> answer = HTTP.send(
                    HttpRequest.newBuilder(at)
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofByteArray());
            return Client.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new NotAcknowledged("the mailboxes: no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledged("the mailboxes: interrupted", e);
        }
    }

    static Optional<String> in(String text) {
        Matcher link = LINK.matcher(text);
        return link.find() ? Optional.of(link.group()) : Optional.empty();
    }
}
