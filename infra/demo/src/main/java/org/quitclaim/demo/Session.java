package org.quitclaim.demo;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/**
 * Somebody's connection to the server: a member of staff who logged in, or anybody without an account.
 *
 * @param headers what proves who is asking; empty for a visitor
 */
record Session(Server server, Map<String, String> headers) {
    static Session visitor(Server server) {
        return new Session(server, Map.of());
    }

    Reply get(String path) {
        return server.send(request(path).GET().build());
    }

    Reply get(String path, String header, String value) {
        return server.send(request(path).header(header, value).GET().build());
    }

    Reply post(String path, Map<String, ?> body) {
        return raw("POST", path, Server.JSON.writeValueAsString(body));
    }

    Reply post(String path) {
        return server.send(request(path).POST(BodyPublishers.noBody()).build());
    }

    Reply put(String path, Map<String, ?> body) {
        return raw("PUT", path, Server.JSON.writeValueAsString(body));
    }

    /** Sends a body as it stands, a malformed one too. */
    Reply raw(String method, String path, String body) {
        return server.send(request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    Reply upload(String path, Upload upload) {
        return server.send(request(path)
                .header("Content-Type", upload.contentType())
                .POST(upload.body())
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = server.request(path);
        headers.forEach(request::header);
        return request;
    }

    @Override
    public String toString() {
        return headers.isEmpty() ? "visitor" : "staff";
    }
}
