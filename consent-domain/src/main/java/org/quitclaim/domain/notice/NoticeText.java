package org.quitclaim.domain.notice;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.vault.RecordId;

/**
 * One language of a notice: where its sealed text lies and what its bytes hash to.
 *
 * @param language IETF tag in lower case, such as {@code nl} or {@code nl-be}
 * @param text the sealed text
 * @param sha256 of the text's UTF-8 bytes, 64 lower-case hex digits; a notice is nobody's personal data
 * @param covers the elements the text has a section for
 */
public record NoticeText(String language, RecordId text, String sha256, Set<NoticeElement> covers) {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public NoticeText {
        if (!isLanguage(language) || !SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a notice text names its language and the SHA-256 of its bytes");
        }
        covers = Ordered.set(covers);
    }

    /** A language and at most a country that there are: what only has the shape of a tag could be a name. */
    private static boolean isLanguage(String tag) {
        int dash = tag.indexOf('-');
        String country = dash < 0 ? "" : tag.substring(dash + 1);
        return LANGUAGES.contains(dash < 0 ? tag : tag.substring(0, dash))
                && (dash < 0
                        || (country.equals(country.toLowerCase(Locale.ROOT))
                                && COUNTRIES.contains(country.toUpperCase(Locale.ROOT))));
    }
}
