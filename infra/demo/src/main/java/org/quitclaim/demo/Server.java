package org.quitclaim.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The server as seen from outside: requests and answers over HTTP/1.1.
 *
 * <p><b>Guarantees</b>: a read sees at least what this story has written, since the position that a command's answer
 * carries is sent along; while the read side is behind, the question is repeated for at most a minute.
 *
 * <p><b>Thread-safety</b>: safe.
 */
final class Server {
    static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final AtomicLong position = new AtomicLong(-1);

    Server(URI base) {
        this.base = base;
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Accept", "application/json, */*");
        long seen = position.get();
        return seen < 0 ? request : request.header("Quitclaim-At-Least", Long.toString(seen));
    }

    Reply send(HttpRequest request) {
        String asked = request.method() + " " + safe(request.uri());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Reply reply = once(asked, request);
        while (reply.refusedWith("query.not-yet-there") && System.nanoTime() < deadline) {
            reply = once(asked, request);
        }
        return reply;
    }

    /** A signing link is a secret: it is not printed, not even in the demo. */
    private static String safe(URI uri) {
        return uri.getPath().replaceFirst("(/q/)[^/]+", "$1…");
    }

    private Reply once(String asked, HttpRequest request) {
        HttpResponse<byte[]> response = exchange(asked, request);
        response.headers()
                .firstValueAsLong("Quitclaim-Position")
                .ifPresent(head -> position.accumulateAndGet(head, Math::max));
        return new Reply(asked, response.statusCode(), json(response), response.body());
    }

    HttpResponse<byte[]> exchange(String asked, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new Unexpected(asked + ": no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected(asked + ": interrupted", e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.contains("json") || response.body().length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new Unexpected("an answer that says it is JSON is none", e);
        }
    }
}
