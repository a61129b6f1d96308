package org.quitclaim.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A part of a page whose route the page does not know is never shown, and takes what stands beside it with it. */
class AskedRoutesTest {
    private static final Path PAGES =
            Path.of(System.getProperty("quitclaim.root")).resolve("query-side/src/main/resources/static/app");
    private static final Pattern CONSTANT = Pattern.compile("const (\\w+) = ['`]([^'`]*)['`]");
    private static final Pattern NAMED = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern ROUTE = Pattern.compile("['`]((?:GET|POST|PUT|DELETE) /api[^'`$]*)['`]");
    private static final Pattern LISTED = Pattern.compile("\"((?:GET|POST|PUT|DELETE) /api[^\"]*)\": \\[");

    @Test
    void everyRouteThatAPageAsksAboutIsListed() throws IOException {
        Set<String> listed = LISTED.matcher(Files.readString(PAGES.resolve("may.js"), StandardCharsets.UTF_8))
                .results()
                .map(one -> one.group(1))
                .collect(Collectors.toSet());
        List<String> asked = new ArrayList<>();
        try (Stream<Path> pages = Files.list(PAGES)) {
            for (Path page : pages.filter(one -> one.toString().endsWith(".js")).toList()) {
                asked.addAll(asked(Files.readString(page, StandardCharsets.UTF_8)));
            }
        }
        assertThat(asked).hasSizeGreaterThan(20);
        assertThat(listed).containsAll(asked);
    }

    private static List<String> asked(String script) {
        Map<String, String> constants = new HashMap<>();
        CONSTANT.matcher(script).results().forEach(one -> constants.put(one.group(1), filled(one.group(2), constants)));
        return ROUTE.matcher(filled(script, constants))
                .results()
                .map(one -> one.group(1))
                .toList();
    }

    private static String filled(String text, Map<String, String> constants) {
        return NAMED.matcher(text).replaceAll(one -> Matcher.quoteReplacement(value(one, constants)));
    }

    private static String value(MatchResult named, Map<String, String> constants) {
        return constants.getOrDefault(named.group(1), named.group());
    }
}
