package org.quitclaim.command.export;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.coverage.CoverageWords;

/** What the readable part says in one language. */
enum ExportWords {
    ENGLISH(Locale.of("en", "GB"), List.of("export")),
    DUTCH(Locale.of("nl", "NL"), List.of("export")),
    /** For whoever may answer for the person: what would speak of the reader speaks of the person. */
    ENGLISH_OF_THE_PERSON(Locale.of("en", "GB"), List.of("export", "export_represented")),
    DUTCH_OF_THE_PERSON(Locale.of("nl", "NL"), List.of("export", "export_represented"));

    private final Locale locale;
    private final Properties texts = new Properties();

    ExportWords(Locale locale, List<String> files) {
        this.locale = locale;
        files.forEach(this::load);
    }

    /** What is read later replaces what was read before. */
    private void load(String name) {
        String file = name + '_' + locale.getLanguage() + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ExportWords.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As asked for by name, else as the browser prefers; English for any other language. */
    static ExportWords of(@Nullable String asked, Locale preferred) {
        String language = asked == null || asked.isBlank() ? preferred.getLanguage() : asked.strip();
        return language.toLowerCase(Locale.ROOT).startsWith("nl") ? DUTCH : ENGLISH;
    }

    ExportWords ofThePerson() {
        return isDutch() ? DUTCH_OF_THE_PERSON : ENGLISH_OF_THE_PERSON;
    }

    private boolean isDutch() {
        return language().equals("nl");
    }

    String language() {
        return locale.getLanguage();
    }

    /** What a permission covers, in the words that its page and its receipt have. */
    CoverageWords coverage() {
        return isDutch() ? CoverageWords.DUTCH : CoverageWords.ENGLISH;
    }

    Properties texts() {
        return texts;
    }

    String say(String key, Object... values) {
        return texts.getProperty(key, key).formatted(values);
    }

    /** The words for a code; the code itself where there are none. */
    String code(String kind, Object code) {
        return texts.getProperty(kind + '.' + code, code.toString());
    }

    String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(date);
    }

    String moment(Instant at) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", locale).format(at.atOffset(ZoneOffset.UTC));
    }
}
