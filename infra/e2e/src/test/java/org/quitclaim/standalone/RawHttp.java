package org.quitclaim.standalone;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes as they stand, which no client library would, and reads what comes back until the connection ends. */
final class RawHttp {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");
    private static final int PATIENCE_MILLIS = 20_000;

    private final URI server;

    RawHttp(URI server) {
        this.server = server;
    }

    /** Head and body as they came. */
    record Answered(String text) {
        int status() {
            Matcher line = STATUS.matcher(text);
            return line.lookingAt() ? Integer.parseInt(line.group(1)) : 0;
        }

        /** The stable code, if it is a problem detail. */
        String code() {
            Matcher found = CODE.matcher(text);
            return text.contains("application/problem+json") && found.find() ? found.group(1) : "";
        }

        @Override
        public String toString() {
            return status() + " " + code();
        }
    }

    /** @param lines the request line and the headers, but for the host and the end of the connection */
    Answered send(String lines, byte[] body) throws IOException {
        String[] parts = lines.split("\n", 2);
        String head = parts[0] + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.getPort() + "\r\nConnection: close\r\n"
                + (parts.length > 1 ? parts[1].replace("\n", "\r\n") + "\r\n" : "")
                + (body.length > 0 ? "Content-Length: " + body.length + "\r\n" : "") + "\r\n";
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return new Answered(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
