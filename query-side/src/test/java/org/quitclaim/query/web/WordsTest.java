package org.quitclaim.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.certificate.Flaw;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Denial;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.status.Colour;

/** Every code a page can be given has words in both languages. */
class WordsTest {
    private static final Pattern KEY = Pattern.compile("\"([\\w.-]+)\": \"");

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void everyReasonAndStatusHasWords(String language) throws IOException {
        List<String> codes = Stream.of(
                        Arrays.stream(Denial.values()).map(Denial::code),
                        Arrays.stream(PhotoRejection.values()).map(PhotoRejection::code),
                        Arrays.stream(Colour.values()).map(colour -> "status." + colour),
                        Arrays.stream(Channel.values()).map(channel -> "channel." + channel))
                .flatMap(all -> all)
                .toList();
        assertThat(keys(language)).containsAll(codes);
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(keys("nl")).isEqualTo(keys("en"));
    }

    @Test
    void theCheckPageSaysEveryFlawInBothLanguages() throws IOException {
        String file = text("/static/check/check-words.js");
        List<String> keys = KEY.matcher(file)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
        assertThat(keys)
                .containsAll(
                        Arrays.stream(Flaw.values()).map(flaw -> "flaw." + flaw).toList());
        assertThat(keys.stream().filter(key -> Collections.frequency(keys, key) != 2))
                .isEmpty();
    }

    private static Set<String> keys(String language) throws IOException {
        Set<String> keys = new TreeSet<>();
        KEY.matcher(text("/static/app/words-" + language + ".js")).results().forEach(found -> keys.add(found.group(1)));
        return keys;
    }

    private static String text(String path) throws IOException {
        try (InputStream file = Objects.requireNonNull(WordsTest.class.getResourceAsStream(path))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
