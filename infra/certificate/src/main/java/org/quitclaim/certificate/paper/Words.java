package org.quitclaim.certificate.paper;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.ErasureCertificate.Residual;
import org.quitclaim.certificate.Milestone;

/** What a page says in one language. */
final class Words {
    static final Words ENGLISH = new Words(Locale.of("en", "GB"));
    static final Words DUTCH = new Words(Locale.of("nl", "NL"));

    private static final String REPRESENTED = "represented.";
    private static final String STAY = "PHOTOS_LEFT";
    private static final String LEFT = STAY + '_';

    private final Properties texts = new Properties();
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    /** For whoever answers for somebody else: what would speak of the reader speaks of the person. */
    Words forAnother(boolean represented) {
        return represented ? new Words(this) : this;
    }

    private Words(Words own) {
        own.texts.forEach((key, text) -> texts.putIfAbsent(key, text));
        own.texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith(REPRESENTED))
                .forEach(key -> texts.put(key.substring(REPRESENTED.length()), own.texts.getProperty(key)));
        this.day = own.day;
        this.moment = own.moment;
    }

    private Words(Locale locale) {
        String file = "words_" + locale.getLanguage() + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.day = DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
        this.moment = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", locale);
    }

    String language() {
        return day.getLocale().getLanguage();
    }

    /** Of an IETF tag. */
    String languageName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(day.getLocale());
    }

    Properties texts() {
        return texts;
    }

    String say(String key, Object... values) {
        return texts.getProperty(key, key).formatted(values);
    }

    /** The words for a code; the code itself when a newer version brought one. */
    String code(String kind, String code) {
        return texts.getProperty(kind + '.' + code, code);
    }

    /** The words for a code, said to the person it is about where they are others. */
    String toThem(String kind, String code) {
        return texts.getProperty("letter." + kind + '.' + code, code(kind, code));
    }

    /** What remains, to be added to until when; with how many photos that is, where it says so. */
    String residual(Residual left, boolean toThem) {
        int photos = left.photos() == null ? 0 : left.photos();
        String number = photos == 0 ? "" : photos == 1 ? ".one" : ".many";
        boolean stay = left.code().startsWith(LEFT);
        String because = stay ? left.code().substring(LEFT.length()) : "";
        String known = (stay ? STAY : left.code()) + number;
        String words = texts.containsKey("residual." + known)
                ? said("residual", known, toThem).formatted(photos, said("left", because, toThem), because)
                : said("residual", left.code(), toThem);
        return words + until(left.until());
    }

    private String said(String kind, String code, boolean toThem) {
        return toThem ? toThem(kind, code) : code(kind, code);
    }

    /** The words of the law that is named in the record. */
    String law(String basis) {
        return code("law", basis);
    }

    /** Of one, or of many. */
    String counted(String key, long number) {
        return say(key + (number == 1 ? ".one" : ".many"), number);
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    /** The day on which what remains goes, to be added to it; nothing where none is known. */
    String until(@Nullable LocalDate date) {
        return date == null ? "" : " " + say("until", day(date));
    }

    String moment(Instant at) {
        return moment.format(at.atOffset(ZoneOffset.UTC));
    }

    String milestone(Milestone milestone) {
        return switch (milestone) {
            case Milestone.Done done -> moment(done.at());
            case Milestone.Scheduled scheduled -> say("milestone.scheduled", moment(scheduled.until()));
            case Milestone.Expiring expiring -> say("milestone.expiring", day(expiring.by()));
            case Milestone.NotYet notYet -> say("milestone.not-yet", code("why", notYet.why()));
        };
    }
}
