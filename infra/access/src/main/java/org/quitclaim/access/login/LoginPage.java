package org.quitclaim.access.login;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quitclaim.access.account.PublishedLogins;
import org.quitclaim.access.problem.Language;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/**
 * The login page in the reader's language. Logging in works without any program in the browser; changing a password does not.
 *
 * <p><b>Guarantees:</b> every text that is put in is escaped.
 */
public final class LoginPage {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z.-]+)}}");
    private final String template = resource("login.html");
    private final Properties english = texts("login_en");
    private final Properties dutch = texts("login_nl");
    private final Optional<PublishedLogins> published;

    public LoginPage(Optional<PublishedLogins> published) {
        this.published = published;
    }

    String render(
            HttpServletRequest request,
            Optional<CsrfToken> forgery,
            Optional<String> chosen,
            Optional<String> outcome) {
        Language language = chosen.flatMap(Language::tagged).orElseGet(() -> Language.of(request));
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(fill(place, language, forgery, outcome.orElse(""))));
    }

    private String fill(MatchResult place, Language language, Optional<CsrfToken> forgery, String outcome) {
        Properties words = switch (language) {
            case ENGLISH -> english;
            case DUTCH -> dutch;
        };
        return switch (place.group(1)) {
            case "forgery-name" -> escaped(forgery.map(CsrfToken::getParameterName));
            case "forgery-value" -> escaped(forgery.map(CsrfToken::getToken));
            case "message" -> HtmlUtils.htmlEscape(words.getProperty("outcome." + outcome, ""));
            case "changing" -> outcome.equals("change") ? "changing" : "";
            case "published" -> published.map(logins -> list(logins, language)).orElse("");
            case String key -> HtmlUtils.htmlEscape(words.getProperty(key, ""));
        };
    }

    private static String escaped(Optional<String> text) {
        return HtmlUtils.htmlEscape(text.orElse(""));
    }

    private static String list(PublishedLogins logins, Language language) {
        String rows = logins.all().stream()
                .map(one -> "<li><code>%s</code> <code>%s</code></li>".formatted(one.login(), one.password()))
                .collect(Collectors.joining());
        return "<aside><p>%s</p><ul>%s</ul></aside>".formatted(HtmlUtils.htmlEscape(logins.words(language)), rows);
    }

    private static Properties texts(String name) {
        Properties texts = new Properties();
        try (Reader file = new InputStreamReader(stream(name + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static String resource(String name) {
        try (InputStream file = stream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String name) {
        InputStream file = LoginPage.class.getResourceAsStream(name);
        if (file == null) {
            throw new IllegalStateException("missing from the class path: " + name);
        }
        return file;
    }
}
