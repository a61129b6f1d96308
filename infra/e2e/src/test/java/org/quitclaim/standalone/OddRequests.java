package org.quitclaim.standalone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quitclaim.standalone.EveryRoute.Route;

/** Sends to every route that the server describes what nobody should send, as somebody who may call it. */
final class OddRequests {
    /** What one may write in an address in place of an id or a parameter; encoded before it is sent. */
    private static final List<String> ODD = List.of(
            "x",
            "-1",
            "0",
            "201",
            "9223372036854775808",
            "null",
            "per_aaaaaaaaaaaaaaaaaaaaaaaaaa",
            "era_aaaaaaaaaaaaaaaaaaaaaaaaaa",
            "YjE",
            "Yjk5OTk5OTk5OTk5OTk5OTk5OTk",
            "a\u0000\n\u202e",
            "%",
            "..",
            "' or 1=1 --",
            "$where",
            "a".repeat(5_000));

    private static final List<String> ODD_POSITIONS = List.of("-1", "x", "9223372036854775808", "1".repeat(5_000));

    private final EveryRoute every;

    OddRequests(EveryRoute every) {
        this.every = every;
    }

    /** Every body in which one thing is odd; what the server failed at, of all that was sent. */
    List<String> failuresOverBodies() {
        List<String> failed = new ArrayList<>();
        for (Route route : every.routes("POST", "PUT")) {
            Map<String, String> ids = every.somebody();
            String path = EveryRoute.path(route, ids);
            OddBodies bodies = new OddBodies(every.schemas(), ids);
            for (OddBodies.Odd odd : bodies.of(route.body())) {
                note(every.caller(route).raw(route.method(), path, odd.body()), odd.what(), failed);
            }
        }
        return failed;
    }

    /** Every variable and parameter of every address replaced by something odd. */
    List<String> failuresOverAddresses() {
        List<String> failed = new ArrayList<>();
        Map<String, String> ids = every.somebody();
        for (Route route : every.routes("GET", "POST", "PUT", "DELETE")) {
            for (String odd : ODD) {
                addresses(route, ids, encoded(odd))
                        .forEach(path -> note(
                                every.caller(route).raw(route.method(), path, "{}"),
                                odd.substring(0, Math.min(odd.length(), 40)),
                                failed));
            }
        }
        return failed;
    }

    private static Stream<String> addresses(Route route, Map<String, String> ids, String odd) {
        Stream<String> variables = EveryRoute.VARIABLE
                .matcher(route.path())
                .results()
                .map(variable -> {
                    Map<String, String> others = new HashMap<>(ids);
                    others.put(variable.group(1), odd);
                    return EveryRoute.path(route, others);
                });
        Stream<String> parameters = route.parameters()
                .map(parameter -> EveryRoute.path(route, ids) + "?"
                        + parameter.path("name").asString() + "=" + odd);
        return Stream.concat(variables, parameters);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Positions that the history never reaches: refused or answered with "later", never waited for without end. */
    List<String> failuresOverPositions() {
        List<String> failed = new ArrayList<>();
        Map<String, String> ids = every.somebody();
        for (Route route : every.routes("GET")) {
            for (String position : ODD_POSITIONS) {
                Answer answer = every.caller(route).atLeast(position, EveryRoute.path(route, ids));
                if (answer.status() >= 500 && !answer.text("code").equals("query.not-yet-there")) {
                    failed.add(answer + " at least " + position);
                }
            }
        }
        return failed;
    }

    private static void note(Answer answer, String what, List<String> failed) {
        if (answer.status() >= 500) {
            failed.add(answer + " by " + what);
        }
    }
}
