package org.quitclaim.standalone;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * Stands before a server and says with each request that it was sent to another host, in every way in which HTTP has it
 * said; keeps what the server answered.
 */
final class LyingProxy implements Closeable {
    private static final String END_OF_HEAD = "\r\n\r\n";

    /** How the other host is named. */
    enum Lie {
        /** As a client does that was led astray, and as proxies say it in headers. */
        HEADERS,
        /** As clients of a proxy do (RFC 9112, section 3.2.2). */
        ABSOLUTE_ADDRESS
    }

    /** @param answer head and body */
    record Exchange(String request, byte[] answer) {}

    private final URI server;
    private final String host;
    private final Lie lie;
    private final ServerSocket listening;
    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();

    LyingProxy(URI server, String host, Lie lie) throws IOException {
        this.server = server;
        this.host = host;
        this.lie = lie;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> pass(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    /** One request for each connection, as HTTP/1.0, so that the answer comes in one piece. */
    private void pass(Socket client) {
        try (client;
                Socket upstream = new Socket(server.getHost(), server.getPort())) {
            String head = head(client.getInputStream());
            upstream.getOutputStream().write(untrue(head).getBytes(StandardCharsets.ISO_8859_1));
            Thread.ofVirtual().start(() -> body(client, upstream));
            byte[] answer = upstream.getInputStream().readAllBytes();
            exchanges.add(new Exchange(head.lines().findFirst().orElse(""), answer));
            client.getOutputStream().write(answer);
        } catch (IOException e) {
            // either side hung up; the client under test says what it missed
        }
    }

    private static void body(Socket client, Socket upstream) {
        try {
            client.getInputStream().transferTo(upstream.getOutputStream());
        } catch (IOException e) {
            // the answer was there before the end of the body
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(END_OF_HEAD)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private String untrue(String head) {
        List<String> lines = head.strip().lines().toList();
        String[] request = lines.getFirst().split(" ");
        String target = lie == Lie.ABSOLUTE_ADDRESS ? "http://" + host + request[1] : request[1];
        String kept = lines.stream()
                .skip(1)
                .filter(line -> !line.regionMatches(true, 0, "host:", 0, 5)
                        && !line.regionMatches(true, 0, "connection:", 0, 11)
                        && !line.regionMatches(true, 0, "upgrade", 0, 7)
                        && !line.regionMatches(true, 0, "http2-settings:", 0, 15))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
        String forwarded =
                "X-Forwarded-Host: %1$s\r\nX-Forwarded-Server: %1$s\r\nX-Original-Host: %1$s\r\nForwarded: host=%1$s\r\n"
                                .formatted(host)
                        + "X-Forwarded-Prefix: //" + host + "\r\nOrigin: http://" + host + "\r\nReferer: http://" + host
                        + "/\r\n";
        return request[0] + " " + target + " HTTP/1.0\r\nHost: " + host + "\r\n" + forwarded + kept + "\r\n";
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
