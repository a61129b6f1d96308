package org.quitclaim.demo.verb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quitclaim.demo.verb.MailCatcher.Mail;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page that shows each person's mail, and the same for machines. On a port of its own: it stands for mailboxes somewhere
 * else, and is no part of what staff can reach.
 */
final class MailWindow implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Everybody's mail</title>
            <style>body{font:16px/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}
            pre{white-space:pre-wrap;background:#f3f5f7;padding:1rem}h2{margin-top:2.5rem}</style></head><body>
            <h1>Everybody's mail</h1>
            <p>These people do not exist, and neither do their mailboxes: this is what the demonstration mailed them.</p>
            %s</body></html>
            """;

    private final MailCatcher catcher;
    private final HttpServer server;

    MailWindow(MailCatcher catcher) {
        this.catcher = catcher;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> underItsName(exchange, this::page));
        server.createContext("/mails", exchange -> underItsName(exchange, this::mails));
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /** A page elsewhere whose name leads to this machine would otherwise read these mails in its visitor's browser. */
    private void underItsName(HttpExchange exchange, HttpHandler answer) throws IOException {
        int port = server.getAddress().getPort();
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (Set.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port).contains(String.valueOf(host))) {
            answer.handle(exchange);
        } else {
            answer(exchange, 421, "text/plain; charset=utf-8", "Open " + address());
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        Map<String, List<Mail>> byPerson =
                catcher.mails().stream().collect(Collectors.groupingBy(Mail::to, TreeMap::new, Collectors.toList()));
        String boxes = byPerson.entrySet().stream()
                .map(box -> "<h2>" + HtmlUtils.htmlEscape(box.getKey()) + "</h2>"
                        + box.getValue().stream().map(MailWindow::shown).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        answer(exchange, "text/html; charset=utf-8", PAGE.formatted(boxes.isEmpty() ? "<p>No mail.</p>" : boxes));
    }

    private static String shown(Mail mail) {
        String text = HtmlUtils.htmlEscape(mail.text())
                .replaceAll("(http://\\S+|https://\\S+)", "<a href=\"$1\" rel=\"noreferrer\">$1</a>");
        return "<h3>" + HtmlUtils.htmlEscape(mail.subject()) + "</h3><pre>" + text + "</pre>";
    }

    /** All of them, or those whose id holds what is asked for; a DELETE empties the mailboxes. */
    private void mails(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("DELETE")) {
            catcher.clear();
        }
        String wanted = exchange.getRequestURI().getQuery();
        List<Mail> found = catcher.mails().stream()
                .filter(mail -> wanted == null || mail.id().contains(wanted))
                .toList();
        answer(exchange, "application/json", JSON.writeValueAsString(found));
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        answer(exchange, 200, type, text);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
