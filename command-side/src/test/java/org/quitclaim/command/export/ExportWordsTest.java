package org.quitclaim.command.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the archive says to whom. */
class ExportWordsTest {
    private static final Pattern ENGLISH_READER = Pattern.compile("(?i)\\b(you|your|yours)\\b");
    private static final Pattern DUTCH_READER = Pattern.compile("(?i)\\b(u|uw)\\b");

    /** A parent reads it, or the child, or an adult for whom somebody signs: nobody knows which. */
    @ParameterizedTest
    @EnumSource
    void where_somebody_may_answer_for_the_person_no_sentence_says_that_the_reader_is_the_person(ExportWords words) {
        ExportWords them = words.ofThePerson();
        Pattern reader = them.language().equals("nl") ? DUTCH_READER : ENGLISH_READER;
        assertThat(them.texts().stringPropertyNames())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(
                                reader.matcher(them.texts().getProperty(key)).find())
                        .as("%s=%s", key, them.texts().getProperty(key))
                        .isFalse());
    }

    @ParameterizedTest
    @EnumSource
    void every_sentence_has_another_one_to_stand_for(ExportWords words) {
        Properties own = ExportWords.of(words.language(), Locale.ROOT).texts();
        assertThat(words.ofThePerson().texts().keySet()).isEqualTo(own.keySet());
    }
}
