package org.quitclaim.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpCookie;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.PublishedLogins;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Somebody's connection to a server under test; reads ask for at least what was written through any of its kind. */
final class Client {
    static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final URI base;
    private final HttpClient http;
    private final AtomicLong position;
    private final Map<String, String> headers;

    private Client(URI base, HttpClient http, AtomicLong position, Map<String, String> headers) {
        this.base = base;
        this.http = http;
        this.position = position;
        this.headers = headers;
    }

    static Client visitor(URI base) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        return new Client(base, http, new AtomicLong(), Map.of());
    }

    /** Logs in with a login of the demonstration. */
    Client as(Role role) {
        PublishedLogins.Login login = Running.login(role);
        return as(login.login(), login.password());
    }

    Client as(String login, String password) {
        Map<String, String> cookies = new HashMap<>();
        String form = JSON.writeValueAsString(Map.of("login", login, "password", password));
        keep(cookies, exchange("POST /login", json("POST", "/login", form)));
        keep(
                cookies,
                exchange(
                        "GET /login",
                        request("/login").header("Cookie", cookies(cookies)).build()));
        return new Client(
                base,
                http,
                position,
                Map.of("Cookie", cookies(cookies), "X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", "")));
    }

    /** The headers by which the server knows who this is. */
    Map<String, String> identity() {
        return headers;
    }

    /** A machine with a service token. */
    Client bearer(String token) {
        return new Client(base, http, position, Map.of("Authorization", "Bearer " + token));
    }

    private static void keep(Map<String, String> cookies, HttpResponse<byte[]> response) {
        response.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .filter(cookie -> !cookie.getValue().isEmpty())
                .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
    }

    private static String cookies(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    Answer get(String path) {
        return send("GET " + path, request(path).build());
    }

    /** A stream that goes on, as it comes. */
    InputStream follow(String path) {
        try {
            HttpResponse<InputStream> response = http.send(
                    request(path).setHeader("Accept", "text/event-stream").build(), BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new NotAcknowledged(path + ": " + response.statusCode(), new IOException());
            }
            return response.body();
        } catch (IOException e) {
            throw new NotAcknowledged(path + ": no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledged(path + ": interrupted", e);
        }
    }

    /** The file of a publication, with the clearance that lets it leave. */
    Answer file(String publication, String clearance) {
        String path = "/api/publications/" + publication + "/file";
        return send(
                "GET " + path,
                request(path)
                        .setHeader("Accept", "image/jpeg, application/problem+json")
                        .header("Quitclaim-Clearance", clearance)
                        .build());
    }

    /** As a machine with this token. */
    Client bearing(String token) {
        return new Client(base, http, position, Map.of("Authorization", "Bearer " + token));
    }

    /** Once, and of at least this position whatever is known. */
    Answer atLeast(String atLeast, String path) {
        String asked = "GET " + path;
        return answer(
                asked,
                exchange(
                        asked,
                        request(path).setHeader("Quitclaim-At-Least", atLeast).build()));
    }

    Answer get(String path, String type) {
        return send("GET " + path, request(path).setHeader("Accept", type).build());
    }

    Answer post(String path, Map<String, ?> body) {
        return raw("POST", path, JSON.writeValueAsString(body));
    }

    /** With a key by which a repetition is recognised. */
    Answer post(String path, Map<String, ?> body, String key) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return send("POST " + path, request);
    }

    Answer put(String path, Map<String, ?> body) {
        return raw("PUT", path, JSON.writeValueAsString(body));
    }

    Answer delete(String path) {
        return send("DELETE " + path, request(path).DELETE().build());
    }

    /** Reads what a removal would do, and orders exactly that. */
    Answer remove(String path) {
        String confirm = get(path + "/removal").orFail().text("confirm");
        return delete(path + "?confirm=" + confirm).orFail();
    }

    /** Reads what a confirmation would do, and gives it. */
    Answer confirm(String path) {
        return post(path, Map.of("confirm", get(path).orFail().text("confirm")));
    }

    /** Reads what the acceptance of a doubt would do, and accepts exactly that. */
    Answer acceptLoss(String doubt, String reason, String text) {
        String path = "/api/governance/history/acceptance";
        String confirm = get(path + "?doubt=" + doubt).orFail().text("confirm");
        return post(path, Map.of("doubt", doubt, "reason", reason, "text", text, "confirm", confirm));
    }

    /** Nothing, as this type. */
    Answer empty(String method, String path, String type) {
        HttpRequest request = request(path)
                .header("Content-Type", type)
                .method(method, BodyPublishers.noBody())
                .build();
        return send(method + " " + path, request);
    }

    Answer post(String path) {
        return send("POST " + path, request(path).POST(BodyPublishers.noBody()).build());
    }

    /** Sends a body as it stands, a malformed one too. */
    Answer raw(String method, String path, String body) {
        return send(method + " " + path, json(method, path, body));
    }

    Answer upload(String collection, String fileName, byte[] file) {
        return uploadTo("/api/photos", collection, fileName, file);
    }

    Answer uploadTo(String path, String collection, String fileName, byte[] file) {
        String boundary = "quitclaim-boundary-of-the-tests";
        ByteArrayOutputStream body = new ByteArrayOutputStream(file.length + 512);
        String shoot = collection.isEmpty()
                ? ""
                : "--%s\r\nContent-Disposition: form-data; name=\"collectionId\"\r\n\r\n%s\r\n"
                        .formatted(boundary, collection);
        body.writeBytes((shoot
                        + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                                .formatted(boundary, fileName)
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return send(
                "POST " + path,
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build());
    }

    private HttpRequest json(String method, String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, */*")
                .header("Quitclaim-At-Least", Long.toString(position.get()));
        headers.forEach(request::header);
        return request;
    }

    private Answer send(String asked, HttpRequest request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = answer(asked, exchange(asked, request));
        while (answer.text("code").equals("query.not-yet-there") && System.nanoTime() < deadline) {
            answer = answer(asked, exchange(asked, request));
        }
        return answer;
    }

    private Answer answer(String asked, HttpResponse<byte[]> response) {
        response.headers()
                .firstValueAsLong("Quitclaim-Position")
                .ifPresent(head -> position.accumulateAndGet(head, Math::max));
        return new Answer(asked, response.statusCode(), body(response), response.body());
    }

    private static JsonNode body(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.contains("json") || response.body().length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new NotAcknowledged("half an answer", e);
        }
    }

    private HttpResponse<byte[]> exchange(String asked, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new NotAcknowledged(asked + ": no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledged(asked + ": interrupted", e);
        }
    }
}
