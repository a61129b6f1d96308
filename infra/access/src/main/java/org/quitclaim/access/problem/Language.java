package org.quitclaim.access.problem;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages people are addressed in. */
public enum Language {
    ENGLISH("en"),
    DUTCH("nl");

    /** Set by a page when its reader chooses; it outranks what the browser says. */
    public static final String COOKIE = "lang";

    private static final String CHOSEN = Language.class.getName();

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** ISO 639-1. */
    public String tag() {
        return tag;
    }

    /** The language of this one answer, whatever was chosen before. */
    public void answers(HttpServletRequest request) {
        request.setAttribute(CHOSEN, this);
    }

    /** The reader's choice, else the first of the browser's languages that is spoken here, else English. */
    public static Language of(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof Language chosen) {
            return chosen;
        }
        Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        Stream<String> chosen =
                Arrays.stream(cookies).filter(c -> c.getName().equals(COOKIE)).map(Cookie::getValue);
        Stream<String> accepted =
                Collections.list(request.getLocales()).stream().map(Locale::getLanguage);
        return Stream.concat(chosen, accepted)
                .flatMap(tag -> tagged(tag).stream())
                .findFirst()
                .orElse(ENGLISH);
    }

    public static Optional<Language> tagged(String tag) {
        return Arrays.stream(values()).filter(l -> l.tag.equals(tag)).findFirst();
    }
}
