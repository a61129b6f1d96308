package org.quitclaim.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Sends the forms of one person's page as a browser does, and follows nothing. */
record Form(URI server, String path, String language) {
    Form(URI server, String path) {
        this(server, path, "en");
    }

    record Page(int status, String type, String policy, String page) {}

    Form dutch() {
        return new Form(server, path, "nl");
    }

    Page post(String form, String fields) {
        return send(
                form,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    Page get(String form) {
        return send(form, HttpRequest.newBuilder().GET());
    }

    private Page send(String form, HttpRequest.Builder request) {
        request.uri(server.resolve(path + form))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", language);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Page(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse("text/html"),
                    answer.headers().firstValue("Content-Security-Policy").orElse(""),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
