package org.quitclaim.demo;

import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.quitclaim.demo.DemoLogins.Login;

/**
 * Exchanges a name and a password for a session, as the login page does: a session cookie, and the token against forged
 * requests that goes back in a header.
 */
final class LogIn {
    private static final String TOKEN = "XSRF-TOKEN";

    private LogIn() {}

    static Session as(Server server, Login login) {
        Map<String, String> cookies = new LinkedHashMap<>();
        Map<String, String> form = Map.of("login", login.name(), "password", login.password());
        keep(cookies, logIn(server, Server.JSON.writeValueAsString(form)));
        if (!cookies.containsKey(TOKEN)) {
            keep(
                    cookies,
                    server.exchange(
                            "GET /login",
                            server.request("/login")
                                    .header("Cookie", header(cookies))
                                    .build()));
        }
        return new Session(server, Map.of("Cookie", header(cookies), "X-XSRF-TOKEN", cookies.getOrDefault(TOKEN, "")));
    }

    private static HttpResponse<byte[]> logIn(Server server, String form) {
        HttpRequest request = server.request("/login")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<byte[]> response = server.exchange("POST /login", request);
        if (response.statusCode() != 200) {
            throw new Unexpected("logging in was refused: " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response;
    }

    private static void keep(Map<String, String> cookies, HttpResponse<byte[]> response) {
        response.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .filter(cookie -> !cookie.getValue().isEmpty())
                .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
    }

    private static String header(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
