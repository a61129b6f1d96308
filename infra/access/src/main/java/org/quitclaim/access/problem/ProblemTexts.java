package org.quitclaim.access.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import org.quitclaim.domain.DatedRejection;
import org.quitclaim.domain.Rejection;
import org.springframework.http.HttpStatus;

/**
 * What people read when something is refused. English is the refusal's own advice; Dutch comes from every file {@value
 * #DUTCH} on the class path, code = text, so that each module brings the texts of its own codes.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
final class ProblemTexts {
    static final String DUTCH = "META-INF/quitclaim/problems_nl.properties";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu");
    private final Properties dutch = new Properties();

    ProblemTexts() {
        try {
            ClassLoader classes = ProblemTexts.class.getClassLoader();
            for (URL file : Collections.list(classes.getResources(DUTCH))) {
                load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String detail(Rejection rejection, Language language) {
        String text = translated(rejection.code(), rejection.advice(), language);
        if (rejection instanceof DatedRejection dated) {
            return text.replace("{day}", dated.on().format(DAY.withLocale(Locale.of(language.tag()))));
        }
        return rejection instanceof EdgeRejection edge && !edge.addendum().isEmpty()
                ? text + " " + edge.addendum()
                : text;
    }

    String title(HttpStatus status, Language language) {
        return translated("status." + status.value(), status.getReasonPhrase(), language);
    }

    private String translated(String key, String english, Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case DUTCH -> dutch.getProperty(key, english);
        };
    }

    private void load(URL file) throws IOException {
        try (Reader text = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            dutch.load(text);
        }
    }
}
