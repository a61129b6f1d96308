package org.quitclaim.demo;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** A multipart form with one file, as a browser sends it. */
@SuppressWarnings("ArrayRecordComponent") // sent once, compared nowhere
record Upload(String fileName, byte[] file, Map<String, String> fields, String boundary) {
    Upload(String fileName, byte[] file, Map<String, String> fields) {
        this(fileName, file, fields, "quitclaim-" + UUID.randomUUID());
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream(file.length + 1024);
        fields.forEach((name, value) -> write(
                body, "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", boundary, name, value));
        write(
                body,
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: image/jpeg\r\n\r\n",
                boundary,
                fileName);
        body.writeBytes(file);
        write(body, "\r\n--%s--\r\n", boundary);
        return BodyPublishers.ofByteArray(body.toByteArray());
    }

    private static void write(ByteArrayOutputStream body, String format, Object... parts) {
        body.writeBytes(format.formatted(parts).getBytes(StandardCharsets.UTF_8));
    }
}
