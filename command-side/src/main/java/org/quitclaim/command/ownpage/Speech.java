package org.quitclaim.command.ownpage;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.quitclaim.access.problem.Language;
import org.quitclaim.access.problem.Problem;
import org.quitclaim.command.portal.PortalPages;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Purpose;

/**
 * What the page says in one language, to the person or to whoever answers for a child.
 *
 * @param child whether it speaks of a child in place of the reader
 */
record Speech(Language language, boolean child) {
    static final String WORDS = "org.quitclaim.command.ownpage.words";
    /** What stands in place of the plain word where the reader answers for a child. */
    static final String OF_A_CHILD = "child.";

    static final String REFUSED = "refused.";

    private static final ResourceBundle.Control THIS_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    Speech ofAChild(boolean answersForOne) {
        return new Speech(language, answersForOne);
    }

    String t(String key) {
        ResourceBundle words = ResourceBundle.getBundle(WORDS, Locale.of(language.tag()), THIS_LANGUAGE);
        return words.getString(child && words.containsKey(OF_A_CHILD + key) ? OF_A_CHILD + key : key);
    }

    /** With what stands for a place such as {@code {day}}. */
    String t(String key, String place, Object value) {
        return t(key).replace('{' + place + '}', value.toString());
    }

    String t(String key, String place, Object value, String other, Object second) {
        return t(key, place, value).replace('{' + other + '}', second.toString());
    }

    /** Why something was not done: in words for the person where the interface has words for programs and staff. */
    String refused(Problem why) {
        ResourceBundle words = ResourceBundle.getBundle(WORDS, Locale.of(language.tag()), THIS_LANGUAGE);
        String own = REFUSED + why.code();
        return words.containsKey(own) ? t(own) : why.detail();
    }

    /** A word for a code of the domain. */
    String of(Enum<?> code) {
        return t(code.name());
    }

    String day(LocalDate date) {
        Locale locale = language == Language.DUTCH ? Locale.of("nl", "NL") : Locale.UK;
        return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(date);
    }

    /** What it covers, in the words that the receipt has too; the page has none of its own. */
    String covers(Map<String, List<String>> says) {
        return String.join("\n", Objects.requireNonNull(says.get(language.tag()), "sentences in every language"));
    }

    String question(PortalPages.Question asked) {
        Channel channel = asked.channel();
        return channel == null ? t("RECOGNITION") : t("PUBLICATION", "channel", of(channel));
    }

    /** A permission or a refusal, as a heading. */
    String permission(Purpose purpose, Set<Channel> channels) {
        return purpose == Purpose.RECOGNITION
                ? t("grantRECOGNITION")
                : upper(channels.stream().sorted().map(this::of).collect(Collectors.joining(", ")));
    }

    String upper(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.of(language.tag())) + text.substring(1);
    }
}
