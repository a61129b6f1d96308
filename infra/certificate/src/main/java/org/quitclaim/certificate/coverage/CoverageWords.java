package org.quitclaim.certificate.coverage;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a permission covers, in one language: the only source of these words for the person's page, receipts and exports.
 *
 * <p><b>Guarantees:</b> every subject, territory, photo and day that the gate would clear by it is named, and no other.
 * Each subject stands between quotation marks. A subject without words of its own is shown by its code; words for a
 * subject begin with a capital letter, which no code does, so that two subjects never read alike.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public enum CoverageWords {
    ENGLISH(Locale.of("en", "GB")),
    DUTCH(Locale.of("nl", "NL"));

    /** Channels that no country bounds. */
    private static final Set<String> ONLINE = Set.of("WEBSITE", "SOCIAL_MEDIA");

    private final Locale locale;
    private final DateTimeFormatter day;
    private final Properties texts = new Properties();

    CoverageWords(Locale locale) {
        this.locale = locale;
        this.day = DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
        String file = "coverage_" + locale.getLanguage() + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(CoverageWords.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String language() {
        return locale.getLanguage();
    }

    /** Everything, a line for each thing that a use is held against. */
    public List<String> lines(Covered covered) {
        List<String> lines = new ArrayList<>(refused(covered));
        lines.add(term(covered));
        return lines;
    }

    /** What a no is about: everything but the term, since a no has no end. */
    public List<String> refused(Covered covered) {
        List<String> lines = new ArrayList<>(places(covered));
        if (!covered.channels().isEmpty()) {
            lines.add(say("photos." + covered.photos(), String.join(", ", covered.ids())));
        }
        return lines;
    }

    /** Channels, subjects and territories; nothing for recognition. */
    public List<String> places(Covered covered) {
        List<String> lines = new ArrayList<>();
        if (!covered.channels().isEmpty()) {
            lines.add(say("channels", list(covered.channels(), this::channel)));
            lines.add(subjects(covered));
            lines.add(say(
                    isOpenEverywhere(covered) ? "territories.open" : "territories",
                    list(covered.territories(), this::territory)));
        }
        return lines;
    }

    /** What is online for readers in one country can be opened in all: to say that it is seen nowhere else would not be true. */
    private static boolean isOpenEverywhere(Covered covered) {
        return !covered.territories().contains("WORLD")
                && covered.channels().stream().anyMatch(ONLINE::contains);
    }

    public String term(Covered covered) {
        return say("term", day(covered.from()), day(covered.until()));
    }

    public String channel(String code) {
        return texts.getProperty("channel." + code, code);
    }

    /** A country by its name and its code, since two names may read alike. */
    public String territory(String code) {
        String country = Locale.of("", code).getDisplayCountry(locale);
        return texts.getProperty("territory." + code, country + " (" + code + ")");
    }

    public String subject(String code) {
        return subject(code, Map.of());
    }

    /** @param own by code and language what subjects are called that the installation added */
    public String subject(String code, Map<String, Map<String, String>> own) {
        return "“" + called(code, own) + "”";
    }

    /** Without quotation marks. What Quitclaim brings is called as it calls it. */
    private String called(String code, Map<String, Map<String, String>> own) {
        String brought = texts.getProperty("subject." + code);
        return brought != null ? brought : own.getOrDefault(code, Map.of()).getOrDefault(language(), code);
    }

    /** By code and language what each of these subjects is called; its code where nobody knows. */
    public static Map<String, Map<String, String>> of(
            Collection<String> subjects, Map<String, Map<String, String>> own) {
        Map<String, Map<String, String>> said = new TreeMap<>();
        for (String code : subjects) {
            Map<String, String> byLanguage = new TreeMap<>();
            for (CoverageWords words : values()) {
                byLanguage.put(words.language(), words.called(code, own));
            }
            said.put(code, byLanguage);
        }
        return said;
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    private String subjects(Covered covered) {
        String named = list(covered.named(), code -> subject(code, covered.own()));
        String anyOf = list(covered.anyOf(), code -> subject(code, covered.own()));
        if (covered.anyOf().isEmpty()) {
            return say("subjects.named", named);
        }
        return covered.named().isEmpty() ? say("subjects.any", anyOf) : say("subjects.both", anyOf, named);
    }

    private static String list(List<String> codes, UnaryOperator<String> words) {
        return codes.stream().map(words).collect(Collectors.joining(", "));
    }

    private String say(String key, Object... values) {
        return Objects.requireNonNull(texts.getProperty(key), key).formatted(values);
    }
}
