package org.quitclaim.conformance.requirements;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a requirement is held, as somebody judged it who read the row beside its tests.
 *
 * @param remark what is missing, or why nothing holds it; may be empty
 */
record Standing(Degree degree, String remark) {
    enum Degree {
        HELD,
        PART,
        NONE
    }

    private static final Pattern FORM = Pattern.compile("(held|part|none)(?:: (.+))?");

    static Standing of(String line) {
        Matcher parts = FORM.matcher(line);
        if (!parts.matches() || line.startsWith("part") && parts.group(2) == null) {
            throw new IllegalArgumentException("not a standing of a requirement: " + line);
        }
        return new Standing(
                Degree.valueOf(parts.group(1).toUpperCase(Locale.ROOT)), parts.group(2) == null ? "" : parts.group(2));
    }

    static Properties all() throws IOException {
        Properties all = new Properties();
        try (InputStream file = Standing.class.getResourceAsStream("standing.properties")) {
            all.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return all;
    }

    /** As the table says it. */
    String words() {
        return switch (degree) {
            case HELD -> "held";
            case PART -> "in part: " + remark;
            case NONE -> remark.isEmpty() ? "not yet" : "not yet: " + remark;
        };
    }
}
