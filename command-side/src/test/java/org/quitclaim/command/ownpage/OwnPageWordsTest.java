package org.quitclaim.command.ownpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.access.problem.Language;
import org.quitclaim.command.signing.CodeView;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentStatus;
import org.quitclaim.domain.consent.InvalidBecause;
import org.quitclaim.domain.consent.Representative;
import org.quitclaim.domain.history.NotedNo;
import org.quitclaim.domain.link.LinkRejection;
import org.quitclaim.domain.notice.NoticeElement;
import org.quitclaim.domain.rights.ExtensionReason;
import org.quitclaim.domain.rights.Outcome;
import org.quitclaim.domain.rights.RefusalReason;
import org.quitclaim.domain.rights.Right;

/** No word of the person's page is missing, none is left over, and both languages say the same things. */
class OwnPageWordsTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
    private static final Pattern WORD = Pattern.compile("\"([A-Za-z][\\w.-]*)\"");
    /** What is said by {@code t(…)}, in templates and in the classes beside them. */
    private static final Pattern SAID = Pattern.compile("\\bt\\(([^()]*)\\)");
    /** What stands in braces. */
    private static final Set<String> PLACES = Set.of("day", "how", "n", "of", "what", "channel", "count", "number");

    @Test
    void both_languages_have_the_same_words() {
        assertThat(words("nl").keySet()).isEqualTo(words("en").keySet());
        words("en")
                .keySet()
                .forEach(key -> assertThat(places(words("nl").getString(key)))
                        .as(key)
                        .isEqualTo(places(words("en").getString(key))));
    }

    @Test
    void whatever_the_page_says_has_words() {
        List<String> said = SAID.matcher(source())
                .results()
                .flatMap(found -> WORD.matcher(found.group(1)).results())
                .map(found -> found.group(1))
                .filter(key -> !PLACES.contains(key) && !key.endsWith("."))
                .filter(key ->
                        !Set.of("as", "ask", "right", "noted", "Waits", "Small").contains(key))
                .filter(key -> !key.startsWith("consent.") && !key.startsWith("link."))
                .toList();
        assertThat(said).hasSizeGreaterThan(60);
        assertThat(words("en").keySet()).containsAll(said).containsAll(ofCodes().toList());
    }

    @Test
    void no_word_is_left_over() {
        Set<String> used =
                WORD.matcher(source()).results().map(found -> found.group(1)).collect(Collectors.toSet());
        Set<String> codes = ofCodes().collect(Collectors.toSet());
        assertThat(words("en").keySet().stream()
                        .map(key -> key.startsWith(Speech.OF_A_CHILD) ? key.substring(Speech.OF_A_CHILD.length()) : key)
                        .filter(key -> !key.startsWith(Speech.REFUSED))
                        .filter(key -> !used.contains(key) && !codes.contains(key)))
                .isEmpty();
    }

    @Test
    void words_for_whoever_answers_for_a_child_stand_in_place_of_others() {
        assertThat(words("en").keySet().stream()
                        .filter(key -> key.startsWith(Speech.OF_A_CHILD))
                        .map(key -> key.substring(Speech.OF_A_CHILD.length())))
                .isNotEmpty()
                .allMatch(words("en")::containsKey);
    }

    /** Of a damaged history, or of whoever was erased, nobody knows whose it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; of you|of me|my face|My data|Your data|your data|your faceprint|you are",
                "nl; van u|van mij|mijn gezicht|Mijn gegevens|uw gegevens|uw gezichtsafdruk|u staat"
            })
    void whoever_answers_for_a_child_reads_of_the_child(String language, String ofTheReader) {
        ResourceBundle words = words(language);
        Pattern reader = Pattern.compile("\\b(" + ofTheReader + ")\\b");
        assertThat(words.keySet().stream()
                        .filter(key -> !key.startsWith(Speech.OF_A_CHILD)
                                && !words.containsKey(Speech.OF_A_CHILD + key)
                                && Stream.of("noted", "damaged", "erased").noneMatch(key::startsWith))
                        .filter(key -> reader.matcher(words.getString(key)).find()))
                .isEmpty();
    }

    /** One form of address: u, never je. */
    @Test
    void dutch_addresses_the_reader_in_one_form() {
        assertThat(words("nl").keySet().stream()
                        .map(words("nl")::getString)
                        .filter(Pattern.compile("(?i)\\b(je|jij|jou|jouw)\\b").asPredicate()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "\"", "&"})
    void no_word_is_markup(String sign) {
        assertThat(words("en").keySet().stream().map(words("en")::getString)).noneMatch(text -> text.contains(sign));
    }

    private static Stream<String> ofCodes() {
        return Stream.of(
                        named("", Channel.values()),
                        named("", NoticeElement.values()),
                        named("", Representative.Role.values()),
                        named("", Outcome.values()),
                        named("", RefusalReason.values()),
                        named("", ExtensionReason.values()),
                        Arrays.stream(ConsentStatus.values())
                                .filter(one -> one != ConsentStatus.REQUESTED && one != ConsentStatus.REFUSED)
                                .map(Enum::name),
                        named("noted", NotedNo.Kind.values()),
                        named("never", InvalidBecause.values()),
                        named("as", Capacity.values()),
                        named("as", AgeGroup.values()),
                        named("right", Right.values()),
                        named("code", CodeView.State.values()),
                        Arrays.stream(Language.values()).map(one -> "name." + one.tag()),
                        Stream.of(Right.RESTRICTION, Right.LIFTING)
                                .flatMap(one -> Stream.of("ask" + one, one + "Small", one + "Waits")),
                        Stream.of(LinkRejection.SIGNING_LAPSED, LinkRejection.SIGNING_PASSED_ON)
                                .map(LinkRejection::code))
                .flatMap(all -> all);
    }

    private static Stream<String> named(String before, Enum<?>... values) {
        return Arrays.stream(values).map(one -> before + one.name());
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ResourceBundle words(String language) {
        return ResourceBundle.getBundle(
                Speech.WORDS,
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String source() {
        return Stream.of("src/main/jte", "src/main/java/org/quitclaim/command/ownpage")
                .flatMap(folder -> files(MODULE.resolve(folder)))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(OwnPageWordsTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
